import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ResponseError,
  ShutdownRequest,
  TextDocumentSaveReason,
  WillSaveTextDocumentWaitUntilRequest,
} from 'vscode-languageserver';
import { Documents } from './documents.ts';
import { setLanguage } from './l10n/language.ts';
import { Malformed } from './malformed.ts';
import { isTextRange, textDocumentOf } from './parameters.ts';
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
  let session = new Session(connection, runtime, service, documents, { capabilities: {}, rootUri: null });

  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<never> => {
    const refusal = runner.refusal(InitializeRequest.method);
    if (refusal !== undefined) return refusal;
    session = new Session(connection, runtime, service, documents, params);
    setLanguage(session.options.locale);
    return { serverInfo: { name: 'jiaozhu' }, capabilities: serverCapabilities(session.client) };
  });
  connection.onInitialized(() => {
    session.configuration.start();
    session.workspace.start();
    // Not before: the library puts a handler of its own there, which looks into the parameters unchecked.
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, (params) =>
      runner.notified(DidChangeWorkspaceFoldersNotification.method, () =>
        session.workspace.foldersChanged(params),
      ),
    );
  });
  connection.onShutdown((): ResponseError<never> | undefined => {
    const refusal = runner.refusal(ShutdownRequest.method);
    runner.end();
    session.workspace.stop();
    for (const { uri } of documents.all) documents.close(uri);
    return refusal;
  });

  connection.onDidOpenTextDocument((params) =>
    runner.notified(DidOpenTextDocumentNotification.method, () => {
      const { uri, version, text } = textDocumentOf(params);
      session.opened(documents.open(uri, version, text));
    }),
  );
  connection.onDidChangeTextDocument((params) =>
    runner.notified(DidChangeTextDocumentNotification.method, () => {
      const { uri, version } = textDocumentOf(params);
      session.textChanged(documents.change(uri, version, params.contentChanges), params.contentChanges);
    }),
  );
  connection.onDidCloseTextDocument((params) =>
    runner.notified(DidCloseTextDocumentNotification.method, () => {
      const document = documents.close(textDocumentOf(params).uri);
      if (document !== undefined) session.closed(document);
    }),
  );
  connection.onDidChangeConfiguration((params) =>
    runner.notified(DidChangeConfigurationNotification.method, () =>
      session.configuration.changed(
        params?.settings,
        documents.all.map(({ uri }) => uri),
      ),
    ),
  );
  connection.onNotification(DidChangeWatchedFilesNotification.type, (params) =>
    runner.notified(DidChangeWatchedFilesNotification.method, () => session.workspace.filesChanged(params)),
  );
  connection.onNotification(asPrintedNotification, (params: AsPrintedParams) =>
    runner.notified(asPrintedNotification, () => {
      const { uri, version } = textDocumentOf(params);
      const document = documents.get(uri);
      if (document === undefined) throw new Error(`${uri} is not open.`);
      if (!Array.isArray(params.ranges)) throw new Malformed('“ranges” is no list.');
      const ranges = params.ranges.filter(isTextRange);
      const before = document.revision;
      if (!document.setAsPrinted(version, ranges))
        throw new Error(`Version ${version} of ${uri} is too old.`);
      if (document.revision !== before) session.viewChanged(document);
      const rest = params.ranges.length - ranges.length;
      if (rest > 0) throw new Malformed(`${rest} of ${params.ranges.length} ranges are none and left out.`);
    }),
  );

  answerRequests({ connection, runner, service, documents, session: () => session });

  connection.onWillSaveTextDocumentWaitUntil((params, token) =>
    runner.answer(WillSaveTextDocumentWaitUntilRequest.method, token, [], async () => {
      const document = documents.get(textDocumentOf(params).uri);
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
