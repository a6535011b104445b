import type { Location } from 'vscode-languageserver';
import { placesOfNames } from './definition.ts';
import { mentionsElsewhere, type Surroundings, textsElsewhere } from './elsewhere.ts';
import { mentionsOfSame } from './mentions.ts';
import { mentionUnder } from './own-title.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Every mention of the instrument that is mentioned at an offset (UTF-16 raw), in whatever form: here first, then in
 * the other files of the workspace. The files that are the instrument, and the place where this document names it,
 * only where declarations are wanted.
 */
export function findReferences(
  snapshot: Snapshot,
  offset: number,
  around: Surroundings,
  includeDeclaration: boolean,
): Location[] {
  const { uri, lines, analysis } = snapshot;
  const mention = mentionUnder(snapshot, offset, around.registry);
  if (mention === undefined) return [];
  const named = placesOfNames(snapshot, mention, around.registry).map(({ raw }) => raw);
  const places = mentionsOfSame(mention, analysis.references)
    .map(({ range }) => range.raw)
    .filter(({ start, end }) => !named.some((place) => place.start === start && place.end === end));
  if (includeDeclaration) places.push(...named);
  const here = places
    .sort((a, b) => a.start - b.start)
    .map((place) => ({ uri, range: lines.toPositions(place) }));
  const texts = includeDeclaration ? textsElsewhere(snapshot, mention, around) : [];
  return [...here, ...texts, ...mentionsElsewhere(snapshot, mention, around)];
}
