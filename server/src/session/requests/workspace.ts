import { ParameterStructures, RequestType, WorkspaceSymbolRequest } from 'vscode-languageserver';
import { reportFacts } from '../../features/report-facts.ts';
import { statementFacts } from '../../features/statement-facts.ts';
import { workspaceSymbols } from '../../features/workspace-symbols.ts';
import { isRecord, Malformed } from '../../malformed.ts';
import { textDocumentOf } from '../../parameters.ts';
import {
  type ReportFacts,
  reportFactsRequest,
  type StatementFacts,
  type StatementFactsParams,
  statementFactsRequest,
} from '../../protocol.ts';
import type { Answering } from './answering.ts';

const statementFactsType = new RequestType<StatementFactsParams, StatementFacts | null, never>(
  statementFactsRequest,
  ParameterStructures.byName,
);
const reportFactsType = new RequestType<StatementFactsParams, ReportFacts | null, never>(
  reportFactsRequest,
  ParameterStructures.byName,
);

/** Answers what is asked of all statements of the workspace, and of texts that are not open. */
export function answerAboutWorkspace(answer: Answering): void {
  const { connection, runner } = answer;

  connection.onRequest(WorkspaceSymbolRequest.type, (params, token) =>
    runner.answer(WorkspaceSymbolRequest.method, token, [], () => {
      if (!isRecord(params) || typeof params.query !== 'string') throw new Malformed('“query” is no text.');
      const { index, instruments } = answer.session.workspace;
      return workspaceSymbols(index, params.query, (uri) => instruments.serviceFor(uri).registry);
    }),
  );

  const analysed = (params: StatementFactsParams) => {
    const { uri } = textDocumentOf(params);
    if (typeof params.text !== 'string') throw new Malformed('“text” is none.');
    const service = answer.session.workspace.instruments.serviceFor(uri);
    return { analysis: service.analyse(params.text), registry: service.registry };
  };

  connection.onRequest(statementFactsType, (params, token) =>
    runner.answer(statementFactsRequest, token, null, () => statementFacts(analysed(params).analysis)),
  );

  connection.onRequest(reportFactsType, (params, token) =>
    runner.answer(reportFactsRequest, token, null, () => {
      const { analysis, registry } = analysed(params);
      return reportFacts(analysis, registry);
    }),
  );
}
