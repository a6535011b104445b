/**
 * What a character is to a typesetter. Every function takes a code point, or a UTF-16 code unit where it
 * stands for itself; a lone surrogate is an ordinary character of no class.
 */

/** The classes as bits; a character may be of several. */
export const CharacterClass = {
  /** White space inside a line; line ends are not among them. NBSP and the ideographic space are. */
  space: 1 << 0,
  digit: 1 << 1,
  /** Latin, Greek and Cyrillic letters: what is set in words and may not be cut. */
  letter: 1 << 2,
  /** Han characters, with 〇 and the iteration mark 々; astral ones given as code points. */
  han: 1 << 3,
  /** Marks that cling to what follows: a line may not end with one. */
  opening: 1 << 4,
  /** Marks that cling to what precedes: a line may not begin with one. */
  closing: 1 << 5,
  /** Closing brackets and quotation marks, without the stops. */
  closingBracket: 1 << 6,
  /** Marks after which a paragraph may end. */
  sentenceEnd: 1 << 7,
  /** Commas of both sorts: a paragraph hardly ever ends with one. */
  pause: 1 << 8,
  /** Full-width marks, which a typesetter may squeeze to half their width. */
  squeezable: 1 << 9,
  /** A mark of Chinese typography: it clings to Han characters with no space. */
  cjkMark: 1 << 10,
} as const;

const is = CharacterClass;

/** One look into a table instead of a dozen comparisons: a text is read for the first time before anything is compiled. */
const table = new Uint16Array(0x10000);

function mark(bit: number, first: number, last = first): void {
  for (let code = first; code <= last; code++) table[code]! |= bit;
}

function markAll(bit: number, characters: string): void {
  for (const character of characters) mark(bit, character.charCodeAt(0));
}

// The long stretches first, while the table is empty: filling takes no time.
table.fill(is.han, 0x4e00, 0xa000);
table.fill(is.han, 0x3400, 0x4dc0);
table.fill(is.han, 0xf900, 0xfb00);
table.fill(is.han, 0x2e80, 0x2fe0);
markAll(is.han, '〇々');
table.fill(is.letter, 0xc0, 0x250);
table.fill(is.letter, 0x370, 0x530);
table[0xd7] = table[0xf7] = 0;
mark(is.letter, 0x41, 0x5a);
mark(is.letter, 0x61, 0x7a);
mark(is.digit, 0x30, 0x39);
for (const code of [0x20, 0x09, 0xa0, 0x3000, 0x0b, 0x0c, 0x202f, 0x205f]) mark(is.space, code);
mark(is.space, 0x2000, 0x200a);
markAll(is.opening, '“‘（《〈【〔「『［｛([{');
markAll(is.closing, '”’）》〉】〕」』］｝)]}，。、；：！？,.;:!?…％%·');
markAll(is.sentenceEnd, '。！？；：!?;:…');
markAll(is.closingBracket, '”’）》〉】〕」』］｝)]}');
markAll(is.pause, '，、,');
const squeezables = '，。、；：！？“”‘’（）《》〈〉【】〔〕「」『』［］｛｝·';
markAll(is.squeezable | is.cjkMark, squeezables);
markAll(is.cjkMark, '—…');
mark(is.cjkMark, 0xff01, 0xff5e);

/** All classes of a character at once, as bits of {@link CharacterClass}. */
export function classesOf(code: number): number {
  if (code < 0x10000) return table[code]!;
  return code >= 0x20000 && code <= 0x3ffff ? is.han : 0;
}

export function isSpace(code: number): boolean {
  return (classesOf(code) & is.space) !== 0;
}

/** A space of a word or thinner, that of ASCII and the one that does not break among them: what justification leaves. */
export function isThinSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a);
}

export function isHan(code: number): boolean {
  return (classesOf(code) & is.han) !== 0;
}

/** Either half of a Han character outside the basic plane (planes 2 and 3), seen as one code unit. */
export function isHanSurrogate(unit: number): boolean {
  return (unit >= 0xd840 && unit <= 0xd8ff) || (unit >= 0xdc00 && unit <= 0xdfff);
}

export function isDigit(code: number): boolean {
  return (classesOf(code) & is.digit) !== 0;
}

export function isLetter(code: number): boolean {
  return (classesOf(code) & is.letter) !== 0;
}

export function isOpening(code: number): boolean {
  return (classesOf(code) & is.opening) !== 0;
}

export function isClosing(code: number): boolean {
  return (classesOf(code) & is.closing) !== 0;
}

export function isClosingBracket(code: number): boolean {
  return (classesOf(code) & is.closingBracket) !== 0;
}

export function isSentenceEnd(code: number): boolean {
  return (classesOf(code) & is.sentenceEnd) !== 0;
}

export function isPause(code: number): boolean {
  return (classesOf(code) & is.pause) !== 0;
}

export function isSqueezable(code: number): boolean {
  return (classesOf(code) & is.squeezable) !== 0;
}

export function isCjkMark(code: number): boolean {
  return (classesOf(code) & is.cjkMark) !== 0;
}

/**
 * Whether two characters that meet where a line break is taken out need a space: two words do, a word and the stop or
 * bracket of an alphabet before it too; a number cut in two does not.
 */
export function needsSpaceBetween(left: number, right: number): boolean {
  const letter = (code: number) => (classesOf(code) & is.letter) !== 0;
  const word = (code: number) => (classesOf(code) & (is.letter | is.digit)) !== 0;
  if (word(left)) return isAsciiOpening(right) || (word(right) && !(isDigit(left) && isDigit(right)));
  return isAsciiStop(left) && (letter(right) || isAsciiOpening(right));
}

/** `, . ; : ! ? ) "` */
function isAsciiStop(code: number): boolean {
  return (
    code === 0x2c ||
    code === 0x2e ||
    code === 0x3a ||
    code === 0x3b ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x29 ||
    code === 0x22
  );
}

/** `(` and `"` */
function isAsciiOpening(code: number): boolean {
  return code === 0x28 || code === 0x22;
}
