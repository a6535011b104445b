import {
  DocumentSymbolRequest,
  FoldingRangeRequest,
  ParameterStructures,
  RequestType,
  SelectionRangeRequest,
} from 'vscode-languageserver';
import { documentSymbols, flatDocumentSymbols } from '../../features/document-symbols.ts';
import { foldingRanges } from '../../features/folding.ts';
import { selectionRanges } from '../../features/selection-ranges.ts';
import { step } from '../../features/step.ts';
import { positionsOf, stepOf } from '../../parameters.ts';
import { type StepParams, type StepResult, stepRequest } from '../../protocol.ts';
import type { Answering } from './answering.ts';

const stepType = new RequestType<StepParams, StepResult | null, never>(
  stepRequest,
  ParameterStructures.byName,
);

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

  connection.onRequest(SelectionRangeRequest.type, (params, token) =>
    answer.from(SelectionRangeRequest.type, params, token, [], (document) =>
      selectionRanges(
        document,
        positionsOf(params).map((position) => document.lines.offsetAt(position)),
      ),
    ),
  );

  connection.onRequest(stepType, (params, token) =>
    answer.from(stepType, params, token, null, (document) => step(document, stepOf(params))),
  );
}
