import type { TaggedText } from '../tagged-text.ts';
import { countForbiddenInXml } from './xml.ts';

/** How many code units XML cannot hold of what is said of a document and its tags; its text is not counted. */
export function countForbiddenAround({ name, annotator, tags }: TaggedText): number {
  const words = tags
    .filter(({ state }) => state !== 'orphan')
    .flatMap(({ id, label, note, creator, created, modified, chain, attributes, relations, unknown }) => [
      ...[id, label, note, creator, created, modified, chain ?? '', unknown ? JSON.stringify(unknown) : ''],
      ...Object.entries(attributes).flatMap(([attribute, value]) => [attribute, String(value)]),
      ...relations.map(({ type }) => type),
    ]);
  return [name, annotator, ...words].reduce((sum, each) => sum + countForbiddenInXml(each), 0);
}
