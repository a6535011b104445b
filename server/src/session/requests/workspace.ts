import { WorkspaceSymbolRequest } from 'vscode-languageserver';
import { workspaceSymbols } from '../../features/workspace-symbols.ts';
import { isRecord, Malformed } from '../../malformed.ts';
import type { Answering } from './answering.ts';

/** Answers what is asked of all statements of the workspace. */
export function answerAboutWorkspace(answer: Answering): void {
  const { connection, runner } = answer;

  connection.onRequest(WorkspaceSymbolRequest.type, (params, token) =>
    runner.answer(WorkspaceSymbolRequest.method, token, [], () => {
      if (!isRecord(params) || typeof params.query !== 'string') throw new Malformed('“query” is no text.');
      const { index, instruments } = answer.session.workspace;
      return workspaceSymbols(index, params.query, (uri) => instruments.serviceFor(uri).registry);
    }),
  );
}
