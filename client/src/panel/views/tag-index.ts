import { type Annotation, extent } from '../../annotations/annotation.ts';
import { reviewedLabelId } from '../../annotations/labels.ts';
import type { AnnotationSnapshot } from '../../annotations/store.ts';

/** What of all tags of a document has to be found at each move of the cursor. */
export interface TagIndex {
  /** The tags with a link to the tag of this id, in order of place. */
  leadingTo(id: string): readonly Annotation[];
  /** The tags of a chain, in order of place. */
  inChain(chain: string): readonly Annotation[];
  /** The tags of sections, but for the marks on those that are done; in order of place. */
  readonly onSections: readonly Annotation[];
  readonly onDocument: readonly Annotation[];
  /** Where a mark says that a section is done: the start of each, UTF-16 raw, in order. */
  readonly reviewed: readonly number[];
  /** Whether a mark says that the whole document is finished. */
  readonly finished: boolean;
}

/** Goes once over all tags; those that were rejected are left out. */
export function indexTags({ anchored, orphans }: AnnotationSnapshot): TagIndex {
  const targets = new Map<string, Annotation[]>();
  const chains = new Map<string, Annotation[]>();
  const onSections: Annotation[] = [];
  const onDocument: Annotation[] = [];
  const reviewed: number[] = [];
  let finished = false;
  const enter = (map: Map<string, Annotation[]>, key: string, tag: Annotation) => {
    const there = map.get(key);
    if (!there) map.set(key, [tag]);
    else if (there.at(-1) !== tag) there.push(tag);
  };
  for (const tag of [...anchored, ...orphans]) {
    if (tag.review === 'rejected') continue;
    for (const { target } of tag.relations) enter(targets, target, tag);
    if (tag.chain !== undefined) enter(chains, tag.chain, tag);
    if (tag.state === 'orphan') continue;
    if (tag.scope === 'document') {
      if (tag.label === reviewedLabelId) finished = true;
      else onDocument.push(tag);
    }
    if (tag.scope !== 'section') continue;
    if (tag.label === reviewedLabelId) reviewed.push(extent(tag).start);
    else onSections.push(tag);
  }
  return {
    leadingTo: (id) => targets.get(id) ?? [],
    inChain: (chain) => chains.get(chain) ?? [],
    onSections,
    onDocument,
    reviewed,
    finished,
  };
}
