import type { Relation } from './annotation.ts';
import { wasChanged } from './merge-tag.ts';
import type { StoredAnnotation } from './sidecar.ts';

type Tags = ReadonlyMap<string, StoredAnnotation>;

/** A tag of two sides, of which the one may lack what the other has. */
interface Removal {
  readonly base: Tags;
  /** The side that removed tags. */
  readonly without: Tags;
  /** The side that still has them, and whether its text is another than before. */
  readonly having: Tags;
  readonly textChanged: boolean;
}

/**
 * The tags that one side removed and that stay all the same: the other side changed them, made a link that leads to
 * them, or has a link to them from another that stays so. In the number of tags and links, linear.
 */
export function broughtBack({ base, without, having, textChanged }: Removal): ReadonlySet<string> {
  const removed = (id: string) => base.has(id) && having.has(id) && !without.has(id);
  const back = new Set<string>();
  for (const [id, tag] of having) {
    const before = base.get(id);
    if (removed(id)) {
      if (wasChanged(before!, tag, textChanged)) back.add(id);
      continue;
    }
    const known = new Set((before?.relations ?? []).map(keyOf));
    for (const link of tag.relations) {
      if (!known.has(keyOf(link)) && removed(link.target)) back.add(link.target);
    }
  }
  // A set hands out what is added to it while it is gone through.
  for (const id of back) {
    for (const { target } of having.get(id)!.relations) if (removed(target)) back.add(target);
  }
  return back;
}

/** The tag with the links that it lost only because this side removed what they lead to, which has come back. */
export function relinked(
  tag: StoredAnnotation,
  base: StoredAnnotation | undefined,
  back: ReadonlySet<string>,
): StoredAnnotation {
  const known = new Set(tag.relations.map(keyOf));
  const lost = (base?.relations ?? []).filter((link) => back.has(link.target) && !known.has(keyOf(link)));
  return lost.length === 0 ? tag : { ...tag, relations: [...tag.relations, ...lost] };
}

function keyOf({ type, target }: Relation): string {
  return JSON.stringify([type, target]);
}
