import type { TextRange } from './range.ts';

/**
 * A range that a person can see: white space with the character on either side of it, anything else as it is. Never
 * cuts a surrogate pair. Offsets: UTF-16 raw.
 */
export function visibleRange(raw: string, { start, end }: TextRange): TextRange {
  if (raw.slice(start, end).trim() !== '') return { start, end };
  return { start: start - sizeBefore(raw, start), end: end + sizeAt(raw, end) };
}

/** UTF-16 length of the character before an offset; 0 at the beginning. */
function sizeBefore(raw: string, offset: number): number {
  if (offset === 0) return 0;
  return offset > 1 && raw.codePointAt(offset - 2)! > 0xffff ? 2 : 1;
}

/** UTF-16 length of the character at an offset; 0 at the end. */
function sizeAt(raw: string, offset: number): number {
  if (offset >= raw.length) return 0;
  return raw.codePointAt(offset)! > 0xffff ? 2 : 1;
}
