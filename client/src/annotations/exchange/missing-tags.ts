import { type Annotation, comparePlace, type Relation } from '../annotation.ts';
import type { Holdings, Loss } from '../formats/features.ts';
import type { TaggedText } from '../formats/tagged-text.ts';
import { reviewedLabelId } from '../labels.ts';
import type { PlacedImport } from './placed-import.ts';
import { idsOfOverlapping, type TagPair, type TagsByIdentity } from './tag-identity.ts';

export interface MissingOptions {
  /** What the format of the import holds. */
  readonly holdings: Holdings;
  /** What the format would lose of a document: a tag that it leaves out is not missing in it. Absent: none. */
  readonly losses?: (document: TaggedText) => readonly Loss[];
}

/**
 * Ids of tags here that an import has not, though it would have them if it had been written with them. Where words of
 * the import were lost, a tag here of the same label may be the one that they belong to, and is not missing.
 */
export function missingTags(
  here: TagsByIdentity,
  pairs: readonly TagPair[],
  { form }: Pick<PlacedImport, 'form'>,
  { holdings, losses }: MissingOptions,
): readonly string[] {
  const known = new Set(pairs.flatMap(({ ours }) => ours?.raw.id ?? []));
  const unplaced = new Set(
    pairs.flatMap(({ ours, theirs }) => (!ours && theirs.raw.state === 'orphan' ? [theirs.raw.label] : [])),
  );
  const overlapping = holdings.overlaps === 'yes' ? new Set() : idsOfOverlapping(here.formed);
  /** Only accepted ones go out unasked. */
  const couldHold = (tag: Annotation): boolean => {
    if (tag.review !== 'accepted' || (tag.label === reviewedLabelId && tag.scope === 'section')) return false;
    if (tag.state === 'orphan') return holdings.orphans === 'yes';
    if (tag.scope === 'document') return holdings.documents === 'yes';
    if (tag.scope === 'section' && holdings.sections === 'no') return false;
    return !overlapping.has(tag.id);
  };
  const candidates = here.formed.filter(
    (tag) => !known.has(tag.id) && !unplaced.has(tag.label) && couldHold(tag),
  );
  if (candidates.length === 0) return [];
  const leftOut = new Set(
    losses?.({
      name: 'document.txt',
      text: form.text,
      form: form.form,
      tags: here.formed.filter(({ review }) => review === 'accepted').sort(comparePlace),
      annotator: '',
    }).flatMap(({ tags, tagsLeftOut }) => (tagsLeftOut ? tags : [])),
  );
  return candidates.flatMap(({ id }) => (leftOut.has(id) ? [] : [id]));
}

/** The tags without some; links to these go with them, but for those that an import has itself. @param links by {@link linkKey} */
export function withoutTags(
  tags: readonly Annotation[],
  gone: ReadonlySet<string>,
  links: ReadonlySet<string>,
): readonly Annotation[] {
  if (gone.size === 0) return tags;
  return tags
    .filter(({ id }) => !gone.has(id))
    .map((tag) => {
      const isLeft = (link: Relation) => !gone.has(link.target) || links.has(linkKey(tag.id, link));
      return tag.relations.every(isLeft) ? tag : { ...tag, relations: tag.relations.filter(isLeft) };
    });
}

export function linkKey(from: string, { type, target }: Relation): string {
  return JSON.stringify([from, type, target]);
}
