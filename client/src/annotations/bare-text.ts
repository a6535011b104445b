/**
 * Bare text: a text without its white space and line breaks. Breaking lines otherwise, or cleaning, hardly
 * changes it, so quotes are kept and looked for in it, and rewritten texts are compared by it.
 */
export interface BareText {
  readonly bare: string;
  /** The UTF-16 offset, in the text given, of the code unit at this bare offset; at the end: that text's end. */
  toText(bare: number): number;
  /** The bare offset of the first code unit that comes from this UTF-16 offset of the text or later. */
  toBare(offset: number): number;
}

const blankRun = /[\s\u200b\u2060]+/g;

/** Whether the code unit is white space, a line break, a zero-width space or a BOM. */
export function isBlank(unit: number): boolean {
  if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)) return true;
  if (unit < 0xa0) return false;
  return (
    unit === 0x3000 ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x2060
  );
}

/** Whether there is nothing but white space from one offset to the other, or nothing at all; UTF-16. */
export function onlyBlanks(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

/** The text without white space and line breaks. */
export function stripBlanks(text: string): string {
  return text.replace(blankRun, '');
}

/** The bare text with the way back. Offsets: UTF-16. */
export function createBareText(text: string): BareText {
  // One entry for each stretch without blanks: where it starts, bare and in the text.
  const bareStarts: number[] = [];
  const textStarts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  const stretch = (from: number, to: number) => {
    if (to <= from) return;
    bareStarts.push(length);
    textStarts.push(from);
    parts.push(text.slice(from, to));
    length += to - from;
  };
  let from = 0;
  for (const match of text.matchAll(blankRun)) {
    stretch(from, match.index);
    from = match.index + match[0].length;
  }
  stretch(from, text.length);
  return {
    bare: parts.join(''),
    toText(bare) {
      if (bare >= length) return text.length;
      const i = lastAtMost(bareStarts, Math.max(0, bare));
      return textStarts[i]! + Math.max(0, bare) - bareStarts[i]!;
    },
    toBare(offset) {
      const i = lastAtMost(textStarts, offset);
      if (i < 0) return 0;
      const next = bareStarts[i + 1] ?? length;
      return Math.min(next, bareStarts[i]! + offset - textStarts[i]!);
    },
  };
}

// Blocks whose characters look like others: CJK radicals, compatibility ideographs, full-width forms.
const lookalikes = /[\u2e80-\u2fdf\uf900-\ufaff\uff01-\uff5e]/g;

/**
 * The text with characters that only differ by encoding made one: ⽅ U+2F45 as 方, full-width as half-width.
 * Only for comparing. Each code unit stays one, so offsets hold. Source: Unicode NFKC.
 */
export function foldLookalikes(text: string): string {
  return text.replace(lookalikes, (character) => {
    const folded = character.normalize('NFKC');
    return folded.length === 1 ? folded : character;
  });
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
