import type { Hover } from 'vscode-languageserver';
import { render } from './card.ts';
import type { Surroundings } from './elsewhere.ts';
import { cardOfMention } from './mention-card.ts';
import { mentionUnder } from './own-title.ts';
import type { Snapshot } from './snapshot.ts';

/** What is known of the instrument cited at an offset (UTF-16 raw), or of the document whose title stands there; null where neither is. */
export function hover(
  snapshot: Snapshot,
  offset: number,
  around: Surroundings,
  markdown: boolean,
): Hover | null {
  const mention = mentionUnder(snapshot, offset, around.registry);
  if (mention === undefined) return null;
  const card = cardOfMention(snapshot, mention, around);
  return { contents: render(card, markdown), range: snapshot.lines.toPositions(mention.range.raw) };
}
