import { mayBegin, mayEnd } from './glyph.ts';
import type { Piece } from './piece.ts';

/** Titles shorter than this (in pieces) stand on one line. */
const ONE_LINE = 16;

/**
 * Where a title is broken in two: before 关于, where that leaves two lines of some length, else at the lawful
 * place nearest its middle. Returns the number of the piece that begins the second line.
 */
export function breakTitle(pieces: readonly Piece[]): number | undefined {
  if (pieces.length < ONE_LINE) return undefined;
  const text = pieces.map((piece) => piece.text);
  let best: number | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let i = 4; i <= pieces.length - 4; i++) {
    if (!mayEnd(pieces[i - 1]!.kind) || !mayBegin(pieces[i]!.kind)) continue;
    const cost =
      Math.abs(i - pieces.length / 2) - (text[i] === '关' && text[i + 1] === '于' ? pieces.length : 0);
    if (cost < bestCost) {
      best = i;
      bestCost = cost;
    }
  }
  return best;
}
