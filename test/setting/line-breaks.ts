import { mayBegin, mayEnd, squeezes } from './glyph.ts';
import { clings, type Piece, takesThinGap } from './piece.ts';
import type { Random } from './random.ts';

/** One line of a block: the pieces `from` (inclusive) to `to` (exclusive), and how it fills its measure. */
export interface BrokenLine {
  readonly from: number;
  readonly to: number;
  /** The measure that it was set on, in em; a first line with an indent has two em less. */
  readonly measure: number;
  /** What is left of the measure when the pieces stand unstretched, in em. */
  readonly slack: number;
  readonly squeezed: boolean;
}

const THIN_GAP = 0.25;

/** The width of a run of pieces in em: marks at full width, or (`squeezed`) on half an em each. */
export function lineWidth(pieces: readonly Piece[], from: number, to: number, squeezed: boolean): number {
  let width = 0;
  for (let i = from; i < to; i++) width += advance(pieces, i, to, squeezed);
  return width;
}

function advance(pieces: readonly Piece[], index: number, to: number, squeezed: boolean): number {
  const piece = pieces[index]!;
  const next = index + 1 < to ? pieces[index + 1] : undefined;
  if (squeezes(piece.kind)) {
    // A closing mark gives up its blank half at the end of a line and before another mark, even in a loose line.
    const tight = squeezed || (piece.kind !== 'opening' && (next === undefined || squeezes(next.kind)));
    return tight ? 0.5 : 1;
  }
  return piece.width + (next && !squeezed && takesThinGap(piece, next) ? THIN_GAP : 0);
}

function mayBreak(left: Piece, right: Piece, keepsUnits: boolean): boolean {
  return mayEnd(left.kind) && mayBegin(right.kind) && !(keepsUnits && clings(left, right));
}

export interface LineOptions {
  /** The share (0–1) of lines whose marks are set on half an em. */
  readonly squeeze: number;
  /** Whether a number stays on one line with its 年, 月 or 日. */
  readonly keepsUnits: boolean;
  /** The share (0–1) of places where a closing mark slips to the head of the next line all the same. */
  readonly slips: number;
}

/**
 * Breaks a block as a compositor does: as much as fits; where the next line would begin with a closing mark it is
 * drawn in by squeezing, and where that does not fit the character before it is pushed down with it.
 * `measureOf(n)` is the measure of the block's n-th line in em.
 */
export function breakLines(
  pieces: readonly Piece[],
  measureOf: (line: number) => number,
  options: LineOptions,
  random: Random,
): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let from = 0;
  while (from < pieces.length) {
    const measure = measureOf(lines.length);
    let squeezed = random.chance(options.squeeze);
    let to = fill(pieces, from, measure, squeezed);
    if (to < pieces.length && !mayBreak(pieces[to - 1]!, pieces[to]!, options.keepsUnits)) {
      const slips = options.slips > 0 && !mayBegin(pieces[to]!.kind) && mayEnd(pieces[to - 1]!.kind);
      const drawn = drawIn(pieces, from, to, measure, options.keepsUnits);
      if (slips && random.chance(options.slips)) {
        // The mark hung in the margin of the print, and the extraction took it for the next line's.
      } else if (drawn > to) {
        to = drawn;
        squeezed = true;
      } else to = pushDown(pieces, from, to, options.keepsUnits);
    }
    // Marks are squeezed only where that gains something.
    if (squeezed && lineWidth(pieces, from, to, false) <= measure) squeezed = false;
    lines.push({ from, to, measure, slack: measure - lineWidth(pieces, from, to, squeezed), squeezed });
    from = to;
  }
  return lines;
}

/** How far a line reaches that takes all that fits; at least one piece, however wide. */
function fill(pieces: readonly Piece[], from: number, measure: number, squeezed: boolean): number {
  let to = from + 1;
  let before = 0;
  while (to < pieces.length) {
    before += advance(pieces, to - 1, to + 1, squeezed);
    if (before + advance(pieces, to, to + 1, squeezed) > measure) break;
    to++;
  }
  return to;
}

/** Takes in the marks (and the piece after them that they cling to) that no line may begin with, if they fit. */
function drawIn(pieces: readonly Piece[], from: number, to: number, measure: number, units: boolean): number {
  if (!mayEnd(pieces[to - 1]!.kind)) return to;
  let end = to + 1;
  while (end < pieces.length && !mayBreak(pieces[end - 1]!, pieces[end]!, units)) end++;
  return lineWidth(pieces, from, end, true) <= measure ? end : to;
}

/** Sends the last pieces to the next line until the break is a lawful one; if none is, breaks where it must. */
function pushDown(pieces: readonly Piece[], from: number, to: number, units: boolean): number {
  for (let end = to - 1; end > from; end--) if (mayBreak(pieces[end - 1]!, pieces[end]!, units)) return end;
  return to;
}
