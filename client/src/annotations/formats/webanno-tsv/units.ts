import type { TextRange } from '../../../../../server/src/text/range.ts';
import { segmented } from '../cas/segments.ts';

/** A token, or a part of one, as a row stands for it. */
export interface Unit extends TextRange {
  /** Index among the tokens of the document. A part may reach into the white space behind its token. */
  readonly token: number;
  readonly isPart: boolean;
}

/** A document in sentences, none of whose characters is outside of them but a line feed between two. */
export interface TsvSentence {
  /** With the white space behind it. */
  readonly text: string;
  readonly tokens: readonly TextRange[];
}

/**
 * Sentences that a reader can put together again: it adds nothing between two but a line feed, or nothing at all where
 * the next begins right away, and it begins each with its first token. So other white space goes with the sentence
 * before, and white space that begins the document is a token.
 */
export function tsvSentences(text: string): readonly TsvSentence[] {
  if (text === '') return [];
  const sentences = segmented(text).map(({ tokens }) => [...tokens]);
  if (sentences.length === 0) return [{ text, tokens: [{ start: 0, end: text.length }] }];
  const begin = sentences[0]![0]!.start;
  if (begin > 0) sentences[0]!.unshift({ start: 0, end: begin });
  return sentences.map((tokens, i) => {
    const next = sentences[i + 1]?.[0]?.start;
    const end = next === undefined ? text.length : text.charAt(next - 1) === '\n' ? next - 1 : next;
    return { text: text.slice(tokens[0]!.start, end), tokens };
  });
}

/** The units that a range covers, in order: tokens as far as it covers them wholly, else parts. */
export function unitsOf(tokens: readonly TextRange[], { start, end }: TextRange): readonly Unit[] {
  const first = firstEndingBehind(tokens, start);
  const units: Unit[] = [];
  const begin = tokens[first]?.start ?? end;
  // It begins in the white space before a token: that goes with the token before.
  if (start < begin) {
    units.push({ token: first - 1, start, end: Math.min(begin, end), isPart: true });
  }
  for (let token = first; token < tokens.length && tokens[token]!.start < end; token += 1) {
    const whole = tokens[token]!;
    const isLast = token + 1 >= tokens.length || tokens[token + 1]!.start >= end;
    const range = { start: Math.max(whole.start, start), end: isLast ? end : whole.end };
    units.push({ token, ...range, isPart: range.start !== whole.start || range.end !== whole.end });
  }
  return units;
}

function firstEndingBehind(tokens: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
