import {
  closeSync,
  constants,
  type Dirent,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join, posix } from 'node:path';
import picomatch from 'picomatch';
import { exportMark, isExportFolderName } from '../../../server/src/workspace/export-place.ts';
import { isStatementName } from '../../../server/src/workspace/statement-name.ts';
import { isSidecarName } from '../annotations/sidecar-name.ts';
import { headLength, looksLikeStatement } from '../documents/first-lines.ts';
import { Failure } from './failure.ts';
import { decodeHead } from './file-encoding.ts';

/** What the names on the command line stand for. */
export interface FoundDocuments {
  /** Each file once, by the first of its names; `-` for standard input. */
  readonly files: readonly string[];
  /** Folders that could not be listed, names that stand for nothing. */
  readonly failures: readonly Failure[];
  /** How many `.txt` files of folders were passed over, being no statements by their names or first lines. */
  readonly passedOver: number;
  /** How many folders in folders were passed over, being exports. */
  readonly exports: number;
}

/**
 * Finds the documents that names stand for:
 * - a name that there is, is that file, whatever it is called; a link is followed; but a file of tags is none, since
 *   a shell's patterns take it in with its document;
 * - a folder stands for the statements in it and in its folders, by the rules of the editor: `.statement`,
 *   `.statement.txt`, and `.txt` whose name or first lines are a statement's;
 * - else a name with `*`, `?`, `[…]` or `{…}` stands for the files that fit, but for files of tags.
 * Folders and patterns leave out hidden names, `node_modules`, what was exported into a folder in them, and symbolic
 * links, which may lead out or in a ring.
 */
export function findDocuments(names: readonly string[]): FoundDocuments {
  const search = new Search();
  for (const name of names) search.add(name);
  search.end();
  return search;
}

class Search implements FoundDocuments {
  readonly files: string[] = [];
  readonly failures: Failure[] = [];
  passedOver = 0;
  exports = 0;
  readonly #tagFiles: string[] = [];
  /** Device and number: two names may be one file. */
  readonly #known = new Set<string>();

  add(name: string): void {
    const stats = name === '-' ? undefined : statsOf(name);
    if (stats?.isDirectory()) this.#addFolder(name);
    else if (!stats && name !== '-' && picomatch.scan(name).isGlob) this.#addMatches(name);
    else if (stats && isSidecarName(posix.basename(name))) this.#tagFiles.push(name);
    // A name that is no file is told when it is read, as what it is.
    else this.#take(name);
  }

  /** Files of tags are passed over in silence, but where there is nothing else. */
  end(): void {
    if (this.files.length > 0 || this.failures.length > 0) return;
    for (const name of this.#tagFiles) this.failures.push(new Failure((say) => say.fileOfTags(name)));
  }

  #take(path: string): void {
    const stats = path === '-' ? undefined : statSync(path, { bigint: true, throwIfNoEntry: false });
    const key = stats?.isFile() && stats.ino !== 0n ? `${stats.dev}:${stats.ino}` : path;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.files.push(path);
  }

  #addFolder(folder: string): void {
    let some = false;
    const failed = this.failures.length;
    const options = { hidden: false, modules: false, depth: Number.POSITIVE_INFINITY };
    for (const path of this.#walk(folder, options)) {
      if (!isStatementName(posix.basename(path))) {
        if (!path.endsWith('.txt')) continue;
        if (!startsLikeStatement(join(folder, path))) {
          this.passedOver += 1;
          continue;
        }
      }
      this.#take(join(folder, path));
      some = true;
    }
    if (!some && this.failures.length === failed) {
      this.failures.push(new Failure((say) => say.noDocuments(folder)));
    }
  }

  #addMatches(given: string): void {
    const pattern = process.platform === 'win32' ? given.replaceAll('\\', '/') : given;
    const { base, glob } = picomatch.scan(pattern);
    const fits = picomatch(glob, { nonegate: true });
    const options = {
      hidden: /(?:^|[/{,(|])\./.test(glob),
      modules: glob.includes('node_modules'),
      depth: glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length - 1,
    };
    let found = false;
    const folder = base === '' ? '.' : base;
    if (statsOf(folder)?.isDirectory()) {
      for (const path of this.#walk(folder, options)) {
        if (!fits(path) || isSidecarName(posix.basename(path))) continue;
        this.#take(join(folder, path));
        found = true;
      }
    }
    if (!found) this.failures.push(new Failure((say) => say.noMatch(given)));
  }

  /** The paths of the regular files below a folder, `/` between their parts, in the order of their names. */
  *#walk(folder: string, options: Walk, below = ''): Generator<string> {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(folder, below), { withFileTypes: true });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const path = join(folder, below);
      this.failures.push(new Failure((say) => say.cannotList(path, code ?? message)));
      return;
    }
    const isExport =
      isExportFolderName(posix.basename(below)) || entries.some(({ name }) => name === exportMark);
    if (below !== '' && isExport) {
      this.exports += 1;
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (!options.hidden && entry.name.startsWith('.')) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile()) yield path;
      else if (
        entry.isDirectory() &&
        options.depth > 0 &&
        (options.modules || entry.name !== 'node_modules')
      ) {
        yield* this.#walk(folder, { ...options, depth: options.depth - 1 }, path);
      }
    }
  }
}

interface Walk {
  readonly hidden: boolean;
  readonly modules: boolean;
  /** How many folders deep. */
  readonly depth: number;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function startsLikeStatement(path: string): boolean {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const bytes = Buffer.alloc(headLength * 4);
      const length = readSync(file, bytes, 0, bytes.length, 0);
      return looksLikeStatement(decodeHead(bytes.subarray(0, length)).slice(0, headLength));
    } finally {
      closeSync(file);
    }
  } catch {
    // It is read again as a whole, and then is told what is wrong with it.
    return true;
  }
}
