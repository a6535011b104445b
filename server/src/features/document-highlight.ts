import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { mentionAt, mentionsOfSame, namingMention } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

/** Every mention in the document of the instrument mentioned at an offset (UTF-16 raw); where it is named, as written. */
export function documentHighlights({ lines, analysis }: Snapshot, offset: number): DocumentHighlight[] {
  const mention = mentionAt(analysis.references, offset);
  if (mention === undefined) return [];
  const same = mentionsOfSame(mention, analysis.references);
  const naming = namingMention(same);
  return same.map((one) => ({
    range: lines.toPositions(one.range.raw),
    kind: one === naming ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
