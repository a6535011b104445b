import {
  mostBreakTerms,
  noTerm,
  places,
  Term,
  termsPerPlace,
} from '../../server/src/artefacts/layout/terms.ts';
import type { TrainingPage } from './training-page.ts';

/**
 * How improbable the true breaks of a page are under some costs, in nats, and what each cost has to do with it: the
 * gradient is added to `gradient`. It is the likelihood of a chain (a conditional random field over the rows) in
 * which the columns are hidden: all readings that agree with the true breaks, against all readings.
 */
export function addSurprise(page: TrainingPage, costs: Float64Array, gradient: Float64Array): number {
  const weights = placeWeights(page, costs);
  const change = Math.exp(-costs[Term.change]!);
  const truth = pass(page, weights, change, true, gradient, 1);
  const all = pass(page, weights, change, false, gradient, -1);
  return all - truth;
}

/** exp(−cost) by row, column and place. */
function placeWeights(
  { rows, columns, widthTerms, breakTerms }: TrainingPage,
  costs: Float64Array,
): Float64Array {
  const weights = new Float64Array(rows * columns * places);
  for (let row = 0; row < rows; row++) {
    let end = 0;
    for (let i = row * mostBreakTerms; i < (row + 1) * mostBreakTerms; i++) {
      if (breakTerms[i] !== noTerm) end += costs[breakTerms[i]!]!;
    }
    for (let at = row * columns * places; at < (row + 1) * columns * places; at++) {
      let cost = at % 2 === 1 ? end : 0;
      for (let i = at * termsPerPlace; i < (at + 1) * termsPerPlace; i++) {
        if (widthTerms[i] !== noTerm) cost += costs[widthTerms[i]!]!;
      }
      weights[at] = Math.exp(-cost);
    }
  }
  return weights;
}

/** Runs through the rows both ways; the logarithm of the sum over all readings, of which `truth` leaves those that are right. */
function pass(
  page: TrainingPage,
  weights: Float64Array,
  change: number,
  truth: boolean,
  gradient: Float64Array,
  sign: number,
): number {
  const { rows, columns, ends } = page;
  const width = 2 * columns;
  const allowed = (row: number, last: number): boolean =>
    row === rows - 1 ? last === 1 : !truth || ends[row] === last;
  /** What comes into a row by its column and by whether it is a first one. */
  const into = new Float64Array(rows * width);
  let message = new Float64Array(width);
  let logSum = 0;
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++) {
      for (let first = 0; first < 2; first++) {
        into[row * width + 2 * c + first] = row === 0 ? first : mixed(message, columns, c, first, change);
      }
    }
    const next = new Float64Array(width);
    let sum = 0;
    for (let c = 0; c < columns; c++) {
      for (let last = 0; last < 2; last++) {
        if (!allowed(row, last)) continue;
        const at = (row * columns + c) * places;
        next[2 * c + last] =
          into[row * width + 2 * c]! * weights[at + last]! +
          into[row * width + 2 * c + 1]! * weights[at + 2 + last]!;
        sum += next[2 * c + last]!;
      }
    }
    for (let s = 0; s < width; s++) next[s]! /= sum;
    logSum += Math.log(sum);
    message = next;
  }
  let back = new Float64Array(width).fill(1);
  for (let row = rows - 1; row >= 0; row--) {
    const share = new Float64Array(columns * places);
    let sum = 0;
    for (let c = 0; c < columns; c++) {
      for (let place = 0; place < places; place++) {
        const last = place % 2;
        if (!allowed(row, last)) continue;
        const weight = weights[(row * columns + c) * places + place]!;
        share[c * places + place] = into[row * width + 2 * c + (place >> 1)]! * weight * back[2 * c + last]!;
        sum += share[c * places + place]!;
      }
    }
    addCounts(page, row, share, sign / sum, gradient);
    const from = new Float64Array(width);
    for (let c = 0; c < columns; c++) {
      for (let first = 0; first < 2; first++) {
        for (let last = 0; last < 2; last++) {
          if (!allowed(row, last)) continue;
          from[2 * c + first]! +=
            weights[(row * columns + c) * places + 2 * first + last]! * back[2 * c + last]!;
        }
      }
    }
    const before = new Float64Array(width);
    let most = 0;
    for (let c = 0; c < columns; c++) {
      for (let first = 0; first < 2; first++) {
        before[2 * c + first] = mixed(from, columns, c, first, change);
        most = Math.max(most, before[2 * c + first]!);
      }
    }
    for (let s = 0; s < width; s++) before[s]! /= most;
    back = before;
  }
  return logSum;
}

function mixed(
  message: Float64Array,
  columns: number,
  column: number,
  decision: number,
  change: number,
): number {
  let other = 0;
  for (let c = 0; c < columns; c++) if (c !== column) other += message[2 * c + decision]!;
  return message[2 * column + decision]! + change * other;
}

function addCounts(
  page: TrainingPage,
  row: number,
  share: Float64Array,
  scale: number,
  gradient: Float64Array,
): void {
  const { columns, widthTerms, breakTerms } = page;
  let ending = 0;
  for (let at = 0; at < columns * places; at++) {
    const part = share[at]! * scale;
    if (part === 0) continue;
    if (at % 2 === 1) ending += part;
    const from = (row * columns * places + at) * termsPerPlace;
    for (let i = from; i < from + termsPerPlace; i++)
      if (widthTerms[i] !== noTerm) gradient[widthTerms[i]!]! += part;
  }
  for (let i = row * mostBreakTerms; i < (row + 1) * mostBreakTerms; i++) {
    if (breakTerms[i] !== noTerm) gradient[breakTerms[i]!]! += ending;
  }
}
