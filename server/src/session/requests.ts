import {
  type CancellationToken,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  LSPErrorCodes,
  ParameterStructures,
  RequestType,
  ResponseError,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import type { StatementDocument } from '../document.ts';
import type { Documents } from '../documents.ts';
import { citedInstruments } from '../features/cited-instruments.ts';
import { type CodeActionData, codeActions } from '../features/code-actions.ts';
import { documentSymbols, flatDocumentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding.ts';
import { hover } from '../features/hover.ts';
import { resolveMending } from '../features/mending.ts';
import { reading } from '../features/reading.ts';
import { semanticTokens } from '../features/semantic-tokens.ts';
import { cleaningWords } from '../l10n/rules.ts';
import { Malformed } from '../malformed.ts';
import { codeActionContextOf, isTextRange, positionOf, rangeOf, textDocumentOf } from '../parameters.ts';
import {
  type CleaningParams,
  type CleaningResult,
  cleaningRequest,
  type InstrumentsParams,
  type InstrumentsResult,
  instrumentsRequest,
  type ReadingParams,
  type ReadingResult,
  readingRequest,
} from '../protocol.ts';
import type { StatementService } from '../service.ts';
import type { Runner } from './runner.ts';
import type { Session } from './session.ts';

const { byName } = ParameterStructures;
const readingType = new RequestType<ReadingParams, ReadingResult | null, never>(readingRequest, byName);
const instrumentsType = new RequestType<InstrumentsParams, InstrumentsResult | null, never>(
  instrumentsRequest,
  byName,
);
const cleaningType = new RequestType<CleaningParams, CleaningResult | null, never>(cleaningRequest, byName);

/** What answering needs. */
export interface RequestContext {
  readonly connection: Connection;
  readonly runner: Runner;
  readonly service: StatementService;
  readonly documents: Documents;
  /** As it is now: it changes once, with `initialize`. */
  readonly session: () => Session;
}

/**
 * Answers every request about a document: get the document or return nothing, and delegate. The library's own
 * ways of saying which request is meant (`onHover` …) look into the parameters before anyone has checked them.
 */
export function answerRequests({ connection, runner, service, documents, session }: RequestContext): void {
  /** Answers from the document that the parameters name; with `empty` where it is not open. */
  const answer = <T>(
    { method }: { readonly method: string },
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    empty: T,
    work: (document: StatementDocument) => T,
  ) =>
    runner.answer(method, token, empty, async () => {
      const { uri } = textDocumentOf(params);
      const document = documents.get(uri);
      if (document === undefined) {
        connection.console.warn(`${method}: ${uri} is not open.`);
        return empty;
      }
      await session().ready(document);
      if (token?.isCancellationRequested) throw cancelled(method);
      return documents.get(uri) === document ? work(document) : empty;
    });

  connection.onRequest(DocumentSymbolRequest.type, (params, token) =>
    answer(DocumentSymbolRequest.type, params, token, [], (document) =>
      session().client.symbolTree ? documentSymbols(document) : flatDocumentSymbols(document),
    ),
  );

  connection.onRequest(FoldingRangeRequest.type, (params, token) =>
    answer(FoldingRangeRequest.type, params, token, [], (document) =>
      foldingRanges(document, session().client.foldingLimit),
    ),
  );

  connection.onRequest(HoverRequest.type, (params, token) =>
    answer(HoverRequest.type, params, token, null, (document) =>
      hover(
        document,
        document.lines.offsetAt(positionOf(params)),
        service.registry,
        session().client.markdownHover,
      ),
    ),
  );

  connection.onRequest(SemanticTokensRequest.type, (params, token) =>
    answer(SemanticTokensRequest.type, params, token, { data: [] }, (document) =>
      session().tokens.full(document.uri, semanticTokens(document)),
    ),
  );

  connection.onRequest(SemanticTokensDeltaRequest.type, (params, token) =>
    answer(SemanticTokensDeltaRequest.type, params, token, { data: [] }, (document) =>
      session().tokens.delta(document.uri, params.previousResultId, semanticTokens(document)),
    ),
  );

  connection.onRequest(SemanticTokensRangeRequest.type, (params, token) =>
    answer(SemanticTokensRangeRequest.type, params, token, { data: [] }, (document) => ({
      data: semanticTokens(document, document.lines.toOffsets(rangeOf(params))),
    })),
  );

  connection.onRequest(DocumentDiagnosticRequest.type, (params, token) => {
    const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return answer(DocumentDiagnosticRequest.type, params, token, empty, (document) =>
      session().diagnostics.report(document, params.previousResultId),
    );
  });

  connection.onRequest(CodeActionRequest.type, (params, token) =>
    answer(CodeActionRequest.type, params, token, [], (document) => {
      const { only, diagnostics, triggerKind } = codeActionContextOf(params);
      return codeActions(session().codeActionContext(document), {
        range: document.lines.toOffsets(rangeOf(params)),
        only,
        diagnostics,
        invoked: triggerKind !== CodeActionTriggerKind.Automatic,
      });
    }),
  );

  connection.onRequest(CodeActionResolveRequest.type, (action, token) => {
    const data = action?.data as CodeActionData | undefined;
    if (data?.mending === undefined) return runner.refusal(CodeActionResolveRequest.method) ?? action;
    return answer(
      CodeActionResolveRequest.type,
      { textDocument: data },
      token,
      action,
      (document): CodeAction => {
        // The person chose it for a text that is no longer there.
        if (document.version !== data.version) {
          throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
        }
        return { ...action, edit: resolveMending(session().codeActionContext(document), data.mending) };
      },
    );
  });

  connection.onRequest(readingType, (params, token) =>
    answer(readingType, params, token, null, (document) => reading(document)),
  );

  connection.onRequest(instrumentsType, (params, token) =>
    answer(instrumentsType, params, token, null, (document) => citedInstruments(document, service.registry)),
  );

  connection.onRequest(cleaningType, (params, token) =>
    answer<CleaningResult | null>(cleaningType, params, token, null, (document) => {
      const { version } = document;
      if (params.textDocument.version !== version) return null;
      if (params.range !== undefined && !isTextRange(params.range)) throw new Malformed('“range” is none.');
      const options = session().diagnostics.options(document);
      const cleaning = service.cleaning(document.analysis, options, params.range);
      return { version, ...cleaning, summary: cleaningWords(cleaning.counts) };
    }),
  );
}

function cancelled(what: string): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${what} was cancelled.`);
}
