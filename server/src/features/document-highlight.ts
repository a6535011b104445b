import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import { placesOfNames } from './definition.ts';
import { mentionsOfSame } from './mentions.ts';
import { mentionUnder } from './own-title.ts';
import type { Snapshot } from './snapshot.ts';

/** Every mention in the document of the instrument mentioned at an offset (UTF-16 raw); where it is named, as written. */
export function documentHighlights(
  snapshot: Snapshot,
  offset: number,
  registry: InstrumentRegistry,
): DocumentHighlight[] {
  const { lines, analysis } = snapshot;
  const mention = mentionUnder(snapshot, offset, registry);
  if (mention === undefined) return [];
  const named = placesOfNames(snapshot, mention, registry).map(({ raw }) => raw);
  const places = mentionsOfSame(mention, analysis.references)
    .map(({ range }) => range.raw)
    .filter(({ start, end }) => !named.some((place) => place.start === start && place.end === end));
  const highlight = (kind: DocumentHighlightKind) => (place: (typeof named)[number]) => ({ place, kind });
  return [
    ...named.map(highlight(DocumentHighlightKind.Write)),
    ...places.map(highlight(DocumentHighlightKind.Read)),
  ]
    .sort((a, b) => a.place.start - b.place.start)
    .map(({ place, kind }) => ({ range: lines.toPositions(place), kind }));
}
