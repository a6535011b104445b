import type { TextRange } from '../../../../server/src/text/range.ts';

/** How many looks there are to tell overlapping tags apart; deeper ones share the last. */
export const levelCount = 4;

/**
 * A level for each range, so that no two that share a character look the same, as far as the levels reach.
 * The ranges come in order of place, what holds before what is held; so an outer tag has the lower level.
 */
export function levelsOf(ranges: readonly TextRange[]): number[] {
  /** Where the last range of each level ends. */
  const ends = new Array<number>(levelCount).fill(0);
  return ranges.map(({ start, end }) => {
    let level = ends.findIndex((taken) => taken <= start);
    if (level < 0) level = levelCount - 1;
    ends[level] = Math.max(ends[level]!, end);
    return level;
  });
}
