import type { TaggedText } from '../tagged-text.ts';
import type { CasValue } from './cas.ts';
import type { Features } from './writing.ts';

/**
 * What DKPro Core's DocumentMetaData says of a document: its title is what it is called; its id is the annotator in
 * what INCEpTION exports, and so it is here.
 */
export function casMetadata({ name, annotator }: TaggedText): Features {
  return [['documentTitle', name], ...(annotator === '' ? [] : ([['documentId', annotator]] as const))];
}

/** The way back. An id that is the title again, or its last part with or without its ending, names nobody. */
export function readMetadata(features: ReadonlyMap<string, CasValue>): { name?: string; annotator?: string } {
  const [title, id] = [features.get('documentTitle'), features.get('documentId')];
  if (typeof title !== 'string' || title === '') return {};
  const last = title.slice(title.lastIndexOf('/') + 1);
  const isTitle = id === title || id === last || id === last.replace(/\.[^.]*$/, '');
  return { name: title, ...(typeof id === 'string' && !isTitle && { annotator: id }) };
}
