import type { Finding } from '../analysis.ts';
import type { TextRange } from '../text/range.ts';
import { visibleRange } from '../text/visible-range.ts';

/**
 * What to tag “as printed” so that a finding is silenced here and nothing else is: one that runs over lines only at
 * the break next to `at`, and white space with a character on either side, so that a person can see the tag.
 * Offsets: UTF-16 raw.
 */
export function asPrintedPlace(finding: Finding, at: TextRange, raw: string): TextRange {
  if (finding.shown) return finding.shown;
  let place: TextRange = finding;
  if (finding.edits.length > 1 && /[\r\n]/.test(raw.slice(finding.start, finding.end))) {
    place = finding.edits.find(({ end }) => end >= at.start) ?? finding.edits.at(-1)!;
  }
  return visibleRange(raw, place);
}

/** Words short enough for a menu. */
export function quoted(words: string): string {
  const characters = [...words.trim()];
  return characters.length <= 14 ? characters.join('') : `${characters.slice(0, 12).join('').trimEnd()}…`;
}
