import { isSpace, isSqueezable } from './characters.ts';

/** The width of a stretch of print in half-ems: a full-width mark may have been squeezed to one half. */
export interface DisplayWidth {
  readonly min: number;
  readonly max: number;
}

/** Least width of a code point in half-ems; white space between characters is justification and counts nothing. */
export function minWidth(code: number): number {
  if (isSpace(code)) return 0;
  if (isSqueezable(code)) return 1;
  return maxWidth(code);
}

/** Greatest width of a code point in half-ems. Source of the classes: Unicode East Asian Width, with quotation marks read as wide, as Chinese print sets them. */
export function maxWidth(code: number): number {
  if (isSpace(code)) return 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0;
  if (isSqueezable(code)) return 2;
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code === 0x200b || code === 0x200c || code === 0x200d || code === 0x2060 || code === 0xfeff) return 0;
  if (code >= 0xfe00 && code <= 0xfe0f) return 0;
  if (code >= 0xe0100 && code <= 0xe01ef) return 0;
  if (code < 0x1100) return 1;
  if (code === 0x2014 || code === 0x2015 || code === 0x2026 || (code >= 0x2460 && code <= 0x24ff)) return 2;
  if (code < 0x2e80) return 1;
  if (code >= 0xff61 && code <= 0xffdc) return 1;
  return 2;
}

/** Width of a text in half-ems. */
export function displayWidth(text: string): DisplayWidth {
  let min = 0;
  let max = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    min += minWidth(code);
    max += maxWidth(code);
  }
  return { min, max };
}
