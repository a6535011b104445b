import type { TextRange } from '../../../server/src/text/range.ts';
import type { Annotation } from './annotation.ts';
import type { AnnotationDraft } from './store.ts';

/**
 * Drafts of others' tags for one's own: of those that have words. Links among them lead from copy to copy, and those
 * that lead elsewhere are left out.
 *
 * @param whole whether these are all tags of their annotator, so that their chains are whole as well
 */
export function draftsOf(tags: readonly Annotation[], whole: boolean): AnnotationDraft[] {
  const ids = new Set(tags.filter(hasWords).map(({ id }) => id));
  return tags.filter(hasWords).map((tag) => {
    const [range, ...fragments] = tag.spans.filter(isNotEmpty);
    return {
      label: tag.label,
      range: range ?? { start: 0, end: 0 },
      ...(fragments.length > 0 ? { fragments } : {}),
      scope: tag.scope,
      note: tag.note,
      attributes: tag.attributes,
      review: tag.review,
      copyOf: tag.id,
      relations: tag.relations.filter(({ target }) => ids.has(target)),
      ...(whole && tag.chain !== undefined ? { chain: tag.chain } : {}),
    };
  });
}

function hasWords({ spans, scope }: Annotation): boolean {
  return scope === 'document' || spans.some(isNotEmpty);
}

function isNotEmpty({ start, end }: TextRange): boolean {
  return start < end;
}

/** Whether links or chains of the tags are not among what their drafts say. */
export function leavesLinks(tags: readonly Annotation[], drafts: readonly AnnotationDraft[]): boolean {
  const links = (all: readonly Pick<AnnotationDraft, 'relations' | 'chain'>[]) =>
    all.reduce((sum, { relations = [], chain }) => sum + relations.length + (chain === undefined ? 0 : 1), 0);
  return links(drafts) < links(tags);
}
