import { createHash } from 'node:crypto';
import {
  close,
  closeSync,
  existsSync,
  fsync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { exportMark, exportMarkText, foldersToMark } from '../../../../server/src/workspace/export-place.ts';
import { isBelow } from '../../annotations/exchange/output-path.ts';
import type { OutputPiece } from '../../annotations/formats/format.ts';
import { Failure } from '../failure.ts';
import { syncFolder } from '../replace-file.ts';
import type { Terminal } from '../terminal.ts';
import type { Untouchable } from './untouchable.ts';

/** What the folder of a run begins with; behind it stand the machine and the process. */
const prefix = '.jiaozhu-export-';
/** How many files are open at once: of each document at most a few, and those of all documents. */
const mostOpen = 16;
/** How many files are on their way to the disk at once; the next one then waits for its own. */
const mostSyncing = 64;
/** Pieces are written together from so many bytes on. */
const worthWriting = 1 << 16;

interface OpenFile {
  readonly descriptor: number;
  waiting: Uint8Array[];
  length: number;
}

/**
 * Files on their way into a folder. They are written into a folder of their own in it, and come to their names when
 * all are whole: whatever ends the run before, there is no half file under any name. What a killed run left is
 * removed by the next.
 */
export class StagedFiles {
  readonly #folder: string;
  readonly #stage: string;
  readonly #force: boolean;
  readonly #untouchable: Untouchable;
  /** The topmost folder that was made for this. */
  readonly #made: string | undefined;
  readonly #open = new Map<string, OpenFile>();
  readonly #files = new Set<string>();
  /** Files that are written and on their way to the disk: waiting for one after another takes longer than writing. */
  readonly #syncing = new Set<Promise<void>>();
  /** What kept the first of them from it. */
  #fault: Failure | undefined;
  readonly #forget: () => void;

  /** @throws Failure where the folder cannot be written to */
  constructor(
    folder: string,
    force: boolean,
    untouchable: Untouchable,
    { onInterrupt }: Pick<Terminal, 'onInterrupt'>,
  ) {
    this.#folder = folder;
    this.#force = force;
    this.#untouchable = untouchable;
    // Before there is anything to remove: a signal may come as soon as there is.
    this.#forget = onInterrupt?.(() => this.discard()) ?? (() => {});
    try {
      this.#made = mkdirSync(folder, { recursive: true });
      removeLeftovers(folder);
      this.#stage = mkdtempSync(join(folder, `${prefix}${machine()}-${process.pid}-`));
    } catch (error) {
      this.#forget();
      throw writeFailure(folder, error);
    }
  }

  /** How many files there are so far. */
  get count(): number {
    return this.#files.size;
  }

  /** @throws Failure where it cannot be written, or a file of that name is there already */
  write({ file, content }: OutputPiece): void {
    if (!isBelow(file)) throw new RangeError(`“${file}” is no path below the output.`);
    try {
      const open = this.#openFile(file);
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      open.waiting.push(bytes);
      open.length += bytes.length;
      if (open.length >= worthWriting) flush(open);
    } catch (error) {
      throw error instanceof Failure ? error : writeFailure(join(this.#folder, file), error);
    }
  }

  /** Gives all files their names. @throws Failure; what has no name yet is then gone */
  async commit(): Promise<void> {
    let at = this.#folder;
    try {
      for (const name of [...this.#open.keys()]) this.#close(name);
      await Promise.all(this.#syncing);
      if (this.#fault) throw this.#fault;
      // All are looked at before the first is moved.
      for (const file of this.#files) this.#refuseThere(file);
      at = this.#folder;
      this.#mark();
      const folders = new Set<string>();
      for (const file of this.#files) {
        at = join(this.#folder, file);
        mkdirSync(dirname(at), { recursive: true });
        renameSync(join(this.#stage, file), at);
        folders.add(dirname(at));
      }
      for (const folder of folders) syncFolder(folder);
    } catch (error) {
      throw error instanceof Failure ? error : writeFailure(at, error);
    } finally {
      this.#clear();
    }
  }

  /** Removes all that was written, and the folder if it was made for it. */
  discard(): void {
    for (const { descriptor } of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
    this.#clear();
    if (this.#made === undefined) return;
    try {
      for (let folder = this.#folder; ; folder = dirname(folder)) {
        rmdirSync(folder);
        if (folder === this.#made) break;
      }
    } catch {
      // Somebody has put something there meanwhile.
    }
  }

  /** Marks what is made of texts, so that nobody takes them for documents of the folder above. */
  #mark(): void {
    const looked = new Map<string, boolean>();
    const holdsNothingElse = (folder: string) => {
      const known = looked.get(folder) ?? holdsNoOther(join(this.#folder, folder));
      looked.set(folder, known);
      return known;
    };
    const marked = new Set<string>();
    for (const file of this.#files) {
      const folder = foldersToMark(file).find(holdsNothingElse);
      if (folder !== undefined) marked.add(folder);
    }
    for (const folder of marked) {
      mkdirSync(join(this.#folder, folder), { recursive: true });
      writeFileSync(join(this.#folder, folder, exportMark), exportMarkText);
    }
  }

  #clear(): void {
    this.#forget();
    rmSync(this.#stage, { recursive: true, force: true });
  }

  #openFile(file: string): OpenFile {
    const known = this.#open.get(file);
    if (known) {
      // The one that was used last is the last to be closed.
      this.#open.delete(file);
      this.#open.set(file, known);
      return known;
    }
    const isNew = !this.#files.has(file);
    if (isNew) this.#refuseThere(file);
    const path = join(this.#stage, file);
    if (isNew) mkdirSync(dirname(path), { recursive: true });
    const oldest = this.#open.keys().next();
    if (this.#open.size >= mostOpen && !oldest.done) this.#close(oldest.value);
    const open: OpenFile = { descriptor: openSync(path, isNew ? 'wx' : 'a'), waiting: [], length: 0 };
    this.#files.add(file);
    this.#open.set(file, open);
    return open;
  }

  #refuseThere(file: string): void {
    const path = join(this.#folder, file);
    if (this.#untouchable.has(path)) throw new Failure((say) => say.sourceThere(path));
    // A link that leads nowhere is there as well.
    if (!this.#force && lstatSync(path, { throwIfNoEntry: false })) {
      throw new Failure((say) => say.outputThere(path));
    }
    // A folder that is a link may lead anywhere.
    for (let below = dirname(file); below !== '.'; below = dirname(below)) {
      const folder = join(this.#folder, below);
      if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
        throw new Failure((say) => say.outputLink(folder));
      }
    }
  }

  #close(file: string): void {
    const open = this.#open.get(file)!;
    this.#open.delete(file);
    const { descriptor } = open;
    const isLater = this.#syncing.size < mostSyncing;
    try {
      flush(open);
      if (!isLater) fsyncSync(descriptor);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    if (!isLater) closeSync(descriptor);
    else this.#sync(file, descriptor);
  }

  /** Lets a file come to the disk meanwhile, and closes it. */
  #sync(file: string, descriptor: number): void {
    const done = new Promise<NodeJS.ErrnoException | null | undefined>((resolve) => {
      fsync(descriptor, (fault) => close(descriptor, (other) => resolve(fault ?? other)));
    }).then((fault) => {
      this.#syncing.delete(done);
      if (fault) this.#fault ??= writeFailure(join(this.#folder, file), fault);
    });
    this.#syncing.add(done);
  }
}

/** Whether there is nothing in a folder but what was exported to it, or is being. */
function holdsNoOther(folder: string): boolean {
  if (!existsSync(folder)) return true;
  const names = readdirSync(folder);
  return names.includes(exportMark) || names.every((name) => name.startsWith(prefix));
}

function flush(open: OpenFile): void {
  const bytes = open.waiting.length === 1 ? open.waiting[0]! : Buffer.concat(open.waiting);
  open.waiting = [];
  open.length = 0;
  for (let at = 0; at < bytes.length; ) at += writeSync(open.descriptor, bytes, at);
}

/** Which machine this is, for a folder that several may write to. */
function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** Removes what runs on this machine left that are no longer there. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, host, id] = new RegExp(`^\\${prefix}([0-9a-f]{8})-(\\d+)-`).exec(name) ?? [];
    if (host !== machine() || Number(id) === process.pid || isRunning(Number(id))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function writeFailure(path: string, error: unknown): Failure {
  const { code, message } = error as NodeJS.ErrnoException;
  const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return new Failure((say) => (denied ? say.mayNotWriteTo(path) : say.cannotWriteTo(path, code ?? message)));
}
