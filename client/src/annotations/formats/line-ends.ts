import { createUnitMap, type UnitMap } from './offset-unit.ts';

/** Whether every line of the text ends with CRLF, and there is a line end. */
export function hasOnlyCrlf(text: string): boolean {
  return text.includes('\r\n') && !/\r(?!\n)|(?<!\r)\n/.test(text);
}

/** The way between UTF-16 offsets of a text and code points of the same text with LF for each CRLF. */
export function createLineFeedMap(text: string): UnitMap {
  const base = createUnitMap(text, 'code-points');
  // The code points, in the text as it is, before which a CRLF has ended: the offset after its line feed.
  const ends = Array.from(text.matchAll(/\r\n/g), ({ index }) => base.fromUtf16(index + 2));
  return {
    length: base.length - ends.length,
    fromUtf16(offset) {
      const at = base.fromUtf16(offset);
      const before = countWhile(ends, (end) => end <= at);
      // Between the two it is before the line feed that stands for both.
      return at - before - (ends[before] === at + 1 ? 1 : 0);
    },
    toUtf16(offset) {
      return base.toUtf16(offset + countWhile(ends, (end, index) => end - index - 1 <= offset));
    },
  };
}

function countWhile(sorted: readonly number[], isSo: (value: number, index: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSo(sorted[middle]!, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
