import type { Location } from 'vscode-languageserver';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import { placeOfName } from './definition.ts';
import { mentionAt, mentionsOfSame } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

/** Every mention of the instrument that is mentioned at an offset (UTF-16 raw), in whatever form. */
export function findReferences(
  snapshot: Snapshot,
  offset: number,
  registry: InstrumentRegistry,
  includeDeclaration: boolean,
): Location[] {
  const { uri, lines, analysis } = snapshot;
  const mention = mentionAt(analysis.references, offset);
  if (mention === undefined) return [];
  const named = placeOfName(snapshot, mention, registry)?.raw;
  const places = mentionsOfSame(mention, analysis.references)
    .map(({ range }) => range.raw)
    .filter(({ start, end }) => start !== named?.start || end !== named.end);
  if (includeDeclaration && named !== undefined) places.push(named);
  return places.sort((a, b) => a.start - b.start).map((place) => ({ uri, range: lines.toPositions(place) }));
}
