import { safeAnnotator } from '../sidecar-name.ts';
import { keyOf, safePath, withoutEnding } from './document-names.ts';

/** Where the tags of an import belong. */
export interface Belonging {
  /** The path of the document, `/` between folders, below the folder that is imported into. */
  readonly path: string;
  readonly annotator: string;
  /** Whether the document is not there and is to be made of the text that is imported. */
  readonly isNew: boolean;
}

/** What a path below the folder is: what is there now. */
export type FilesIn = (folder: string) => Promise<readonly string[]>;

/**
 * The document that tags of an import belong to:
 * - the one of that path; else the only one of that path whatever the ending: other tools give texts another;
 * - where the file does not say whose tags these are, and its first folder is none of the documents', that is the
 *   annotator's name, as it is in an export of several annotators; of the rest of the path as before;
 * - else a new one, of that path as every system can have it.
 * @param name the document's, as the file has it: anybody may have written it
 * @param filesIn the names of the files in a folder; none where there is no such folder
 */
export async function belongingOf(name: string, annotator: string, filesIn: FilesIn): Promise<Belonging> {
  const path = safePath(name);
  const own = await documentAt(path, filesIn);
  if (own !== undefined) return { path: own, annotator, isNew: false };
  const slash = path.indexOf('/');
  const folder = path.slice(0, Math.max(0, slash));
  if (
    slash > 0 &&
    safeAnnotator(folder) === folder &&
    (annotator === '' || safeAnnotator(annotator) === folder)
  ) {
    const shared = await documentAt(path.slice(slash + 1), filesIn);
    if (shared !== undefined) return { path: shared, annotator: annotator || folder, isNew: false };
  }
  return { path: isTextName(path) ? path : `${path}.txt`, annotator, isNew: true };
}

async function documentAt(path: string, filesIn: FilesIn): Promise<string | undefined> {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, slash));
  const name = path.slice(slash + 1);
  const files = (await filesIn(folder)).filter((each) => !each.startsWith('.'));
  const found =
    files.find((each) => each === name) ??
    only(files, (each) => keyOf(each) === keyOf(name)) ??
    only(files, (each) => isTextName(each) && keyOf(withoutEnding(each)) === keyOf(withoutEnding(name)));
  return found === undefined ? undefined : folder === '' ? found : `${folder}/${found}`;
}

function only<T>(all: readonly T[], fits: (each: T) => boolean): T | undefined {
  const fitting = all.filter(fits);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isTextName(path: string): boolean {
  return /\.(?:txt|statement|text)$/i.test(path);
}
