import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';

/** The tokens that a client has last been given of each document, so that it need be told only what changed. */
export class TokenHistory {
  readonly #last = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  #count = 0;

  full(uri: string, data: number[]): SemanticTokens {
    const resultId = `${++this.#count}`;
    this.#last.set(uri, { resultId, data });
    return { resultId, data };
  }

  /** The change from the tokens that the client says it has; all tokens where these are not known. */
  delta(uri: string, previousResultId: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const previous = this.#last.get(uri);
    const tokens = this.full(uri, data);
    if (previous?.resultId !== previousResultId) return tokens;
    return { resultId: tokens.resultId!, edits: difference(previous.data, data) };
  }

  close(uri: string): void {
    this.#last.delete(uri);
  }
}

/** One edit that makes `to` of `from`: since tokens count from the one before, most edits touch only a few. */
function difference(from: readonly number[], to: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  const data = to.slice(head, to.length - tail);
  const deleteCount = from.length - tail - head;
  return deleteCount === 0 && data.length === 0 ? [] : [{ start: head, deleteCount, data }];
}
