import type { ReadingPart } from '../../../../server/src/protocol.ts';
import { type Annotation, extent } from '../../annotations/annotation.ts';
import { reviewedLabelId } from '../../annotations/labels.ts';
import type { AnnotationSnapshot } from '../../annotations/store.ts';

/** By what the list of tags is grouped. */
export const tagGroupings = ['section', 'label', 'state', 'annotator'] as const;
export type TagGrouping = (typeof tagGroupings)[number];

/** What a group of tags has in common. */
export type TagGroupHead =
  /** Without a part: tags before the first one, or where the parts are not known. */
  | { readonly by: 'section'; readonly part?: ReadingPart }
  | { readonly by: 'label'; readonly label: string }
  | { readonly by: 'state'; readonly state: 'accepted' | 'suggested' | 'rejected' | 'orphan' }
  | { readonly by: 'annotator'; readonly annotator: string; readonly mine: boolean };

export interface TagGroup {
  /** The same for the same group after a change, and another for another group. */
  readonly key: string;
  readonly head: TagGroupHead;
  readonly tags: readonly Annotation[];
}

/** One annotator's tags. */
export interface TagsOf {
  readonly annotator: string;
  readonly snapshot: Pick<AnnotationSnapshot, 'anchored' | 'orphans'>;
  /** Whether a tag is to be listed. */
  readonly shows: (tag: Annotation) => boolean;
}

/** What the list is made from. */
export interface ListedTags {
  readonly mine: TagsOf;
  /** The other annotators whose tags are to be seen. */
  readonly others: readonly TagsOf[];
  /** In order of place; offsets: UTF-16 raw. */
  readonly parts: readonly ReadingPart[];
  /** The ids of the labels in the order in which they are shown. */
  readonly labels: readonly string[];
}

/**
 * The groups of the list, those without tags left out. Rejected suggestions and lost tags are listed by their state
 * alone; others' tags by their annotator alone; the mark that a section is done is no tag to list.
 */
export function groupTags(by: TagGrouping, listed: ListedTags): TagGroup[] {
  const mine = anchoredOf(listed.mine);
  const standing = mine.filter(({ review }) => review !== 'rejected');
  switch (by) {
    case 'section':
      return bySection(listed.parts, standing);
    case 'label':
      return byLabel(listed.labels, standing);
    case 'state':
      return byState(mine, listed.mine.snapshot.orphans.filter(listed.mine.shows));
    case 'annotator':
      return [
        ...ofAnnotator(listed.mine.annotator, true, standing),
        ...listed.others.flatMap((other) =>
          ofAnnotator(
            other.annotator,
            false,
            anchoredOf(other).filter(({ review }) => review === 'accepted'),
          ),
        ),
      ];
  }
}

function anchoredOf({ snapshot, shows }: TagsOf): Annotation[] {
  return snapshot.anchored.filter((tag) => tag.label !== reviewedLabelId && shows(tag));
}

/** By the part in which each begins. Both lists are in order of place. */
function bySection(parts: readonly ReadingPart[], tags: readonly Annotation[]): TagGroup[] {
  const groups: { key: string; head: TagGroupHead; tags: Annotation[] }[] = [];
  const seen = new Map<string, number>();
  let next = 0;
  let part: ReadingPart | undefined;
  let last: { part: ReadingPart | undefined; tags: Annotation[] } | undefined;
  for (const tag of tags) {
    const { start } = extent(tag);
    for (; next < parts.length && parts[next]!.start <= start; next += 1) {
      part = parts[next]!;
      const name = `${part.kind} ${part.label}`;
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    if (!last || last.part !== part) {
      const name = part ? `${part.kind} ${part.label}` : '';
      last = { part, tags: [] };
      groups.push({
        key: part ? `section ${seen.get(name)} ${name}` : 'section',
        head: { by: 'section', ...(part && { part }) },
        tags: last.tags,
      });
    }
    last.tags.push(tag);
  }
  return groups;
}

function byLabel(order: readonly string[], tags: readonly Annotation[]): TagGroup[] {
  const found = new Map<string, Annotation[]>();
  for (const tag of tags) {
    const there = found.get(tag.label);
    if (there) there.push(tag);
    else found.set(tag.label, [tag]);
  }
  const unknown = [...found.keys()].filter((label) => !order.includes(label)).sort();
  return [...order, ...unknown].flatMap((label) => {
    const members = found.get(label);
    return members ? [{ key: `label ${label}`, head: { by: 'label', label }, tags: members }] : [];
  });
}

function byState(anchored: readonly Annotation[], orphans: readonly Annotation[]): TagGroup[] {
  const groups = (['suggested', 'accepted', 'rejected'] as const).map(
    (state): TagGroup => ({
      key: `state ${state}`,
      head: { by: 'state', state },
      tags: anchored.filter(({ review }) => review === state),
    }),
  );
  const lost: TagGroup = { key: 'state orphan', head: { by: 'state', state: 'orphan' }, tags: orphans };
  return [...groups, lost].filter(({ tags }) => tags.length > 0);
}

function ofAnnotator(annotator: string, mine: boolean, tags: readonly Annotation[]): TagGroup[] {
  if (tags.length === 0) return [];
  const key = mine ? 'mine' : `annotator ${annotator}`;
  return [{ key, head: { by: 'annotator', annotator, mine }, tags }];
}
