import { DocumentSymbolRequest, FoldingRangeRequest } from 'vscode-languageserver';
import { documentSymbols, flatDocumentSymbols } from '../../features/document-symbols.ts';
import { foldingRanges } from '../../features/folding.ts';
import type { Answering } from './answering.ts';

/** Answers what is asked of the parts of a document. */
export function answerAboutStructure(answer: Answering): void {
  const { connection } = answer;

  connection.onRequest(DocumentSymbolRequest.type, (params, token) =>
    answer.from(DocumentSymbolRequest.type, params, token, [], (document) =>
      answer.session.client.symbolTree ? documentSymbols(document) : flatDocumentSymbols(document),
    ),
  );

  connection.onRequest(FoldingRangeRequest.type, (params, token) =>
    answer.from(FoldingRangeRequest.type, params, token, [], (document) =>
      foldingRanges(document, answer.session.client.foldingLimit),
    ),
  );
}
