import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { FindingOptions } from '../analysis.ts';
import type { StatementDocument } from '../document.ts';
import type { Documents } from '../documents.ts';
import { DIAGNOSTIC_LIMIT, diagnostics, type KnownDiagnostics } from '../features/diagnostics.ts';
import { inOrder, reported } from '../findings.ts';
import { t } from '../l10n/language.ts';
import type { StatementService } from '../service.ts';
import type { TextChange } from '../text/changes.ts';
import type { ClientSupport } from './client-support.ts';
import type { Configuration } from './configuration.ts';
import type { Runtime } from './runtime.ts';
import { disturbs, type Shown, sameItems } from './shown.ts';

/** What reporting needs to know. */
export interface DiagnosticsContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly client: ClientSupport;
  readonly service: StatementService;
  readonly configuration: Configuration;
  readonly documents: Documents;
  /** Folder URI of the pages of the rules. */
  readonly docsBase: string | undefined;
}

/** Reports findings: pulled where the client pulls, else pushed, never both. */
export class Diagnostics {
  readonly #context: DiagnosticsContext;
  /** Documents whose diagnostics are about to be pushed. */
  readonly #waiting = new Set<StatementDocument>();
  /** Documents of which the person knows that not all findings are shown. */
  readonly #capped = new WeakSet<StatementDocument>();
  readonly #known: KnownDiagnostics = new WeakMap();
  /** What each document's client has been given, or is about to be. */
  readonly #shown = new WeakMap<StatementDocument, Shown>();
  /** Documents of which the client must be given all again. */
  readonly #disturbed = new WeakSet<StatementDocument>();

  constructor(context: DiagnosticsContext) {
    this.#context = context;
  }

  /** What decides which findings of a document are shown. */
  options(document: StatementDocument): FindingOptions {
    return { levels: this.#context.configuration.of(document.uri).levels, asPrinted: document.asPrinted };
  }

  /**
   * The text of the document is new to us, or has changed as `changes` say; `ready` says when to look at it.
   * A client that pulls asks by itself.
   */
  textChanged(document: StatementDocument, changes: readonly TextChange[], ready: Promise<void>): void {
    const shown = this.#shown.get(document);
    if (shown !== undefined && disturbs(changes, shown.items)) this.#disturbed.add(document);
    if (!this.#context.client.pullsDiagnostics) this.#pushSoon(document, ready);
  }

  /** What is shown of a text has changed, but not the text. */
  viewChanged(document: StatementDocument, ready: Promise<void>): void {
    if (!this.#context.client.pullsDiagnostics) this.#pushSoon(document, ready);
    else if (this.#context.client.refreshesDiagnostics) {
      this.#context.connection.languages.diagnostics
        .refresh()
        .catch((error) =>
          this.#context.connection.console.error(`Diagnostics were not refreshed: ${String(error)}`),
        );
    }
  }

  closed(document: StatementDocument): void {
    this.#waiting.delete(document);
    if (this.#context.client.pullsDiagnostics) return;
    void this.#context.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  }

  /** The report that a client pulls. */
  report(document: StatementDocument, previousResultId: string | undefined): DocumentDiagnosticReport {
    const { resultId, items } = this.#show(document);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
  }

  /** Once for all the changes that wait already, and not before the settings are known. */
  #pushSoon(document: StatementDocument, ready: Promise<void>): void {
    if (this.#waiting.has(document)) return;
    this.#waiting.add(document);
    const { documents, runtime } = this.#context;
    void ready.then(() =>
      runtime.setImmediate(() => {
        this.#waiting.delete(document);
        if (documents.get(document.uri) === document) this.#push(document);
      }),
    );
  }

  #push(document: StatementDocument): void {
    const { uri, version } = document;
    try {
      const before = this.#shown.get(document);
      const now = this.#show(document);
      if (now.resultId === before?.resultId) return;
      const items = [...now.items];
      const versioned = this.#context.client.versionedDiagnostics ? { version } : {};
      void this.#context.connection.sendDiagnostics({ uri, ...versioned, diagnostics: items });
    } catch (error) {
      this.#context.connection.console.error(`The findings in ${uri} could not be told: ${String(error)}`);
    }
  }

  /** What is to be shown now; with the same id as before where that is the same. */
  #show(document: StatementDocument): Shown {
    const before = this.#shown.get(document);
    const madeFrom = `${document.revision}.${this.#context.configuration.revision}`;
    if (before?.madeFrom === madeFrom) return before;
    const items = this.#items(document);
    const stays = before !== undefined && !this.#disturbed.has(document) && sameItems(items, before.items);
    const now = stays ? { ...before, madeFrom } : { resultId: madeFrom, madeFrom, items };
    this.#shown.set(document, now);
    this.#disturbed.delete(document);
    return now;
  }

  #items(document: StatementDocument): Diagnostic[] {
    // One more than is shown, to know whether there are more.
    const limit = DIAGNOSTIC_LIMIT + 1;
    const { client, service } = this.#context;
    // What a client pulls and would not pull again must be the whole truth.
    const final = client.pullsDiagnostics && !client.refreshesDiagnostics;
    const options = { ...this.options(document), limit };
    const findings = final
      ? service.findings(document.analysis, { ...options, reading: true })
      : inOrder(service.findings(document.latest, options), reported(document.carried, options), limit);
    if (findings.length > DIAGNOSTIC_LIMIT && !this.#capped.has(document)) {
      this.#capped.add(document);
      // As a notification: the library's own way is a request, and a client that cannot answer it would end us.
      void this.#context.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: t(
          '{0} has more findings than can be shown; the first {1} are.',
          nameOf(document.uri),
          DIAGNOSTIC_LIMIT,
        ),
      });
    }
    return diagnostics(findings, document.lines, {
      docsBase: this.#context.docsBase,
      known: this.#known,
      relatedIn: client.relatedInformation ? document.uri : undefined,
    });
  }
}

/** The last part of a URI as a person reads it. */
function nameOf(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
