import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { FileEncoding } from '../../../../server/src/text/encoding/detection.ts';
import {
  type ExportChoice,
  type ExportedText,
  exportedText,
} from '../../annotations/exchange/exported-text.ts';
import { Failure } from '../failure.ts';
import { type Language, type Messages, messagesIn } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import { traceOf } from '../trace.ts';
import type { OutgoingDocument } from './documents-below.ts';
import { NativeDocuments } from './native-documents.ts';

/** How documents are made ready to go out; it can be sent to a thread. */
export interface Preparation {
  readonly choice: ExportChoice;
  /** Whether what is known of the text is needed. */
  readonly facts: boolean;
  readonly encoding?: FileEncoding;
}

/** A document that is ready; it can be sent back. */
export interface PreparedDocument {
  /** Lines for standard error; why it could not be read among them. */
  readonly err: readonly string[];
  /** Absent where it could not be read. */
  readonly exported?: ExportedText;
}

/** The words between the command and its threads. */
export interface PrepareTask {
  readonly prepare: Preparation;
  readonly language: Language;
  readonly document: OutgoingDocument;
}

/** A thread takes as much memory as the command itself: a second one would pass the 512 MB that an export may use. */
const mostThreads = 1;
/** For less than this, in bytes of text, they are not worth their start. */
const worthThreads = 1_000_000;

/** Documents made ready one after the other, in their order; texts that must be analysed by threads, where that is worth it. */
export async function* preparedDocuments(
  documents: readonly OutgoingDocument[],
  prepare: Preparation,
  terminal: Terminal,
  say: Messages,
): AsyncIterable<PreparedDocument> {
  const { startWorker } = terminal;
  if (startWorker && prepare.facts && areWorthThreads(documents)) {
    yield* byThreads(documents, prepare, startWorker, say);
    return;
  }
  const preparer = new Preparer(prepare, say, terminal.input);
  for (const document of documents) yield await preparer.prepare(document);
}

function areWorthThreads(documents: readonly OutgoingDocument[]): boolean {
  if (availableParallelism() < 2) return false;
  let bytes = 0;
  for (const { path } of documents) {
    // Only this thread has the standard input.
    if (path === '-') return false;
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes >= worthThreads;
}

/** Makes documents ready, and keeps what it hears on the way. */
class Preparer {
  readonly #prepare: Preparation;
  readonly #say: Messages;
  readonly #natives: NativeDocuments;
  #err: string[] = [];

  constructor(prepare: Preparation, say: Messages, input: Terminal['input']) {
    this.#prepare = prepare;
    this.#say = say;
    const terminal: Terminal = { env: {}, out() {}, err: (line) => void this.#err.push(line), input };
    this.#natives = new NativeDocuments(terminal, say, prepare.facts, prepare.encoding);
  }

  /** Never throws for what is in a file. */
  async prepare(document: OutgoingDocument): Promise<PreparedDocument> {
    this.#err = [];
    try {
      const native = await this.#natives.read(document);
      return { err: this.#err, exported: exportedText(native, this.#prepare.choice) };
    } catch (error) {
      const told = error instanceof Failure ? error.tell(this.#say) : this.#say.internalError(traceOf(error));
      return { err: [...this.#err, `jiaozhu: ${visible(told)}`] };
    }
  }
}

/** A thread's side: its preparer stays, since one text may have several annotators. */
let own: { readonly key: string; readonly preparer: Preparer } | undefined;

export function performPreparation({ prepare, language, document }: PrepareTask): Promise<PreparedDocument> {
  const key = JSON.stringify([prepare, language]);
  if (own?.key !== key) {
    own = { key, preparer: new Preparer(prepare, messagesIn(language), async () => new Uint8Array()) };
  }
  return own.preparer.prepare(document);
}

async function* byThreads(
  documents: readonly OutgoingDocument[],
  prepare: Preparation,
  startWorker: () => Worker,
  say: Messages,
): AsyncIterable<PreparedDocument> {
  /** What is given to a thread or ready, by number; whoever takes it takes it out, so that nothing stays in memory. */
  const results = new Map<number, Promise<PreparedDocument | undefined>>();
  let next = 0;
  let taken = 0;
  const waiting = new Set<Worker>();
  const workers = Array.from({ length: mostThreads }, startWorker);
  // Not too far ahead: what is ready and not yet taken is in memory.
  const give = (worker: Worker) => {
    if (next >= documents.length) return;
    if (next - taken > 2 * mostThreads) {
      waiting.add(worker);
      return;
    }
    const index = next;
    next += 1;
    const result = new Promise<PreparedDocument | undefined>((resolve) => {
      // Where a thread comes to an end, this one does what it left.
      const leave = () => resolve(undefined);
      worker.once('exit', leave);
      worker.once('message', (prepared: PreparedDocument) => {
        worker.off('exit', leave);
        resolve(prepared);
        give(worker);
      });
    });
    results.set(index, result);
    worker.postMessage({
      prepare,
      language: say.language,
      document: documents[index]!,
    } satisfies PrepareTask);
  };
  for (const worker of workers) {
    worker.on('error', () => {});
    worker.on('exit', () => waiting.delete(worker));
    give(worker);
  }
  const here = new Preparer(prepare, say, async () => new Uint8Array());
  try {
    for (const [index, document] of documents.entries()) {
      // All threads may be gone before they came to it.
      const prepared = await results.get(index);
      results.delete(index);
      if (index >= next) next = index + 1;
      taken = index + 1;
      for (const worker of [...waiting]) {
        waiting.delete(worker);
        give(worker);
      }
      yield prepared ?? (await here.prepare(document));
    }
  } finally {
    for (const worker of workers) void worker.terminate();
  }
}
