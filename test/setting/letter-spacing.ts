import type { BrokenLine } from './line-breaks.ts';
import { type Piece, takesThinGap } from './piece.ts';
import type { Random } from './random.ts';

/** Which gaps of a line came out of the extraction as spaces. */
export type Spacing =
  | { readonly kind: 'plain'; readonly digits: DigitSpacing }
  | { readonly kind: 'stretched'; readonly marks: MarkSpacing; readonly from: number; readonly to: number };

/** `both`: `于 2024 年 5 月`; `before`: `于 1992年 6月`; `none`: `于2024年5月`. */
export type DigitSpacing = 'both' | 'before' | 'none';

/** `around`: `议 。 双`; `before`: `谈 ，并`; `none`: `谈，并`. */
export type MarkSpacing = 'around' | 'before' | 'none';

/** A gap this wide (in em) between all characters of a line always reads as a space; below the lower one, never. */
const READS_AS_SPACE = 0.045;
const NEVER_A_SPACE = 0.03;

/** With fewer spaced pairs of Han characters than this, nobody could tell stretching from a stray space. */
const FEWEST_PAIRS = 3;

/** Chooses how a line's gaps were read. The last line of a block is not justified, so it is never stretched. */
export function chooseSpacing(
  pieces: readonly Piece[],
  line: BrokenLine,
  isLast: boolean,
  share: number,
  random: Random,
): Spacing {
  const gap = line.slack / Math.max(1, line.to - line.from - 1);
  const surely = gap >= READS_AS_SPACE;
  const perhaps = gap >= NEVER_A_SPACE && random.chance(0.4);
  const digits = random.pick<DigitSpacing>(
    line.squeezed ? ['before', 'none', 'both'] : ['both', 'both', 'both', 'both', 'before', 'none'],
  );
  if (isLast || line.to - line.from < 5 || !(surely || perhaps) || !random.chance(share)) {
    return { kind: 'plain', digits };
  }
  const marks = random.pick<MarkSpacing>(['around', 'before', 'none']);
  const half = surely && !random.chance(0.15) ? undefined : halfOf(pieces, line, random);
  const spacing = {
    kind: 'stretched' as const,
    marks,
    from: half?.from ?? line.from,
    to: half?.to ?? line.to,
  };
  return stretchedPairs(pieces, spacing) >= FEWEST_PAIRS ? spacing : { kind: 'plain', digits };
}

function stretchedPairs(
  pieces: readonly Piece[],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let pairs = 0;
  for (let i = from; i + 1 < to; i++) {
    if (pieces[i]!.kind === 'ideograph' && pieces[i + 1]!.kind === 'ideograph') pairs++;
  }
  return pairs;
}

/** The part of a half-justified line that was stretched: up to a mark in it, or from that mark on. */
function halfOf(
  pieces: readonly Piece[],
  line: BrokenLine,
  random: Random,
): { from: number; to: number } | undefined {
  const joints: number[] = [];
  for (let i = line.from + 5; i < line.to - 5; i++) {
    if (pieces[i]!.kind === 'stop' || pieces[i]!.kind === 'closing') joints.push(i);
  }
  if (joints.length === 0) return undefined;
  const joint = random.pick(joints);
  return random.chance(0.5) ? { from: line.from, to: joint + 1 } : { from: joint + 1, to: line.to };
}

/** Whether a space stands between the pieces `left` and `left + 1` of the line. */
export function hasSpaceAfter(pieces: readonly Piece[], left: number, spacing: Spacing): boolean {
  const a = pieces[left]!;
  const b = pieces[left + 1]!;
  if (a.kind === 'space' || b.kind === 'space') return false;
  if (spacing.kind === 'stretched' && left >= spacing.from && left + 1 < spacing.to) {
    return stretchedGap(a, b, spacing.marks);
  }
  if (!takesThinGap(a, b)) return false;
  if (spacing.kind === 'stretched') return true;
  const digitsFirst = a.kind === 'numeric' || a.kind === 'latin';
  return spacing.digits === 'both' || (spacing.digits === 'before' && !digitsFirst);
}

function stretchedGap(a: Piece, b: Piece, marks: MarkSpacing): boolean {
  const isMark = (piece: Piece): boolean => piece.kind === 'closing' || piece.kind === 'stop';
  if (b.kind === 'opening') return marks === 'around' && !isMark(a) && a.kind !== 'opening';
  if (a.kind === 'opening') return b.kind === 'ideograph' && marks !== 'none';
  if (isMark(b)) return !isMark(a) && marks !== 'none';
  if (isMark(a)) return marks === 'around';
  if (a.kind === 'numeric' && b.kind === 'numeric') return false;
  return a.kind !== 'dot' && b.kind !== 'dot' && a.kind !== 'slash' && b.kind !== 'slash';
}
