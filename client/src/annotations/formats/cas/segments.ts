import type { TextRange } from '../../../../../server/src/text/range.ts';

/** A sentence with its tokens, in order; neither begins or ends with white space. Offsets: UTF-16. */
export interface Sentence extends TextRange {
  readonly tokens: readonly TextRange[];
}

// A word of an alphabet or a number; any other character with what combines with it; a line end.
const piece =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{M}]*|\S\p{M}*|\n/gu;
const ending = /^[。！？!?]/;
const closing = /^[”’」』）》〉】\])"']/;

/**
 * Sentences and tokens as tools want them that work by tokens. They depend on the text alone, since the annotators of
 * one document must have the same. A token is one Chinese character, so that any words can be chosen where only whole
 * tokens can be: what cuts by spaces or punctuation takes whole clauses. A sentence ends with its line at the latest.
 */
export function segmented(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: TextRange[] = [];
  let isEnded = false;
  const end = () => {
    if (tokens.length > 0)
      sentences.push({ start: tokens[0]!.start, end: tokens[tokens.length - 1]!.end, tokens });
    tokens = [];
    isEnded = false;
  };
  for (const { 0: words, index } of text.matchAll(piece)) {
    if (words === '\n') {
      end();
      continue;
    }
    if (isEnded && !ending.test(words) && !closing.test(words)) end();
    tokens.push({ start: index, end: index + words.length });
    if (ending.test(words)) isEnded = true;
  }
  end();
  return sentences;
}
