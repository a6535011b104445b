import type { StatementDocument } from '../document.ts';
import type { Documents } from '../documents.ts';
import type { Runtime } from './runtime.ts';

/** Long enough that nobody who types waits for it, short enough to look immediate. */
const DELAY_MS = 400;
/** A long text takes longer to be looked over, so that its person must have paused for longer: 2 s for a million characters. */
const CHARACTERS_PER_MS = 500;

/** What looking again needs. */
export interface SecondReadingsContext {
  readonly runtime: Runtime;
  readonly documents: Documents;
  readonly ready: (document: StatementDocument) => Promise<void>;
  /** All of a document has been read, as it is now. */
  readonly onRead: (document: StatementDocument) => void;
  /** What is found in a document is no longer what it was. */
  readonly onChange: (document: StatementDocument) => void;
  readonly onFailure: (message: string) => void;
}

/** Looks for what only the whole document shows, when its text has been left alone for a while. */
export class SecondReadings {
  readonly #context: SecondReadingsContext;
  readonly #waiting = new Map<string, () => void>();

  constructor(context: SecondReadingsContext) {
    this.#context = context;
  }

  /** The text has changed. */
  changed(document: StatementDocument): void {
    this.#waiting.get(document.uri)?.();
    const cancel = this.#context.runtime.setTimeout(
      () => {
        this.#waiting.delete(document.uri);
        void this.#context.ready(document).then(() => this.#read(document));
      },
      Math.max(DELAY_MS, document.lines.text.length / CHARACTERS_PER_MS),
    );
    this.#waiting.set(document.uri, cancel);
  }

  closed(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
  }

  #read(document: StatementDocument): void {
    const { documents, onRead, onChange, onFailure } = this.#context;
    if (documents.get(document.uri) !== document) return;
    try {
      if (document.readAgain()) onChange(document);
      onRead(document);
    } catch (error) {
      onFailure(`The second reading of ${document.uri} failed: ${String(error)}`);
    }
  }
}
