import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ParameterStructures,
  RequestType,
  ResponseError,
} from 'vscode-languageserver';
import { type CodeActionData, codeActions } from '../../features/code-actions.ts';
import { resolveMending } from '../../features/mending.ts';
import { cleaningWords } from '../../l10n/rules.ts';
import { Malformed } from '../../malformed.ts';
import { codeActionContextOf, isTextRange, rangeOf } from '../../parameters.ts';
import { type CleaningParams, type CleaningResult, cleaningRequest } from '../../protocol.ts';
import type { Answering } from './answering.ts';

const cleaningType = new RequestType<CleaningParams, CleaningResult | null, never>(
  cleaningRequest,
  ParameterStructures.byName,
);

/** Answers what is found in a document, and how it is mended. */
export function answerAboutRepairs(answer: Answering): void {
  const { connection, runner, service } = answer;

  connection.onRequest(DocumentDiagnosticRequest.type, (params, token) => {
    const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return answer.from(DocumentDiagnosticRequest.type, params, token, empty, (document) =>
      answer.session.diagnostics.report(document, params.previousResultId),
    );
  });

  connection.onRequest(CodeActionRequest.type, (params, token) =>
    answer.from(CodeActionRequest.type, params, token, [], (document) => {
      const { only, diagnostics, triggerKind } = codeActionContextOf(params);
      return codeActions(answer.session.codeActionContext(document), {
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
    return answer.from(
      CodeActionResolveRequest.type,
      { textDocument: data },
      token,
      action,
      (document): CodeAction => {
        // The person chose it for a text that is no longer there.
        if (document.version !== data.version) {
          throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
        }
        const edit = resolveMending(answer.session.codeActionContext(document), data.mending);
        return { ...action, edit };
      },
    );
  });

  connection.onRequest(cleaningType, (params, token) =>
    answer.from<CleaningResult | null>(cleaningType, params, token, null, (document) => {
      const { version } = document;
      if (params.textDocument.version !== version) return null;
      if (params.range !== undefined && !isTextRange(params.range)) throw new Malformed('“range” is none.');
      const options = answer.session.diagnostics.options(document);
      const cleaning = service.cleaning(document.analysis, options, params.range);
      return { version, ...cleaning, summary: cleaningWords(cleaning.counts) };
    }),
  );
}
