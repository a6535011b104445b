import { fullWidth, type GlyphClass, glyphClass } from './glyph.ts';

/**
 * An unbreakable piece of a line: one character, a number, a word of Latin letters, or a doubled mark. In a range of
 * years the dash belongs to the first year: a line may end after it.
 */
export interface Piece {
  readonly text: string;
  /** Where it starts in the clean text, in UTF-16 units. */
  readonly start: number;
  readonly kind: GlyphClass;
  /** In em, unsqueezed. */
  readonly width: number;
}

const PIECE =
  /[0-9]+(?:[.,:][0-9]+)*[%％℃]?(?:[－—–-](?=[0-9]))?|[A-Za-zÀ-ɏЀ-ӿ][\w'.À-ɏЀ-ӿ-]*|——|……|\r?\n|[\s\S]/gu;

/** Cuts one block of clean text, which starts at `start` (UTF-16) of the whole, into its pieces. */
export function cutPieces(block: string, start: number): Piece[] {
  const pieces: Piece[] = [];
  for (const match of block.matchAll(PIECE)) {
    const text = match[0];
    pieces.push({ text, start: start + match.index, kind: glyphClass(text), width: fullWidth(text) });
  }
  return pieces;
}

const UNIT = /^[年月日]/;

/** Whether a compositor keeps the two together: a number and the unit of its date. */
export function clings(left: Piece, right: Piece): boolean {
  return left.kind === 'numeric' && UNIT.test(right.text);
}

/** Whether a quarter of an em stands between the two: a number or a word beside a Han character. */
export function takesThinGap(left: Piece, right: Piece): boolean {
  const narrow = (piece: Piece): boolean => piece.kind === 'numeric' || piece.kind === 'latin';
  return (narrow(left) && right.kind === 'ideograph') || (left.kind === 'ideograph' && narrow(right));
}
