import type { TaggedText } from '../tagged-text.ts';
import type { Cas, CasValue } from './cas.ts';
import type { Features } from './writing.ts';

/**
 * What DKPro Core's DocumentMetaData says of a document: its title is what it is called; its id is the annotator in
 * what INCEpTION exports, and so it is here.
 */
export function casMetadata({ name, path, annotator }: TaggedText): Features {
  return [
    ['documentTitle', name],
    ...(annotator === '' ? [] : ([['documentId', annotator]] as const)),
    ...(path === undefined
      ? []
      : ([
          ['documentUri', `${pathScheme}${encodeURI(path.replace(/[\ud800-\udfff]/gu, '\ufffd'))}`],
        ] as const)),
  ];
}

/** Before the path of a document that goes by another name; of tools, a file has an address of another kind. */
const pathScheme = 'jiaozhu:';

/** The way back. An id that is the title again, or its last part with or without its ending, names nobody. */
export function readMetadata(
  features: ReadonlyMap<string, CasValue>,
): Pick<Cas, 'name' | 'path' | 'annotator'> {
  const [title, id] = [features.get('documentTitle'), features.get('documentId')];
  if (typeof title !== 'string' || title === '') return {};
  const last = title.slice(title.lastIndexOf('/') + 1);
  const isTitle = id === title || id === last || id === last.replace(/\.[^.]*$/, '');
  const path = readPath(features.get('documentUri'));
  return {
    name: title,
    ...(path !== undefined && { path }),
    ...(typeof id === 'string' && !isTitle && { annotator: id }),
  };
}

function readPath(address: CasValue | undefined): string | undefined {
  if (typeof address !== 'string' || !address.startsWith(pathScheme)) return undefined;
  try {
    return decodeURI(address.slice(pathScheme.length)) || undefined;
  } catch {
    return undefined;
  }
}
