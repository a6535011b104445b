import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DocumentDiagnosticRequest,
  type LanguageClientOptions,
  State,
  vsdiag,
} from 'vscode-languageclient';
import {
  type AsPrintedParams,
  asPrintedNotification,
  type CleaningParams,
  type CleaningResult,
  cleaningRequest,
  clientCommands,
  type InitializationOptions,
  type InstrumentsResult,
  instrumentsRequest,
  type ReadingResult,
  type ReportFacts,
  readingRequest,
  reportFactsRequest,
  type StatementFacts,
  type StatementFactsParams,
  type StatusParams,
  type StepParams,
  type StepResult,
  type SuggestionsResult,
  statementFactsRequest,
  statusNotification,
  stepRequest,
  suggestionsRequest,
} from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import type { MisreadDocuments } from '../encoding/misread-documents.ts';
import type { Runtime } from '../runtime.ts';
import { HeldCommands } from './held-commands.ts';
import { clientId, languageId } from './names.ts';
import { readFilesFor } from './workspace-files.ts';

/** The language server, as the rest of the extension asks it. A server that is down answers null. */
export interface StatementClient extends vscode.Disposable {
  start(): Promise<void>;
  restart(): Promise<void>;
  showLog(): void;
  reading(document: vscode.TextDocument): Promise<ReadingResult | null>;
  /** The edits that clean a document, or the paragraphs that a raw range (UTF-16) touches. */
  cleaning(document: vscode.TextDocument, range?: TextRange): Promise<CleaningResult | null>;
  /** What the document cites. */
  instruments(document: vscode.TextDocument): Promise<InstrumentsResult | null>;
  /** What of the document is worth tagging. */
  suggestions(document: vscode.TextDocument): Promise<SuggestionsResult | null>;
  /** What exports need to know of a text (without a BOM), open or not. */
  statementFacts(uri: vscode.Uri, text: string): Promise<StatementFacts | null>;
  /** What reports count in a text, open or not. */
  reportFacts(uri: vscode.Uri, text: string): Promise<ReportFacts | null>;
  /** Where the next or previous part begins, seen from a raw offset (UTF-16). */
  step(
    document: vscode.TextDocument,
    way: Pick<StepParams, 'offset' | 'unit' | 'direction'>,
  ): Promise<StepResult | null>;
  /** Tells which raw ranges (UTF-16) of this version of the document are tagged as printed. */
  asPrinted(document: vscode.TextDocument, ranges: readonly TextRange[]): void;
  readonly onStatus: vscode.Event<StatusParams>;
  /** A document is about to be cleaned because it is saved: its text is still the one before. */
  readonly onWillCleanOnSave: vscode.Event<WillClean>;
  /** Whether the server is there to be asked, or on its way. */
  readonly alive: boolean;
  /** The server has started, for the first time or again: what it was told before is forgotten. */
  readonly onStarted: vscode.Event<void>;
  /** The server has ended, or could not start. */
  readonly onStopped: vscode.Event<void>;
}

/** What cleaning at a save is about to do. */
export interface WillClean {
  readonly document: vscode.TextDocument;
  readonly cleaning: CleaningResult;
}

const noFindings: vsdiag.DocumentDiagnosticReport = {
  kind: vsdiag.DocumentDiagnosticReportKind.full,
  items: [],
};

/** How long a save is kept waiting for the words on what it cleans, in milliseconds. */
const patience = 300;

/** Makes the client; it does nothing before `start`. What is misread is neither reported nor mended. */
export function createStatementClient(
  context: vscode.ExtensionContext,
  runtime: Runtime,
  misread: MisreadDocuments,
): StatementClient {
  const started = new vscode.EventEmitter<void>();
  const stopped = new vscode.EventEmitter<void>();
  const status = new vscode.EventEmitter<StatusParams>();
  const willClean = new vscode.EventEmitter<WillClean>();
  const held = new HeldCommands();
  const options: LanguageClientOptions = {
    documentSelector: [{ language: languageId }],
    diagnosticCollectionName: clientId,
    initializationOptions: {
      locale: vscode.env.language,
      docsBase: `${vscode.Uri.joinPath(context.extensionUri, 'docs/rules')}/`,
      status: true,
      commands: Object.values(clientCommands),
      readsFiles: true,
      checksSchemas: vscode.extensions.getExtension('vscode.json-language-features') !== undefined,
      ...(context.storageUri === undefined ? {} : { cacheFolder: context.storageUri.toString() }),
    } satisfies InitializationOptions,
    middleware: {
      provideCodeActions: async (document, range, context, token, next) =>
        misread.is(document) ? [] : held.hold((await next(document, range, context, token)) ?? []),
      // Of two mentions VS Code would ask for the one that names nothing, and go there instead of listing both.
      provideReferences: (document, position, _, token, next) =>
        next(document, position, { includeDeclaration: true }, token),
      provideDiagnostics: (document, previous, token, next) =>
        'uri' in document && misread.is(document) ? noFindings : next(document, previous, token),
      async willSaveWaitUntil(event, next) {
        const { document } = event;
        if (misread.is(document)) return [];
        const edits = await next(event);
        if (edits.length === 0) return edits;
        const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
        const cleaning = await Promise.race([
          ask<CleaningResult>(cleaningRequest, aboutCleaning(document)),
          late,
        ]);
        if (cleaning?.version === document.version) willClean.fire({ document, cleaning });
        return edits;
      },
    },
  };
  const client: BaseLanguageClient = runtime.createClient(context.extensionUri, options);
  readFilesFor(client);
  misread.onDidChange((document) =>
    client
      .getFeature(DocumentDiagnosticRequest.method)
      .getProvider(document)
      ?.onDidChangeDiagnosticsEmitter.fire(),
  );
  client.onNotification(statusNotification, (params: StatusParams) => status.fire(params));
  client.onDidChangeState(({ newState }) => {
    // Running, but the open documents are told to it only when the start is complete.
    if (newState === State.Running) void client.start().then(() => started.fire());
    if (newState === State.Stopped || newState === State.StartFailed) stopped.fire();
  });

  const ask = async <R>(method: string, params: unknown): Promise<R | null> => {
    if (client.state !== State.Running) return null;
    try {
      return await client.sendRequest<R | null>(method, params);
    } catch (error) {
      // Cancelled, or the server went away; both are told elsewhere where a person should know.
      client.outputChannel.appendLine(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  };
  const identify = (document: vscode.TextDocument) => ({
    uri: client.code2ProtocolConverter.asUri(document.uri),
    version: document.version,
  });

  const aboutText = (uri: vscode.Uri, text: string): StatementFactsParams => ({
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    text,
  });

  const aboutCleaning = (document: vscode.TextDocument, range?: TextRange): CleaningParams => ({
    textDocument: identify(document),
    ...(range ? { range: { start: range.start, end: range.end } } : {}),
  });

  return {
    start: () => client.start(),
    async restart() {
      await client.stop().catch(() => undefined);
      await client.start();
    },
    showLog: () => client.outputChannel.show(true),
    reading: (document) => ask<ReadingResult>(readingRequest, { textDocument: identify(document) }),
    cleaning: (document, range) => ask<CleaningResult>(cleaningRequest, aboutCleaning(document, range)),
    instruments: (document) =>
      ask<InstrumentsResult>(instrumentsRequest, { textDocument: identify(document) }),
    suggestions: (document) =>
      ask<SuggestionsResult>(suggestionsRequest, { textDocument: identify(document) }),
    statementFacts: (uri, text) => ask<StatementFacts>(statementFactsRequest, aboutText(uri, text)),
    reportFacts: (uri, text) => ask<ReportFacts>(reportFactsRequest, aboutText(uri, text)),
    step: (document, way) => ask<StepResult>(stepRequest, { textDocument: identify(document), ...way }),
    asPrinted(document, ranges) {
      if (client.state !== State.Running) return;
      const params: AsPrintedParams = {
        textDocument: identify(document),
        ranges: ranges.map(({ start, end }) => ({ start, end })),
      };
      void client.sendNotification(asPrintedNotification, params);
    },
    onStatus: status.event,
    onWillCleanOnSave: willClean.event,
    get alive() {
      return client.state !== State.Stopped && client.state !== State.StartFailed;
    },
    onStarted: started.event,
    onStopped: stopped.event,
    dispose() {
      started.dispose();
      stopped.dispose();
      status.dispose();
      willClean.dispose();
      held.dispose();
      void client.dispose();
    },
  };
}
