import type { Annotation } from '../../annotations/annotation.ts';
import type { AnnotationSnapshot } from '../../annotations/store.ts';

/**
 * The tags in which two moments of the same text differ: each as it is after, or as it was where it is gone. A store
 * hands out the same object for a tag that is the same.
 */
export function changedTags(before: AnnotationSnapshot, after: AnnotationSnapshot): Annotation[] {
  const earlier = byId(before);
  const later = byId(after);
  const gone = [...earlier.values()].filter(({ id }) => !later.has(id));
  return [...[...later.values()].filter((tag) => earlier.get(tag.id) !== tag), ...gone];
}

function byId({ anchored, orphans }: AnnotationSnapshot): Map<string, Annotation> {
  return new Map([...anchored, ...orphans].map((tag) => [tag.id, tag]));
}
