import type { ReadText } from './reading-rule.ts';

/** Starts of the blocks (UTF-16 clean) in or behind which furniture was left out: what follows may stand on another page. */
export function brokenOff({
  blocks,
  furniture,
}: Pick<ReadText, 'blocks' | 'furniture'>): ReadonlySet<number> {
  const starts = new Set<number>();
  let block = 0;
  for (const at of furniture) {
    while (block + 1 < blocks.length && blocks[block + 1]!.start < at) block++;
    if (blocks[block]) starts.add(blocks[block]!.start);
  }
  return starts;
}
