import type { CleanBlock } from '../statement/node.ts';
import { lexiconOf, type NamedInstruments } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { mentionsWith } from './mentions.ts';
import type { Reference } from './reference.ts';
import { Resolution } from './resolution.ts';
import type { Self } from './self.ts';

/**
 * The references to instruments in a document, in order of place, outer before inner; UTF-16 clean offsets. One pass
 * from left to right. What fits two instruments equally well is resolved to neither. Never throws; linear.
 *
 * `self` tells what 本条约 means. `mentions` may remember what it has found in paragraphs that it has seen: it must
 * give what `mentionsIn(text, registry)` does.
 */
export function findReferences(
  blocks: readonly CleanBlock[],
  registry: NamedInstruments,
  self?: Self,
  mentions?: (text: string) => readonly Mention[],
): Reference[] {
  const lexicon = lexiconOf(registry);
  const resolution = new Resolution(lexicon, self);
  for (const block of blocks) {
    resolution.paragraph(block, mentions?.(block.text) ?? mentionsWith(block.text, lexicon));
  }
  return resolution.references;
}
