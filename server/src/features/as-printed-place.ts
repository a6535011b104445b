import type { Finding } from '../analysis.ts';
import type { TextRange } from '../text/range.ts';

/**
 * What to tag “as printed” so that a finding is silenced here and nothing else is: one that runs over lines only at
 * the break next to `at`, and white space with a character on either side, so that a person can see the tag.
 * Offsets: UTF-16 raw.
 */
export function asPrintedPlace(finding: Finding, at: TextRange, raw: string): TextRange {
  let place: TextRange = finding;
  if (finding.edits.length > 1 && /[\r\n]/.test(raw.slice(finding.start, finding.end))) {
    place = finding.edits.find(({ end }) => end >= at.start) ?? finding.edits.at(-1)!;
  }
  const { start, end } = place;
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

/** Words short enough for a menu. */
export function quoted(words: string): string {
  const characters = [...words.trim()];
  return characters.length <= 14 ? characters.join('') : `${characters.slice(0, 12).join('').trimEnd()}…`;
}
