import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import { quoteOf } from '../../../client/src/annotations/quote.ts';

/** A tag of which only what matters is said; its quotes are what its spans read. UTF-16. */
export function createTag(
  text: string,
  said: Partial<Annotation> & Pick<Annotation, 'label' | 'spans'>,
): Annotation {
  return {
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    scope: 'words',
    attributes: {},
    relations: [],
    note: '',
    creator: '',
    created: '',
    modified: '',
    review: 'accepted',
    state: 'anchored',
    quotes: said.spans.map((span) => quoteOf(text, span)),
    ...said,
  };
}
