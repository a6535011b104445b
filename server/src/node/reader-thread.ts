import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import type { Instrument } from '../instruments/instrument.ts';
import { builtInInstruments, loadRegistry } from '../instruments/registry.ts';
import { createStatementService, type StatementService } from '../service.ts';
import { LineTable } from '../text/lines.ts';
import { canonicalUri } from '../workspace/file-uri.ts';
import { largestStatement, statementText } from '../workspace/statement-text.ts';
import { type StatementSummary, summaryOf } from '../workspace/summary.ts';
import { programVersion } from './program-version.ts';
import { searchStatements } from './statement-search.ts';
import { SummaryCacheFile } from './summary-cache-file.ts';

/** What the thread is started with. */
export interface ReaderThreadData {
  /** URL of the program that the thread runs. */
  readonly program: string;
  /** Path of the folder for what is remembered. */
  readonly cacheFolder: string | undefined;
}

/** What the thread is told. */
export type ReaderOrder =
  | { readonly order: 'find'; readonly id: number; readonly folder: string }
  | { readonly order: 'know'; readonly registry: string; readonly instruments: readonly Instrument[] }
  | { readonly order: 'read'; readonly id: number; readonly uri: string; readonly registry: string }
  | { readonly order: 'rest' };

/** What it answers. */
export type ReaderAnswer =
  | { readonly answer: 'found'; readonly id: number; readonly uris: readonly string[] }
  | { readonly answer: 'searched'; readonly id: number; readonly complete: boolean }
  | { readonly answer: 'read'; readonly id: number; readonly summary: StatementSummary | null }
  | { readonly answer: 'trouble'; readonly message: string };

/** Files often change together, and all that is kept is written at once. */
const SAVE_DELAY_MS = 1000;

interface Knowledge {
  readonly service: StatementService;
  /** Part of the keys of what is made with it. */
  readonly print: string;
}

/** The side of the thread: does what it is told, one after the other. */
export class ReaderThread {
  readonly #port: MessagePort;
  readonly #kept: SummaryCacheFile;
  readonly #knowledge = new Map<string, Knowledge>();
  #saving: NodeJS.Timeout | undefined;

  constructor(port: MessagePort, { program, cacheFolder }: ReaderThreadData) {
    this.#port = port;
    this.#kept = new SummaryCacheFile(cacheFolder, programVersion(program));
    port.on('message', (order: ReaderOrder) => this.#obey(order));
  }

  #obey(order: ReaderOrder): void {
    switch (order.order) {
      case 'find':
        void this.#find(order.id, order.folder);
        break;
      case 'know':
        this.#knowledge.set(order.registry, knowledgeOf(order.instruments));
        break;
      case 'read':
        this.#answer({ answer: 'read', id: order.id, summary: this.#read(order.uri, order.registry) });
        break;
      case 'rest':
        this.#saving ??= setTimeout(() => this.#save(), SAVE_DELAY_MS);
    }
  }

  async #find(id: number, folder: string): Promise<void> {
    let complete = true;
    try {
      complete = await searchStatements(fileURLToPath(folder), (paths) => {
        const uris = paths.map((path) => canonicalUri(pathToFileURL(path).href));
        this.#answer({ answer: 'found', id, uris });
      });
    } catch (error) {
      this.#trouble(`${folder} could not be searched for statements: ${String(error)}`);
    }
    this.#answer({ answer: 'searched', id, complete });
  }

  #read(uri: string, registry: string): StatementSummary | null {
    try {
      return this.#summary(uri, registry);
    } catch (error) {
      this.#trouble(`${uri} could not be read: ${error instanceof Error ? error.stack : String(error)}`);
      return null;
    }
  }

  #summary(uri: string, registry: string): StatementSummary | null {
    const bytes = bytesOf(uri);
    if (bytes === null) return null;
    const { service, print } = this.#knowledge.get(registry) ?? this.#builtIn();
    const key = `${createHash('sha256').update(bytes).digest('base64')}${print}`;
    const known = this.#kept.cache.get(key);
    if (known !== undefined) return known;
    const text = statementText(bytes);
    if (text === null) return null;
    const summary = summaryOf(service.analyse(text), new LineTable(text), service.registry);
    this.#kept.cache.set(key, summary);
    return summary;
  }

  #builtIn(): Knowledge {
    const knowledge = knowledgeOf([]);
    this.#knowledge.set('', knowledge);
    return knowledge;
  }

  #save(): void {
    this.#saving = undefined;
    try {
      this.#kept.save();
    } catch (error) {
      this.#trouble(`What was read of the workspace could not be kept: ${String(error)}`);
    }
  }

  #trouble(message: string): void {
    this.#answer({ answer: 'trouble', message });
  }

  #answer(answer: ReaderAnswer): void {
    this.#port.postMessage(answer);
  }
}

function knowledgeOf(instruments: readonly Instrument[]): Knowledge {
  if (instruments.length === 0) return { service: createStatementService(), print: '' };
  const print = createHash('sha256').update(JSON.stringify(instruments)).digest('base64');
  return { service: createStatementService(loadRegistry(builtInInstruments(), instruments)), print };
}

/** The bytes of a regular file that is not too large for a statement; null where there is none or it may not be read. */
function bytesOf(uri: string): Uint8Array | null {
  try {
    // Without waiting for somebody to write, if it is a pipe. Windows knows no such flag.
    const file = openSync(fileURLToPath(uri), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(file);
      return stats.isFile() && stats.size <= largestStatement ? readFileSync(file) : null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
