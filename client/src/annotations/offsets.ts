/**
 * A sidecar counts Unicode code points of the text without BOM and with every line end as LF (the unit that
 * the W3C's TextPositionSelector demands); an editor counts UTF-16 code units of the text with its own line
 * ends. This is the way between the two.
 */

/** The text as sidecars count it: no BOM, and CRLF or a lone CR as LF (as VS Code does when it opens a file). */
export function normaliseText(text: string): string {
  const start = text.charCodeAt(0) === bom ? 1 : 0;
  if (start === 0 && !text.includes('\r')) return text;
  return text.slice(start).replace(/\r\n?/g, '\n');
}

export interface CodePointMap {
  /** The length of the normalised text in code points. */
  readonly length: number;
  /** The code point offset of a UTF-16 offset. One inside a surrogate pair or a CRLF counts as after it. Clamped. */
  toCodePoint(utf16: number): number;
  /** The UTF-16 offset of a code point offset: never inside a surrogate pair or a CRLF, nor before a BOM. Clamped. */
  toUtf16(codePoint: number): number;
}

/** Maps between UTF-16 offsets of `text`, whatever its line ends, and code points of its normalised form. */
export function createCodePointMap(text: string): CodePointMap {
  const uncounted = uncountedUnits(text);
  const length = text.length - uncounted.length;
  return {
    length,
    toCodePoint(utf16) {
      const offset = clamp(utf16, text.length);
      return offset - countBelow(uncounted, offset);
    },
    toUtf16(codePoint) {
      const wanted = clamp(codePoint, length);
      // The largest offset that stands for this code point: uncounted[i] - i is the code point offset that
      // the i-th uncounted unit shares with what follows it.
      let low = 0;
      let high = uncounted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (uncounted[middle]! - middle <= wanted) low = middle + 1;
        else high = middle;
      }
      return wanted + low;
    },
  };
}

/** Whether a cut here would part a surrogate pair or a CRLF. Offset: UTF-16. */
export function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return (before === carriageReturn && after === lineFeed) || (isHigh(before) && isLow(after));
}

const bom = 0xfeff;
const carriageReturn = 0x0d;
const lineFeed = 0x0a;

export function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Offsets of the code units that add nothing to the count: a BOM, the LF of a CRLF, the second half of a pair. */
function uncountedUnits(text: string): readonly number[] {
  const units: number[] = [];
  if (text.charCodeAt(0) === bom) units.push(0);
  for (const match of text.matchAll(/\r\n|[\ud800-\udbff][\udc00-\udfff]/g)) units.push(match.index + 1);
  return units;
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}
