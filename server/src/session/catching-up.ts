import type { StatementDocument } from '../document.ts';
import type { Documents } from '../documents.ts';
import type { Runtime } from './runtime.ts';

/** A message that comes meanwhile waits no longer than this. */
const SLICE_MS = 3;

/** Reads in slices between the messages what a keystroke in a long text has left behind. */
export class CatchingUp {
  readonly #runtime: Runtime;
  readonly #documents: Documents;
  readonly #onDone: (document: StatementDocument) => void;
  readonly #onFailure: (message: string) => void;
  readonly #running = new Set<StatementDocument>();

  constructor(
    runtime: Runtime,
    documents: Documents,
    onDone: (document: StatementDocument) => void,
    onFailure: (message: string) => void,
  ) {
    this.#runtime = runtime;
    this.#documents = documents;
    this.#onDone = onDone;
    this.#onFailure = onFailure;
  }

  /** The text has changed. */
  changed(document: StatementDocument): void {
    if (this.#running.has(document) || !document.isAnalysed || !document.latest.behind) return;
    this.#running.add(document);
    this.#later(document);
  }

  #later(document: StatementDocument): void {
    this.#runtime.setImmediate(() => {
      if (this.#documents.get(document.uri) === document && !this.#slice(document)) this.#later(document);
      else this.#running.delete(document);
    });
  }

  /** True where nothing is left to do. */
  #slice(document: StatementDocument): boolean {
    try {
      const done = document.catchUp(SLICE_MS);
      if (done) this.#onDone(document);
      return done;
    } catch (error) {
      this.#onFailure(`The reading of ${document.uri} could not be brought up to date: ${String(error)}`);
      return true;
    }
  }
}
