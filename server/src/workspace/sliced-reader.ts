import type { Instrument } from '../instruments/instrument.ts';
import { builtInInstruments, builtInRegistry, loadRegistry } from '../instruments/registry.ts';
import { createStatementService, type StatementService } from '../service.ts';
import { LineTable } from '../text/lines.ts';
import { statementText } from './statement-text.ts';
import { type StatementSummary, summaryOf } from './summary.ts';
import type { StatementReader } from './workspace-files.ts';

/** A longer text would keep requests waiting for more than a twentieth of a second. UTF-16 code units. */
const longest = 100_000;
/** Two bytes a character at the least, for Chinese. */
export const longestInBytes = 4 * longest;

/** How to get at files, and at time. */
export interface SlicedReaderContext {
  readonly find: (folder: string) => Promise<readonly string[]>;
  /** A file's bytes, of one that is longer than {@link longestInBytes} a few more than that; null where there is none. */
  readonly bytes: (uri: string) => Promise<Uint8Array | null>;
  /** Calls back once the messages that wait already have been looked at. */
  readonly later: (callback: () => void) => void;
}

/**
 * Reads statements where there is no thread for it: one at a time, between the messages. Longer ones are left out, and
 * nothing is kept.
 */
export class SlicedReader implements StatementReader {
  readonly #context: SlicedReaderContext;
  readonly #services = new Map<string, StatementService>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(context: SlicedReaderContext) {
    this.#context = context;
    this.#services.set('', createStatementService(builtInRegistry()));
  }

  async find(folder: string, found: (uris: readonly string[]) => void): Promise<boolean> {
    found(await this.#context.find(folder));
    return true;
  }

  know(registry: string, instruments: readonly Instrument[]): void {
    this.#services.set(registry, createStatementService(loadRegistry(builtInInstruments(), instruments)));
  }

  read(uri: string, registry: string): Promise<StatementSummary | null> {
    const read = this.#last.then(() => this.#read(uri, registry));
    this.#last = read.catch(() => undefined);
    return read;
  }

  rest(): void {}

  stop(): void {}

  async #read(uri: string, registry: string): Promise<StatementSummary | null> {
    const bytes = await this.#context.bytes(uri);
    if (bytes === null || bytes.length > longestInBytes) return null;
    await new Promise<void>((resolve) => this.#context.later(resolve));
    const text = statementText(bytes);
    if (text === null || text.length > longest) return null;
    const service = this.#services.get(registry) ?? this.#services.get('')!;
    return summaryOf(service.analyse(text), new LineTable(text), service.registry);
  }
}
