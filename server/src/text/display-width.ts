import { CharacterClass, classesOf } from './characters.ts';

/** The width of a stretch of print in half-ems: a full-width mark may have been squeezed to one half. */
export interface DisplayWidth {
  readonly min: number;
  readonly max: number;
}

/** Greatest width of each UTF-16 code unit in half-ems. Source of the classes: Unicode East Asian Width, with quotation marks read as wide, as Chinese print sets them. */
const widths = new Uint8Array(0x10000);
widths.fill(2);
widths.fill(1, 0x20, 0x2e80);
// Dashes, the ellipsis and circled numbers fill an em.
widths.fill(2, 0x2014, 0x2016);
widths[0x2026] = 2;
widths.fill(2, 0x2460, 0x2500);
// Half-width forms.
widths.fill(1, 0xff61, 0xffdd);
// What has no width: controls, combining marks, joiners, the mark of byte order, variation selectors.
widths.fill(0, 0, 0x20);
widths.fill(0, 0x7f, 0xa0);
widths.fill(0, 0x300, 0x370);
widths.fill(0, 0x200b, 0x200e);
widths[0x2060] = widths[0xfeff] = 0;
widths.fill(0, 0xfe00, 0xfe10);

/** Least width of a code point in half-ems; white space between characters is justification and counts nothing. */
export function minWidth(code: number): number {
  const classes = classesOf(code);
  if (classes & CharacterClass.squeezable) return 1;
  return classes & CharacterClass.space ? 0 : solidWidth(code);
}

/** Greatest width of a code point in half-ems. */
export function maxWidth(code: number): number {
  const classes = classesOf(code);
  if (classes & CharacterClass.squeezable) return 2;
  return classes & CharacterClass.space ? 0 : solidWidth(code);
}

/** Width in half-ems of a code point that is neither white space nor a mark which may be squeezed. */
export function solidWidth(code: number): number {
  if (code < 0x10000) return widths[code]!;
  return code >= 0xe0100 && code <= 0xe01ef ? 0 : 2;
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
