import type { Attributes } from '../annotation.ts';
import type { ChainNames } from './chain-names.ts';
import type { Aspect } from './difference.ts';
import { type SideTag, sourceKey } from './sides.ts';

/** What is needed to compare what tags say of one another. */
export interface ComparedTags {
  readonly sideCount: number;
  readonly chains: ChainNames;
  /** The index of the difference that a tag belongs to, by its key. */
  readonly setOf: ReadonlyMap<string, number>;
}

/** In what tags that are about one thing differ, in order of weight; none where they agree. */
export function aspectsOf(tags: readonly SideTag[], compared: ComparedTags): readonly Aspect[] {
  const differs = (said: (tag: SideTag) => string) => new Set(tags.map(said)).size > 1;
  const sides = new Set(tags.map(({ side }) => side));
  const found: readonly (readonly [Aspect, boolean])[] = [
    ['missing', sides.size < compared.sideCount],
    ['label', differs(({ tag }) => tag.label)],
    ['span', sides.size < tags.length || differs(placeOf)],
    ['attributes', differs(({ tag }) => JSON.stringify(setAttributes(tag.attributes)))],
    ['note', differs(({ tag }) => tag.note.trim())],
    ['relations', differs((tag) => relationsOf(tag, compared))],
    ['chain', differs((tag) => compared.chains.of(tag) ?? '')],
  ];
  return found.filter(([, is]) => is).map(([aspect]) => aspect);
}

function placeOf({ tag, bare }: SideTag): string {
  const spans = bare.length > 0 ? bare : tag.spans;
  return JSON.stringify([tag.scope, spans.map(({ start, end }) => [start, end])]);
}

/** The attributes that say something, in order of their names: a flag that is not set says as much as none. */
export function setAttributes(attributes: Attributes) {
  return Object.entries(attributes)
    .filter(([, value]) => value !== false && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Relations lead to the same if their targets are about the same; those that lead nowhere, nowhere. */
function relationsOf({ annotator, tag }: SideTag, { setOf }: ComparedTags): string {
  const ends = tag.relations.map(({ type, target }) =>
    JSON.stringify([type, setOf.get(sourceKey({ annotator, id: target })) ?? 'nowhere']),
  );
  return ends.sort().join();
}
