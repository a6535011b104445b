import type { SuggestionKind } from '../protocol.ts';
import { overlaps, type TextRange } from '../text/range.ts';
import type { Found } from './found.ts';

/** Asks of places, in ascending order, whether they lie inside one of the ranges. Linear over all questions. */
export function insideOf(ranges: readonly TextRange[]): (range: TextRange) => boolean {
  let at = 0;
  return (range) => {
    while (at < ranges.length && ranges[at]!.end <= range.start) at++;
    return at < ranges.length && overlaps(ranges[at]!, range);
  };
}

/** Asks the same of what was found of some kinds. */
export function insideKinds(
  found: readonly Found[],
  ...kinds: SuggestionKind[]
): (range: TextRange) => boolean {
  return insideOf(found.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => a.start - b.start));
}
