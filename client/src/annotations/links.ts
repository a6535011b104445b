import type { Relation } from './annotation.ts';

/** The relations without those that lead to one of the ids; the same list where none does. */
export function withoutTargets(
  relations: readonly Relation[],
  ids: ReadonlySet<string>,
): readonly Relation[] {
  if (!relations.some(({ target }) => ids.has(target))) return relations;
  return relations.filter(({ target }) => !ids.has(target));
}

/**
 * The relations of a tag, with those that lead to one of the ids led to another tag; the same list where none
 * does. Two that say the same then are one, and none leads back to the tag that has it.
 */
export function redirected(
  relations: readonly Relation[],
  ids: ReadonlySet<string>,
  to: string,
  owner: string,
): readonly Relation[] {
  if (!relations.some(({ target }) => ids.has(target))) return relations;
  const led = relations.map((each) => (ids.has(each.target) ? { ...each, target: to } : each));
  return distinct(led.filter(({ target }) => target !== owner));
}

/** The relations with those that lead to a tag led to its copy; by the ids of the tags. The same list where none does. */
export function ledToCopies(
  relations: readonly Relation[],
  copies: ReadonlyMap<string, string>,
): readonly Relation[] {
  if (!relations.some(({ target }) => copies.has(target))) return relations;
  return distinct(relations.map((each) => ({ ...each, target: copies.get(each.target) ?? each.target })));
}

/** Each relation once, in the order in which they first come. */
export function distinct(relations: readonly Relation[]): readonly Relation[] {
  if (relations.length < 2) return relations;
  const byKey = new Map<string, Relation>();
  for (const each of relations) {
    const key = JSON.stringify([each.type, each.target]);
    if (!byKey.has(key)) byKey.set(key, each);
  }
  return [...byKey.values()];
}

export function sameRelations(a: readonly Relation[], b: readonly Relation[]): boolean {
  return (
    a.length === b.length && a.every(({ type, target }, i) => type === b[i]!.type && target === b[i]!.target)
  );
}
