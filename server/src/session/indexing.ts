import type { StatementDocument } from '../document.ts';
import { canonicalUri, isAmong, isBelow } from '../workspace/file-uri.ts';
import { isStatementOf } from '../workspace/statement-place.ts';
import { summaryOf } from '../workspace/summary.ts';
import type { StatementReader } from '../workspace/workspace-files.ts';
import { StatementIndex } from '../workspace/workspace-index.ts';
import type { FolderInstruments } from './folder-instruments.ts';
import type { Folders } from './folders.ts';

/** So many files are with the reader at a time: it must not be idle, and what is given to it cannot be called back. */
const AT_A_TIME = 8;

/** What indexing needs. */
export interface IndexingContext {
  readonly folders: Folders;
  readonly instruments: FolderInstruments;
  /** Made when there is something to read for the first time. */
  readonly startReader: () => StatementReader;
  /** Work begins, goes on or ends: see {@link Indexing.left}. */
  readonly onProgress: (indexing: Indexing) => void;
  readonly onFailure: (message: string) => void;
}

/** Keeps the index of the workspace: files are read by the reader, and what is open is what its editor holds. */
export class Indexing {
  readonly index = new StatementIndex();
  readonly #context: IndexingContext;
  /** Canonical URIs of what the client has open. */
  readonly #open = new Set<string>();
  /** Canonical URIs of files to be read, in order. */
  readonly #queue = new Set<string>();
  /** Folders with instruments of their own, and the names under which the reader knows these. */
  readonly #registries = new Map<string, string>();
  #reader: StatementReader | undefined;
  #registryCount = 0;
  #searches = 0;
  #reading = 0;
  #done = 0;
  #stopped = false;

  constructor(context: IndexingContext) {
    this.#context = context;
  }

  /** How many files are yet to be read, as far as is known. */
  get left(): number {
    return this.#queue.size + this.#reading;
  }

  /** How many files have been read since there last was nothing to do. */
  get done(): number {
    return this.#done;
  }

  get isAtWork(): boolean {
    return this.left + this.#searches > 0;
  }

  /** Reads the statements of a folder; its instruments must be known by now. */
  async addFolder(folder: string): Promise<void> {
    this.#know(folder);
    this.#searches++;
    this.#context.onProgress(this);
    try {
      const complete = await this.#startedReader().find(folder, (uris) => {
        for (const uri of uris) this.#enqueue(uri);
      });
      if (!complete) {
        this.#context.onFailure(`${folder} holds more files than are looked through; some are left out.`);
      }
    } catch (error) {
      this.#context.onFailure(`${folder} could not be searched for statements: ${String(error)}`);
    } finally {
      this.#searches--;
      this.#pump();
    }
  }

  /** Forgets a folder that is no longer one of the workspace's, but for what another folder holds or is open. */
  removeFolder(folder: string): void {
    this.#registries.delete(folder);
    this.#forget((uri) => isBelow(uri, folder) && this.#context.folders.of(uri) === undefined);
  }

  /** A folder's instruments have changed: everything in it is read with the new ones. */
  instrumentsChanged(folder: string): void {
    this.#know(folder);
    for (const uri of this.index.uris) {
      if (this.#context.folders.of(uri) === folder) this.#enqueue(uri);
    }
  }

  /** A file is new or has another content. Canonical URI. */
  changed(uri: string): void {
    const folder = this.#context.folders.of(uri);
    if (folder !== undefined && isStatementOf(folder, uri)) this.#enqueue(uri);
  }

  /** Files, or folders with all that was in them, are gone. Canonical URIs without a slash at the end. */
  deleted(uris: ReadonlySet<string>): void {
    const rest = new Set(uris);
    for (const uri of uris) {
      if (!this.#queue.delete(uri) && !this.index.has(uri)) continue;
      if (!this.#open.has(uri)) this.index.delete(uri);
      rest.delete(uri);
    }
    // Of what is no statement it knows, each may be a folder.
    if (rest.size > 0) this.#forget((file) => isAmong(file, rest));
  }

  opened(uri: string): void {
    this.#open.add(canonicalUri(uri));
  }

  /** An open document has come to rest: the index holds what it says now. */
  rested(document: StatementDocument): void {
    const { uri, analysis, lines, registry } = document;
    this.index.set(uri, summaryOf(analysis, lines, registry));
  }

  /** What was open is again what its file holds; what has no file in the workspace is forgotten. */
  closed(uri: string): void {
    const canonical = canonicalUri(uri);
    this.#open.delete(canonical);
    const folder = this.#context.folders.of(canonical);
    if (folder !== undefined && isStatementOf(folder, canonical)) this.#enqueue(canonical);
    else this.index.delete(canonical);
  }

  /** Leaves unread what waits; what changes later is read again. */
  cancel(): void {
    this.#queue.clear();
    this.#context.onProgress(this);
  }

  stop(): void {
    this.#stopped = true;
    this.#queue.clear();
    this.#reader?.stop();
  }

  #startedReader(): StatementReader {
    this.#reader ??= this.#context.startReader();
    return this.#reader;
  }

  #know(folder: string): void {
    const instruments = this.#context.instruments.of(folder);
    if (instruments.length === 0) {
      this.#registries.delete(folder);
      return;
    }
    const name = `${++this.#registryCount}`;
    this.#registries.set(folder, name);
    this.#startedReader().know(name, instruments);
  }

  #forget(isGone: (uri: string) => boolean): void {
    for (const uri of this.#queue) if (isGone(uri)) this.#queue.delete(uri);
    for (const uri of this.index.uris) if (isGone(uri) && !this.#open.has(uri)) this.index.delete(uri);
  }

  #enqueue(uri: string): void {
    if (this.#stopped || this.#open.has(uri)) return;
    this.#queue.add(uri);
    this.#pump();
  }

  #pump(): void {
    for (const uri of this.#queue) {
      if (this.#reading >= AT_A_TIME) break;
      this.#queue.delete(uri);
      this.#reading++;
      void this.#read(uri);
    }
    if (!this.isAtWork) {
      this.#done = 0;
      this.#reader?.rest();
    }
    this.#context.onProgress(this);
  }

  async #read(uri: string): Promise<void> {
    const folder = this.#context.folders.of(uri);
    const registry = (folder && this.#registries.get(folder)) ?? '';
    try {
      const summary = await this.#startedReader().read(uri, registry);
      // Meanwhile it may have been opened, or its folder may be gone.
      if (!this.#open.has(uri) && this.#context.folders.of(uri) === folder) {
        if (summary === null) this.index.delete(uri);
        else this.index.set(uri, summary);
      }
    } catch {
      // The reader has ended, and has said why: what the file holds now, nobody knows.
      this.#queue.clear();
      if (!this.#open.has(uri)) this.index.delete(uri);
    } finally {
      this.#reading--;
      this.#done++;
      this.#pump();
    }
  }
}
