import { radicalsOfTheirOwnShape, radicalsOfTheSameShape } from './substitutes-data.ts';

/**
 * The closed table of characters that cleaning may put others in place of, or leave out. Nothing but white space,
 * line breaks and these may a safe edit touch. Every function takes a code point. Sources: the normalization of
 * Unicode, which never changes for a character once it is in (UAX #15, section 3), where it has a mapping;
 * `substitutes-data.ts` where it has none.
 */

/** Kangxi radicals, U+2F00–2FD5: by compatibility decomposition, that of this block only. */
export function kangxiSubstitute(code: number): string | undefined {
  return code >= 0x2f00 && code <= 0x2fd5 ? String.fromCharCode(code).normalize('NFKC') : undefined;
}

/** The part of CJK Radicals Supplement that looks like the character it stands for. */
export function radicalSubstitute(code: number): string | undefined {
  return radicalsOfTheSameShape.get(code);
}

/** The rest of the block: shapes that are parts of characters, with the character that Unicode calls equivalent. Not in the closed table. */
export function doubtfulRadicalSubstitute(code: number): string | undefined {
  return radicalsOfTheirOwnShape.get(code);
}

/**
 * Compatibility ideographs, U+F900–FAFF and U+2F800–2FA1F, by canonical decomposition. The twelve of them that are
 * characters in their own right (U+FA0E and others) have none; neither do these whose ideograph is outside the BMP.
 */
export function ideographSubstitute(code: number): string | undefined {
  if (!((code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f))) return undefined;
  const character = String.fromCodePoint(code);
  const unified = character.normalize('NFC');
  return unified.length === 1 && unified !== character ? unified : undefined;
}

/**
 * Whether a compatibility ideograph repeats another character, with no other shape: those of KS X 1001 (one for each
 * reading in Korean) and the two that Big5 holds twice. All others are shapes of their own, which names are printed
 * with. Source: The Unicode Standard, 18.1, “CJK Compatibility Ideographs”.
 */
export function isRepeatedIdeograph(code: number): boolean {
  return code >= 0xf900 && code <= 0xfa0d;
}

/** Full-width digits and letters, U+FF10–FF19, FF21–FF3A, FF41–FF5A. Marks are none of them: `，：（）` stay. */
export function narrowSubstitute(code: number): string | undefined {
  const is =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a);
  return is ? String.fromCharCode(code - 0xfee0) : undefined;
}

/**
 * Characters with no width: zero-width space, non-joiner and joiner, word joiner, the mark of byte order, soft
 * hyphen. Variation selectors are none: they choose the shape of the character before them.
 */
export function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff || code === 0xad;
}

/** What a character of the closed table becomes, empty where it is left out; undefined: it is not in the table. */
export function substituteFor(code: number): string | undefined {
  if (code < 0x80) return undefined;
  if (isInvisible(code)) return '';
  return (
    kangxiSubstitute(code) ?? radicalSubstitute(code) ?? narrowSubstitute(code) ?? ideographSubstitute(code)
  );
}
