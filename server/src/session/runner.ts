import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Malformed } from '../malformed.ts';
import type { Runtime } from './runtime.ts';

/**
 * Runs what answers requests. Work is put off until the messages that wait have been looked at, so that a
 * cancellation among them is seen first; work that fails is logged and answered with nothing.
 */
export class Runner {
  readonly #runtime: Runtime;
  readonly #log: (message: string) => void;
  #ended = false;

  constructor(runtime: Runtime, log: (message: string) => void) {
    this.#runtime = runtime;
    this.#log = log;
  }

  /** From here on every request is an error, and no notification is followed. Source: LSP 3.17, `shutdown`. */
  end(): void {
    this.#ended = true;
  }

  /** What is answered to a request that comes after the end; undefined before that. */
  refusal(what: string): ResponseError<never> | undefined {
    if (!this.#ended) return undefined;
    return new ResponseError<never>(ErrorCodes.InvalidRequest, `${what} was asked after shutdown.`);
  }

  /** Lets the messages that wait be looked at first. */
  pause(): Promise<void> {
    return new Promise<void>((resolve) => this.#runtime.setImmediate(resolve));
  }

  /**
   * The work's result; `empty` where it fails. An error of the protocol that the work throws is passed on.
   * @param what the name of the request
   */
  async answer<T>(
    what: string,
    token: CancellationToken,
    empty: T,
    work: () => T | Promise<T>,
  ): Promise<T | ResponseError<never>> {
    const refusal = this.refusal(what);
    if (refusal !== undefined) return refusal;
    await this.pause();
    // A list as parameters is taken for several, and then there may be no token.
    if (token?.isCancellationRequested) {
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

  /** Does at once what the notification of this name asks for: they must stay in order. */
  notified(what: string, work: () => void): void {
    if (this.#ended) return;
    try {
      work();
    } catch (error) {
      this.#failed(what, error);
    }
  }

  #failed(what: string, error: unknown): void {
    if (error instanceof Malformed) this.#log(`${what}: the parameters are malformed: ${error.message}`);
    else
      this.#log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
