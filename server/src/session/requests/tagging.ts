import { ParameterStructures, RequestType } from 'vscode-languageserver';
import { suggestions } from '../../features/suggestions.ts';
import { type SuggestionsParams, type SuggestionsResult, suggestionsRequest } from '../../protocol.ts';
import type { Answering } from './answering.ts';

const suggestionsType = new RequestType<SuggestionsParams, SuggestionsResult | null, never>(
  suggestionsRequest,
  ParameterStructures.byName,
);

/** Answers what those need who tag a document. */
export function answerAboutTagging(answer: Answering): void {
  answer.connection.onRequest(suggestionsType, (params, token) =>
    answer.inSlices<SuggestionsResult | null>(suggestionsType, params, token, null, suggestions),
  );
}
