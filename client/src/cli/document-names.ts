import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';

/** A name under which a document may have been tagged. */
export interface DocumentName {
  /** Path of the folder. */
  readonly folder: string;
  /** The file's name in it. */
  readonly document: string;
}

/** No system follows more links than this. */
const mostLinks = 64;

/**
 * The names that a document has on the way from a path to the file itself, through symbolic links; the file's own
 * first, the one that was given last.
 * @throws the system's error where something on the way is gone
 */
export function documentNames(path: string): DocumentName[] {
  const given = dirname(path);
  const home = realpathSync.native(given);
  // People know a folder as they named it; but where `..` follows a link, no name can be joined to that.
  const shown = (folder: string) => (folder === home && !given.includes('..') ? given : folder);
  const names: DocumentName[] = [{ folder: shown(home), document: basename(path) }];
  let at = path;
  for (let links = 0; links < mostLinks && lstatSync(at).isSymbolicLink(); links++) {
    const target = readlinkSync(at);
    const next = isAbsolute(target) ? target : `${dirname(at)}/${target}`;
    // Only the native one asks the system what `..` behind a link means.
    const folder = realpathSync.native(dirname(next));
    const document = basename(next);
    names.unshift({ folder: shown(folder), document });
    at = join(folder, document);
  }
  return names;
}
