import type { Connection } from 'vscode-languageserver';
import type { StatementDocument } from '../document.ts';
import { t } from '../l10n/language.ts';
import type { ClientSupport } from './client-support.ts';
import type { Runtime } from './runtime.ts';

/** A text of this many characters takes about a second to be read for the first time. */
const LONG = 2_000_000;

/** A client that does not answer is not waited for longer than this. */
const PATIENCE_MS = 500;

/** The first analysis of long texts, with a word to the person who waits for it. */
export class FirstReadings {
  readonly #connection: Connection;
  readonly #runtime: Runtime;
  readonly #client: ClientSupport;
  readonly #waiting = new WeakMap<StatementDocument, Promise<void>>();

  constructor(connection: Connection, runtime: Runtime, client: ClientSupport) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#client = client;
  }

  open(document: StatementDocument): void {
    if (document.lines.text.length < LONG || !this.#client.progress) return;
    this.#waiting.set(document, this.#read(document));
  }

  /** When a question about the document may be answered without hiding that it takes long. */
  async settled(document: StatementDocument): Promise<void> {
    await this.#waiting.get(document);
  }

  async #read(document: StatementDocument): Promise<void> {
    const late = new Promise<undefined>((resolve) =>
      this.#runtime.setTimeout(() => resolve(undefined), PATIENCE_MS),
    );
    const created = this.#connection.window.createWorkDoneProgress();
    const progress = await Promise.race([created, late]).catch(() => undefined);
    progress?.begin(t('Reading a long text'));
    await new Promise<void>((resolve) => this.#runtime.setImmediate(resolve));
    try {
      // Asking is what makes the analysis.
      void document.analysis;
    } catch {
      // Whoever asks next is told.
    } finally {
      progress?.done();
      this.#waiting.delete(document);
    }
  }
}
