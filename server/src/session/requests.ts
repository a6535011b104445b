import {
  type CancellationToken,
  type CodeAction,
  CodeActionTriggerKind,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { StatementDocument } from '../document.ts';
import type { Documents } from '../documents.ts';
import { type CodeActionData, codeActions, resolveMending } from '../features/code-actions.ts';
import { documentSymbols, flatDocumentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding.ts';
import { hover } from '../features/hover.ts';
import { reading } from '../features/reading.ts';
import { semanticTokens } from '../features/semantic-tokens.ts';
import {
  type CleaningParams,
  type CleaningResult,
  cleaningRequest,
  type ReadingParams,
  readingRequest,
} from '../protocol.ts';
import type { StatementService } from '../service.ts';
import type { Runner } from './runner.ts';
import type { Session } from './session.ts';

/** What answering needs. */
export interface RequestContext {
  readonly connection: Connection;
  readonly runner: Runner;
  readonly service: StatementService;
  readonly documents: Documents;
  /** As it is now: it changes once, with `initialize`. */
  readonly session: () => Session;
}

/** Answers every request about a document: get the document or return nothing, and delegate. */
export function answerRequests({ connection, runner, service, documents, session }: RequestContext): void {
  /** Answers from the document that the parameters name; with `empty` where it is not open. */
  const answer = <T>(
    what: string,
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    empty: T,
    work: (document: StatementDocument) => T,
  ) =>
    runner.answer(what, token, empty, async () => {
      const { uri } = params.textDocument;
      const document = documents.get(uri);
      if (document === undefined) {
        connection.console.warn(`${what}: ${uri} is not open.`);
        return empty;
      }
      await session().ready(document);
      if (token.isCancellationRequested) throw cancelled(what);
      return documents.get(uri) === document ? work(document) : empty;
    });

  connection.onDocumentSymbol((params, token) =>
    answer('Outline', params, token, [], (document) =>
      session().client.symbolTree ? documentSymbols(document) : flatDocumentSymbols(document),
    ),
  );

  connection.onFoldingRanges((params, token) =>
    answer('Folding', params, token, [], (document) =>
      foldingRanges(document, session().client.foldingLimit),
    ),
  );

  connection.onHover((params, token) =>
    answer('Hover', params, token, null, (document) =>
      hover(
        document,
        document.lines.offsetAt(params.position),
        service.registry,
        session().client.markdownHover,
      ),
    ),
  );

  connection.languages.semanticTokens.on((params, token) =>
    answer('Colours', params, token, { data: [] }, (document) =>
      session().tokens.full(document.uri, semanticTokens(document)),
    ),
  );

  connection.languages.semanticTokens.onDelta((params, token) =>
    answer('Colours', params, token, { data: [] }, (document) =>
      session().tokens.delta(document.uri, params.previousResultId, semanticTokens(document)),
    ),
  );

  connection.languages.semanticTokens.onRange((params, token) =>
    answer('Colours', params, token, { data: [] }, (document) => ({
      data: semanticTokens(document, document.lines.toOffsets(params.range)),
    })),
  );

  connection.languages.diagnostics.on((params, token) => {
    const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return answer('Findings', params, token, empty, (document) =>
      session().diagnostics.report(document, params.previousResultId),
    );
  });

  connection.onCodeAction((params, token) =>
    answer('Fixes', params, token, [], (document) =>
      codeActions(session().codeActionContext(document), {
        range: document.lines.toOffsets(params.range),
        only: params.context.only,
        diagnostics: params.context.diagnostics,
        invoked: params.context.triggerKind !== CodeActionTriggerKind.Automatic,
      }),
    ),
  );

  connection.onCodeActionResolve((action, token) => {
    const data = action.data as CodeActionData | undefined;
    if (data?.mending === undefined) return action;
    return answer('A fix', { textDocument: data }, token, action, (document): CodeAction => {
      // The person chose it for a text that is no longer there.
      if (document.version !== data.version) {
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
      }
      const edit = resolveMending(session().codeActionContext(document), data.mending);
      return edit === undefined ? action : { ...action, edit };
    });
  });

  connection.onRequest(readingRequest, (params: ReadingParams, token: CancellationToken) =>
    answer('Reading', params, token, null, (document) => reading(document)),
  );

  connection.onRequest(cleaningRequest, (params: CleaningParams, token: CancellationToken) =>
    answer<CleaningResult | null>('Cleaning', params, token, null, (document) => {
      const { version } = document;
      if (params.textDocument.version !== version) return null;
      const options = session().diagnostics.options(document);
      return { version, ...service.cleaning(document.analysis, options, params.range) };
    }),
  );
}

function cancelled(what: string): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${what} was cancelled.`);
}
