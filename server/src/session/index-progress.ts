import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { t } from '../l10n/language.ts';
import type { Runtime } from './runtime.ts';

/** Work that is done sooner is not worth a word. */
const DELAY_MS = 1000;

/** Work as a person sees it. */
export interface Work {
  readonly isAtWork: boolean;
  readonly done: number;
  readonly left: number;
  cancel(): void;
}

/** Tells how far the reading of the workspace is, where that takes long, and lets a person stop it. */
export class IndexProgress {
  readonly #connection: Connection;
  readonly #runtime: Runtime;
  #cancelDelay: (() => void) | undefined;
  #reporter: WorkDoneProgressServerReporter | undefined;
  #percentage = 0;
  /** Grows with each end, so that what was asked for before it is known to be late. */
  #ends = 0;

  constructor(connection: Connection, runtime: Runtime) {
    this.#connection = connection;
    this.#runtime = runtime;
  }

  /** The work begins, goes on or has ended. */
  tell(work: Work): void {
    if (!work.isAtWork) this.#end();
    else if (this.#reporter !== undefined) this.#report(this.#reporter, work);
    else this.#cancelDelay ??= this.#runtime.setTimeout(() => void this.#begin(work), DELAY_MS);
  }

  async #begin(work: Work): Promise<void> {
    const ends = this.#ends;
    const reporter = await this.#connection.window.createWorkDoneProgress().catch(() => undefined);
    // A client may answer when all is done.
    if (reporter === undefined || ends !== this.#ends) return;
    this.#reporter = reporter;
    this.#percentage = 0;
    reporter.begin(t('Reading the statements of the workspace'), 0, undefined, true);
    reporter.token.onCancellationRequested(() => work.cancel());
    this.#report(reporter, work);
  }

  #report(reporter: WorkDoneProgressServerReporter, { done, left }: Work): void {
    const percentage = Math.floor((100 * done) / Math.max(1, done + left));
    // While folders are being searched the share may shrink, and the protocol wants it to grow.
    if (percentage <= this.#percentage) return;
    this.#percentage = percentage;
    reporter.report(percentage, t('{0} of {1}', done, done + left));
  }

  #end(): void {
    this.#ends++;
    this.#cancelDelay?.();
    this.#cancelDelay = undefined;
    this.#reporter?.done();
    this.#reporter = undefined;
  }
}
