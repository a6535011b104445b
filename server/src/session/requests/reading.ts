import {
  ParameterStructures,
  RequestType,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { reading } from '../../features/reading.ts';
import { semanticTokens } from '../../features/semantic-tokens.ts';
import { rangeOf } from '../../parameters.ts';
import { type ReadingParams, type ReadingResult, readingRequest } from '../../protocol.ts';
import type { Answering } from './answering.ts';

const readingType = new RequestType<ReadingParams, ReadingResult | null, never>(
  readingRequest,
  ParameterStructures.byName,
);

/** Answers how a document reads: its clean text, and its colours. */
export function answerAboutReading(answer: Answering): void {
  const { connection } = answer;

  connection.onRequest(readingType, (params, token) =>
    answer.from(readingType, params, token, null, (document) => reading(document)),
  );

  connection.onRequest(SemanticTokensRequest.type, (params, token) =>
    answer.from(SemanticTokensRequest.type, params, token, { data: [] }, (document) =>
      answer.session.tokens.full(document.uri, semanticTokens(document)),
    ),
  );

  connection.onRequest(SemanticTokensDeltaRequest.type, (params, token) =>
    answer.from(SemanticTokensDeltaRequest.type, params, token, { data: [] }, (document) =>
      answer.session.tokens.delta(document.uri, params.previousResultId, semanticTokens(document)),
    ),
  );

  connection.onRequest(SemanticTokensRangeRequest.type, (params, token) =>
    answer.from(SemanticTokensRangeRequest.type, params, token, { data: [] }, (document) => ({
      data: semanticTokens(document, document.lines.toOffsets(rangeOf(params))),
    })),
  );
}
