import type { TextRange } from '../../../../../server/src/text/range.ts';
import { isBlank } from '../../bare-text.ts';
import { isHigh, isLow } from '../../offsets.ts';

/** One character of a text, as a line of its own: a code point. UTF-16. */
export interface CharacterToken extends TextRange {
  /** Half of a surrogate pair is no character, and is U+FFFD. */
  readonly text: string;
}

/** Tokens that follow each other, with one label on them all; by index, half-open. */
export interface Chunk extends TextRange {
  readonly label: string;
}

/**
 * Whether a character can stand in no column: white space, for us or for Python's str.split(), with which such files are
 * read, and which takes U+001C to U+001F and U+0085 for it too.
 */
export function isSeparator(character: string): boolean {
  const unit = character.charCodeAt(0);
  return isBlank(unit) || (unit >= 0x1c && unit <= 0x1f) || unit === 0x85;
}

/** The characters of a text that can be tokens. */
export function tokensOf(text: string): CharacterToken[] {
  const tokens: CharacterToken[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const isHalf = end === start + 1 && (isHigh(text.charCodeAt(start)) || isLow(text.charCodeAt(start)));
    if (!isSeparator(character)) tokens.push({ text: isHalf ? '\ufffd' : character, start, end });
    start = end;
  }
  return tokens;
}

const endsSentence = /^[。！？!?]$/;
const closes = /^[”’」』》〉）】)"]$/;
const lineBreak = /[\n\r\u0085\u2028\u2029]/;

/**
 * The indices of the tokens with which sentences begin: after a line break, and after 。！？ with what closes behind
 * them. No chunk is parted: it would be two of them.
 */
export function sentenceStarts(
  text: string,
  tokens: readonly CharacterToken[],
  chunks: readonly Chunk[],
): number[] {
  /** For each token, whether it goes on with the chunk of the one before. */
  const goesOn = new Uint8Array(tokens.length);
  for (const { start, end } of chunks) goesOn.fill(1, start + 1, end);
  const starts: number[] = [];
  let hasEnded = false;
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const isTail = endsSentence.test(token.text) || closes.test(token.text);
    const isNewLine = before !== undefined && lineBreak.test(text.slice(before.end, token.start));
    if (before === undefined || (goesOn[index] === 0 && (isNewLine || (hasEnded && !isTail)))) {
      starts.push(index);
      hasEnded = false;
    }
    hasEnded = endsSentence.test(token.text) || (hasEnded && closes.test(token.text));
  });
  return starts;
}

/**
 * At how many places the text that is read back is another: a sentence a line, without white space, and without halves
 * of surrogate pairs.
 */
export function countChanges(
  text: string,
  tokens: readonly CharacterToken[],
  starts: readonly number[],
): number {
  const begins = new Set(starts);
  let count = 0;
  let end = 0;
  tokens.forEach((token, index) => {
    const between = text.slice(end, token.start);
    const read = index > 0 && begins.has(index) ? '\n' : '';
    if (between !== read) count += Math.max(1, Array.from(between).length);
    if (token.text === '\ufffd' && text.slice(token.start, token.end) !== '\ufffd') count += 1;
    end = token.end;
  });
  return count + Array.from(text.slice(end)).length;
}
