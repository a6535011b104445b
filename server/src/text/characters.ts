/**
 * What a character is to a typesetter. Every function takes a code point, or a UTF-16 code unit where it
 * stands for itself; a lone surrogate is an ordinary character of no class.
 */

/** White space inside a line; line ends are not among them. NBSP and the ideographic space are. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0x0b ||
    code === 0x0c ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** Han characters, with 〇 and the iteration mark 々; astral ones given as code points. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    code === 0x3005 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

/** Either half of a Han character outside the basic plane (planes 2 and 3), seen as one code unit. */
export function isHanSurrogate(unit: number): boolean {
  return (unit >= 0xd840 && unit <= 0xd8ff) || (unit >= 0xdc00 && unit <= 0xdfff);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Latin, Greek and Cyrillic letters: what is set in words and may not be cut. */
export function isLetter(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x52f)
  );
}

const opening = new Set([...'“‘（《〈【〔「『［｛([{'].map((c) => c.charCodeAt(0)));
const closing = new Set([...'”’）》〉】〕」』］｝)]}，。、；：！？,.;:!?…％%·'].map((c) => c.charCodeAt(0)));
const sentenceEnd = new Set([...'。！？；：!?;:…'].map((c) => c.charCodeAt(0)));
const closingBracket = new Set([...'”’）》〉】〕」』］｝)]}'].map((c) => c.charCodeAt(0)));
const pause = new Set([...'，、,'].map((c) => c.charCodeAt(0)));
const squeezable = new Set(
  [...'，。、；：！？“”‘’（）《》〈〉【】〔〕「」『』［］｛｝·'].map((c) => c.charCodeAt(0)),
);

/** Marks that cling to what follows: a line may not end with one. */
export function isOpening(code: number): boolean {
  return opening.has(code);
}

/** Marks that cling to what precedes: a line may not begin with one. */
export function isClosing(code: number): boolean {
  return closing.has(code);
}

/** Closing brackets and quotation marks, without the stops. */
export function isClosingBracket(code: number): boolean {
  return closingBracket.has(code);
}

/** Marks after which a paragraph may end. */
export function isSentenceEnd(code: number): boolean {
  return sentenceEnd.has(code);
}

/** Commas of both sorts: a paragraph hardly ever ends with one. */
export function isPause(code: number): boolean {
  return pause.has(code);
}

/** Full-width marks, which a typesetter may squeeze to half their width. */
export function isSqueezable(code: number): boolean {
  return squeezable.has(code);
}

/** A mark of Chinese typography: it clings to Han characters with no space. */
export function isCjkMark(code: number): boolean {
  return squeezable.has(code) || code === 0x2014 || code === 0x2026 || (code >= 0xff01 && code <= 0xff5e);
}

/** Whether two characters that meet where a line break is taken out need a space: two words do, a number cut in two does not. */
export function needsSpaceBetween(left: number, right: number): boolean {
  const word = (code: number) => isLetter(code) || isDigit(code);
  return word(left) && word(right) && !(isDigit(left) && isDigit(right));
}
