/** A token as Prodigy has it; half-open, in code points. */
export interface SpacyToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether one space (U+0020) follows it, which is no token then. */
  readonly ws: boolean;
}

/** What Python's str.isspace() says of a character (its documentation: white space by its bidirectional class or category). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Python takes some of them for white space
const isSpace = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/**
 * The tokens that spaCy's blank "zh" makes of a text: it has the segmenter `char` (spacy/lang/zh/__init__.py), so each
 * character is one, and what is between them is as spacy.util.get_words_and_spaces has it: one space behind a character
 * belongs to it, and other white space is one token for each run of it.
 */
export function spacyTokens(text: string): SpacyToken[] {
  const tokens: { text: string; start: number; end: number; ws: boolean }[] = [];
  let blanks = '';
  let at = 0;
  const addBlanks = () => {
    if (blanks === '') return;
    const length = Array.from(blanks).length;
    tokens.push({ text: blanks, start: at - length, end: at, ws: false });
    blanks = '';
  };
  for (const character of text) {
    const before = tokens.at(-1);
    if (!isSpace.test(character)) {
      addBlanks();
      tokens.push({ text: character, start: at, end: at + 1, ws: false });
    } else if (character === ' ' && blanks === '' && before && before.end === at) before.ws = true;
    else blanks += character;
    at += 1;
  }
  addBlanks();
  return tokens;
}
