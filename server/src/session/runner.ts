import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Runtime } from './runtime.ts';

/**
 * Runs what answers requests. Work is put off until the messages that wait have been looked at, so that a
 * cancellation among them is seen first; work that fails is logged and answered with nothing.
 */
export class Runner {
  readonly #runtime: Runtime;
  readonly #log: (message: string) => void;

  constructor(runtime: Runtime, log: (message: string) => void) {
    this.#runtime = runtime;
    this.#log = log;
  }

  /** The work's result; `empty` where it fails. An error of the protocol that the work throws is passed on. */
  async answer<T>(
    what: string,
    token: CancellationToken,
    empty: T,
    work: () => T | Promise<T>,
  ): Promise<T | ResponseError<never>> {
    await new Promise<void>((resolve) => this.#runtime.setImmediate(resolve));
    if (token.isCancellationRequested) {
      return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${what} was cancelled.`);
    }
    try {
      return await work();
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      this.#failed(what, error);
      return empty;
    }
  }

  /** Does at once what a notification asks for: they must stay in order. */
  notified(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#failed(what, error);
    }
  }

  #failed(what: string, error: unknown): void {
    this.#log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
