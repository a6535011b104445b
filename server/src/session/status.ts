import type { Connection } from 'vscode-languageserver';
import type { StatementDocument } from '../document.ts';
import { status } from '../features/status.ts';
import { statusNotification } from '../protocol.ts';
import type { StatementService } from '../service.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Runtime } from './runtime.ts';

/** Long enough that nobody who types waits for it, short enough to look immediate. */
const DELAY_MS = 300;

/** Tells the client where each document stands, when its text has been left alone for a while. */
export class StatusReports {
  readonly #connection: Connection;
  readonly #runtime: Runtime;
  readonly #service: StatementService;
  readonly #diagnostics: Diagnostics;
  readonly #waiting = new Map<string, () => void>();

  constructor(connection: Connection, runtime: Runtime, service: StatementService, diagnostics: Diagnostics) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#service = service;
    this.#diagnostics = diagnostics;
  }

  changed(document: StatementDocument): void {
    this.#waiting.get(document.uri)?.();
    const cancel = this.#runtime.setTimeout(() => {
      this.#waiting.delete(document.uri);
      this.#tell(document);
    }, DELAY_MS);
    this.#waiting.set(document.uri, cancel);
  }

  closed(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
  }

  #tell(document: StatementDocument): void {
    try {
      const options = { ...this.#diagnostics.options(document), reading: true };
      const findings = this.#service.findings(document.analysis, options);
      const told = status(document, findings, document.registry);
      void this.#connection.sendNotification(statusNotification, told);
    } catch (error) {
      this.#connection.console.error(`The status of ${document.uri} could not be told: ${String(error)}`);
    }
  }
}
