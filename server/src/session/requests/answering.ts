import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { StatementDocument } from '../../document.ts';
import type { Documents } from '../../documents.ts';
import type { Surroundings } from '../../features/elsewhere.ts';
import { textDocumentOf } from '../../parameters.ts';
import type { StatementService } from '../../service.ts';
import type { Steps } from '../../steps.ts';
import type { Runner } from '../runner.ts';
import type { Session } from '../session.ts';

/** A message that comes meanwhile waits no longer than this. */
const SLICE_MS = 3;

/** What answering needs. */
export interface RequestContext {
  readonly connection: Connection;
  readonly runner: Runner;
  readonly service: StatementService;
  readonly documents: Documents;
  /** As it is now: it changes once, with `initialize`. */
  readonly session: () => Session;
}

/** Answers requests about a document: get the document or return nothing, and delegate. */
export class Answering {
  readonly connection: Connection;
  readonly runner: Runner;
  readonly service: StatementService;
  readonly #documents: Documents;
  readonly #session: () => Session;

  constructor({ connection, runner, service, documents, session }: RequestContext) {
    this.connection = connection;
    this.runner = runner;
    this.service = service;
    this.#documents = documents;
    this.#session = session;
  }

  get session(): Session {
    return this.#session();
  }

  /** What a feature that looks beyond the document needs. */
  around({ registry }: StatementDocument): Surroundings {
    return { registry, index: this.session.index };
  }

  /** Answers from the document that the parameters name; with `empty` where it is not open. */
  from<T>(
    { method }: { readonly method: string },
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    empty: T,
    work: (document: StatementDocument) => T | Promise<T>,
  ): Promise<T | ResponseError<never>> {
    return this.runner.answer(method, token, empty, async () => {
      const { uri } = textDocumentOf(params);
      const document = this.#documents.get(uri);
      if (document === undefined) {
        this.connection.console.warn(`${method}: ${uri} is not open.`);
        return empty;
      }
      await this.session.ready(document);
      if (token?.isCancellationRequested) throw cancelled(method);
      return this.#documents.get(uri) === document ? work(document) : empty;
    });
  }

  /** The same for work that would let a keystroke wait: other messages are looked at between its slices. */
  inSlices<T>(
    request: { readonly method: string },
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    empty: T,
    work: (document: StatementDocument) => Steps<T>,
  ): Promise<T | ResponseError<never>> {
    return this.from(request, params, token, empty, async (document) => {
      const steps = work(document);
      for (;;) {
        const until = performance.now() + SLICE_MS;
        do {
          const step = steps.next();
          if (step.done) return step.value;
        } while (performance.now() < until);
        await this.runner.pause();
        if (token?.isCancellationRequested) throw cancelled(request.method);
      }
    });
  }
}

function cancelled(what: string): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${what} was cancelled.`);
}
