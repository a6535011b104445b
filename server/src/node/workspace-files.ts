import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Instrument } from '../instruments/instrument.ts';
import type { StatementSummary } from '../workspace/summary.ts';
import type { StatementReader, WorkspaceFiles } from '../workspace/workspace-files.ts';
import type { ReaderAnswer, ReaderOrder, ReaderThreadData } from './reader-thread.ts';

/**
 * The files of this machine, read in a thread of their own.
 * @param program URL of the program, which must run a `ReaderThread` where it is started as a thread
 * @param cacheFolder path or URI of the folder for what is remembered
 */
export function nodeFiles(program: string, cacheFolder: string | undefined): WorkspaceFiles {
  return {
    sees: (folder) => folder.startsWith('file://'),
    async readText(uri, most) {
      try {
        return await beginning(fileURLToPath(uri), most);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    startReader: (onFailure) => new ThreadReader(program, pathOf(cacheFolder), onFailure),
  };
}

/** The text of a regular file, without what comes after so many bytes. */
async function beginning(path: string, most: number): Promise<string> {
  // Without waiting for somebody to write, if it is a pipe. Windows knows no such flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error('It is no regular file.');
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(Math.min(stats.size, most)) });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function pathOf(folder: string | undefined): string | undefined {
  try {
    const path = folder?.startsWith('file:') ? fileURLToPath(folder) : folder;
    return path !== undefined && isAbsolute(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

interface Waiting {
  readonly found?: (uris: readonly string[]) => void;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** The server's side of the thread. */
class ThreadReader implements StatementReader {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #ended: Error | undefined;

  constructor(program: string, cacheFolder: string | undefined, onFailure: (message: string) => void) {
    const workerData: ReaderThreadData = { program, cacheFolder };
    this.#worker = new Worker(new URL(program), { workerData });
    this.#worker.on('message', (answer: ReaderAnswer) => {
      if (answer.answer === 'trouble') onFailure(answer.message);
      else this.#answered(answer);
    });
    this.#worker.on('error', (error) => {
      onFailure(`The statements of the workspace are no longer read: ${error.stack ?? error.message}`);
      this.#end(error);
    });
    this.#worker.on('exit', () => this.#end(new Error('The thread that reads statements has ended.')));
    this.#worker.unref();
  }

  find(folder: string, found: (uris: readonly string[]) => void): Promise<boolean> {
    return this.#ask((id) => ({ order: 'find', id, folder }), found);
  }

  know(registry: string, instruments: readonly Instrument[]): void {
    this.#tell({ order: 'know', registry, instruments });
  }

  read(uri: string, registry: string): Promise<StatementSummary | null> {
    return this.#ask((id) => ({ order: 'read', id, uri, registry }));
  }

  rest(): void {
    this.#tell({ order: 'rest' });
  }

  stop(): void {
    void this.#worker.terminate();
  }

  #ask<T>(order: (id: number) => ReaderOrder, found?: (uris: readonly string[]) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended);
        return;
      }
      const id = ++this.#count;
      this.#waiting.set(id, { resolve, reject, ...(found === undefined ? {} : { found }) });
      this.#tell(order(id));
    });
  }

  #tell(order: ReaderOrder): void {
    if (this.#ended === undefined) this.#worker.postMessage(order);
  }

  #answered(answer: Exclude<ReaderAnswer, { readonly answer: 'trouble' }>): void {
    const waiting = this.#waiting.get(answer.id);
    if (answer.answer === 'found') {
      waiting?.found?.(answer.uris);
      return;
    }
    this.#waiting.delete(answer.id);
    waiting?.resolve((answer.answer === 'read' ? answer.summary : answer.complete) as never);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
