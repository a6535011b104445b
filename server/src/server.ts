import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSaveReason,
} from 'vscode-languageserver';
import { Documents } from './documents.ts';
import { setLanguage } from './l10n/language.ts';
import { type AsPrintedParams, asPrintedNotification } from './protocol.ts';
import { createStatementService } from './service.ts';
import { answerRequests } from './session/requests.ts';
import { Runner } from './session/runner.ts';
import type { Runtime } from './session/runtime.ts';
import { serverCapabilities } from './session/server-capabilities.ts';
import { Session } from './session/session.ts';

export type { Runtime } from './session/runtime.ts';

/** Serves statements over a connection, in whatever it runs. The connection listens from here on. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const log = (message: string) => connection.console.error(message);
  const runner = new Runner(runtime, log);
  const service = createStatementService();
  const documents = new Documents(service, log);
  // A client that does not wait for `initialize` is served as one that can do nothing.
  let session = new Session(connection, runtime, service, documents, { capabilities: {} });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session = new Session(connection, runtime, service, documents, params);
    setLanguage(session.options.locale);
    return { serverInfo: { name: 'jiaozhu' }, capabilities: serverCapabilities(session.client) };
  });
  connection.onInitialized(() => session.configuration.start());
  connection.onShutdown(() => {
    for (const { uri } of documents.all) documents.close(uri);
  });

  connection.onDidOpenTextDocument(({ textDocument }) =>
    runner.notified('Opening', () => {
      const { uri, version, text } = textDocument;
      session.opened(documents.open(uri, version, text));
    }),
  );
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
    runner.notified('A change', () => {
      const { uri, version } = textDocument;
      session.textChanged(documents.change(uri, version, contentChanges));
    }),
  );
  connection.onDidCloseTextDocument(({ textDocument }) =>
    runner.notified('Closing', () => {
      const document = documents.close(textDocument.uri);
      if (document !== undefined) session.closed(document);
    }),
  );
  connection.onDidChangeConfiguration((params) =>
    runner.notified('Following the settings', () =>
      session.configuration.changed(
        params?.settings,
        documents.all.map(({ uri }) => uri),
      ),
    ),
  );
  connection.onNotification(asPrintedNotification, ({ textDocument, ranges }: AsPrintedParams) =>
    runner.notified('Following what is tagged as printed', () => {
      const { uri, version } = textDocument;
      const document = documents.get(uri);
      if (document === undefined) throw new Error(`${uri} is not open.`);
      const before = document.revision;
      if (!document.setAsPrinted(version, ranges))
        throw new Error(`Version ${version} of ${uri} is too old.`);
      if (document.revision !== before) session.viewChanged(document);
    }),
  );

  answerRequests({ connection, runner, service, documents, session: () => session });

  connection.onWillSaveTextDocumentWaitUntil((params, token) =>
    runner.answer('Cleaning on save', token, [], async () => {
      const document = documents.get(params.textDocument.uri);
      // A text that saves itself while a person types must not change under the cursor.
      if (document === undefined || params.reason === TextDocumentSaveReason.AfterDelay) return [];
      await session.ready(document);
      if (!session.configuration.of(document.uri).cleanOnSave) return [];
      const { edits } = service.cleaning(document.analysis, session.diagnostics.options(document));
      return edits.map((edit) => ({ range: document.lines.toPositions(edit), newText: edit.text }));
    }),
  );

  connection.listen();
}
