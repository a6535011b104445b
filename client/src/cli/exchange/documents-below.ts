import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { outputNames } from '../../annotations/exchange/document-names.ts';
import { safeAnnotator, sidecarsOf } from '../../annotations/sidecar-name.ts';

/** A document with the tags of one annotator, on its way out. */
export interface OutgoingDocument {
  /** As it was found. */
  readonly path: string;
  /** The file of its tags; absent: it has none. */
  readonly sidecar?: string;
  readonly annotator: string;
  /** Its path below the folder that is exported, `/` between folders. */
  readonly below: string;
  /** The name that it goes out by. */
  readonly name: string;
}

/**
 * The documents with each of their annotators, by the names that they go out by. A document without tags goes out as
 * well, for nobody in particular.
 * @param named what was named on the command line: paths are below the folders that these have in common
 * @param annotator whose tags alone; empty: those of the files without a name
 */
export function outgoingDocuments(
  named: readonly string[],
  files: readonly string[],
  annotator: string | undefined,
): readonly OutgoingDocument[] {
  const base = commonFolder(named);
  const inFolder = new Map<string, readonly string[]>();
  const found = files.flatMap((path) => {
    const folder = dirname(path);
    let names = inFolder.get(folder);
    if (!names) {
      names = path === '-' ? [] : readdirSync(folder).sort();
      inFolder.set(folder, names);
    }
    const below = path === '-' ? 'stdin.txt' : relative(base, resolve(path)).split(sep).join('/');
    const all = path === '-' ? [] : sidecarsOf(basename(path), names);
    const chosen = all.filter(
      (each) => annotator === undefined || each.annotator === safeAnnotator(annotator),
    );
    if (chosen.length > 0) {
      return chosen.map((each) => ({
        path,
        below,
        annotator: each.annotator,
        sidecar: join(folder, each.name),
      }));
    }
    return annotator === undefined ? [{ path, below, annotator: '' }] : [];
  });
  const names = outputNames(found.map(({ below, annotator }) => ({ path: below, annotator })));
  return found.map((document, i) => ({ ...document, name: names[i]! }));
}

/** The deepest folder that holds all that is named; of a folder itself, of a pattern what stands before its first star. */
export function commonFolder(named: readonly string[]): string {
  const folders = named
    .filter((name) => name !== '-')
    .map((name) => {
      const stats = statSync(name, { throwIfNoEntry: false });
      if (stats?.isDirectory()) return resolve(name);
      return resolve(stats ? dirname(name) : picomatch.scan(name).base || '.');
    });
  const [first = resolve('.'), ...others] = folders;
  let common = first;
  for (const other of others) {
    while (relative(common, other).split(sep)[0] === '..') {
      const above = dirname(common);
      if (above === common) break;
      common = above;
    }
  }
  return common;
}
