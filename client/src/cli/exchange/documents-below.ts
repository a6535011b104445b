import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { recordMember } from '../../annotations/adjudication/record.ts';
import { isSettled } from '../../annotations/adjudication/settled-sidecar.ts';
import { outputNames } from '../../annotations/exchange/document-names.ts';
import { safeAnnotator, sidecarsOf } from '../../annotations/sidecar-name.ts';
import { type FileBytes, readRegularFile } from '../file-bytes.ts';
import { readSidecar } from '../sidecars.ts';

/** A document with the tags of one annotator, on its way out. */
export interface OutgoingDocument {
  /** As it was found. */
  readonly path: string;
  /** The file of its tags; absent: it has none. */
  readonly sidecar?: string;
  readonly annotator: string;
  /** Only what was settled of its tags goes out, and none of its annotators’ own. */
  readonly settledAlone?: true;
  /** Its path below the folder that is exported, `/` between folders. */
  readonly below: string;
  /** The name that it goes out by. */
  readonly name: string;
}

/**
 * The documents with each of their annotators, by the names that they go out by. A document without tags goes out as
 * well, for nobody in particular.
 * @param named what was named on the command line: paths are below the folders that these have in common
 * @param annotator whose tags alone; empty: those of the files without a name; `all`: everybody’s; absent: where there
 * is a settled set that alone, else everybody’s
 */
export function outgoingDocuments(
  named: readonly string[],
  files: readonly string[],
  annotator: string | undefined,
): readonly OutgoingDocument[] {
  const base = commonFolder(named);
  const isEverybody = annotator === undefined || annotator === 'all';
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
    const settled =
      annotator === undefined && all.length > 1
        ? all.filter(({ name }) => holdsSettledTags(join(folder, name)))
        : [];
    const chosen =
      settled.length > 0
        ? settled
        : all.filter((each) => isEverybody || each.annotator === safeAnnotator(annotator));
    if (chosen.length > 0) {
      return chosen.map((each) => ({
        path,
        below,
        annotator: each.annotator,
        sidecar: join(folder, each.name),
        ...(settled.length > 0 && { settledAlone: true as const }),
      }));
    }
    return isEverybody ? [{ path, below, annotator: '' }] : [];
  });
  const names = outputNames(found.map(({ below, annotator }) => ({ path: below, annotator })));
  return found.map((document, i) => ({ ...document, name: names[i]! }));
}

/** One that cannot be read is an annotator’s; of others only those are parsed that name what a settled set has. */
function holdsSettledTags(path: string): boolean {
  let file: FileBytes;
  try {
    file = readRegularFile(path);
  } catch {
    return false;
  }
  if (!file.ok || !Buffer.from(file.bytes).includes(recordMember)) return false;
  const read = readSidecar(path, () => {});
  return read !== null && isSettled(read.sidecar);
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
