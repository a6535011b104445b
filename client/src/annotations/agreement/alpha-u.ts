import type { TextRange } from '../../../../server/src/text/range.ts';
import { type Measure, notDefined } from './measure.ts';

/** How far annotators differ in where the units of one category lie, and how far they would by chance. */
export interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/**
 * The disagreement of annotators on the units of one category. Sources: Krippendorff, On the reliability of unitizing
 * contiguous data, Sociological Methodology 25 (1995), 47–76; with the expected disagreement as corrected in his
 * Content Analysis, 2nd ed. 2004, chapter 11 (example: p. 254).
 * @param annotators of each the units in order, apart or touching, in one count of positions from 0 up to `length`
 */
export function unitizingDisagreement(
  annotators: readonly (readonly TextRange[])[],
  length: number,
): Disagreement {
  const all = annotators.length;
  if (all < 2 || length === 0) return { observed: 0, expected: 0 };
  let sum = 0;
  for (let i = 0; i < all; i += 1) {
    for (let j = i + 1; j < all; j += 1) sum += differences(annotators[i]!, annotators[j]!);
  }
  const observed = (2 * sum) / (all * (all - 1) * length * length);
  return { observed, expected: expected(annotators, length) };
}

/** α_U of one category, or of several by their disagreements together. */
export function alphaU(categories: readonly Disagreement[]): Measure {
  const observed = categories.reduce((sum, each) => sum + each.observed, 0);
  const expected = categories.reduce((sum, each) => sum + each.expected, 0);
  return expected === 0 ? notDefined('untagged') : { value: 1 - observed / expected };
}

/**
 * The squared differences of two annotators' units: of two that overlap, of their starts and of their ends; of one that
 * lies in a gap of the other, of its whole length.
 */
function differences(a: readonly TextRange[], b: readonly TextRange[]): number {
  let sum = 0;
  const met = new Set<TextRange>();
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    if (x.start < y.end && y.start < x.end) {
      sum += (x.start - y.start) ** 2 + (x.end - y.end) ** 2;
      met.add(x).add(y);
    }
    if (x.end <= y.end) i += 1;
    else j += 1;
  }
  for (const unit of [...a, ...b]) if (!met.has(unit)) sum += (unit.end - unit.start) ** 2;
  return sum;
}

/** The same of all ways to lay the units and gaps of all annotators against each other. */
function expected(annotators: readonly (readonly TextRange[])[], length: number): number {
  const lengths = sorted(annotators.flatMap((units) => units.map(({ start, end }) => end - start)));
  const gaps = sorted(annotators.flatMap((units) => gapsBetween(units, length)));
  // How many gaps are at least so long as a unit, and how long together: by the units from the longest on.
  let at = 0;
  let longer = 0;
  let sum = 0;
  for (let i = lengths.length - 1; i >= 0; i -= 1) {
    const unit = lengths[i]!;
    for (; at < gaps.length && gaps[gaps.length - 1 - at]! >= unit; at += 1)
      longer += gaps[gaps.length - 1 - at]!;
    const onUnits = ((lengths.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit);
    const onGaps = unit ** 2 * (longer + at * (1 - unit));
    sum += onUnits + onGaps;
  }
  const positions = annotators.length * length;
  const withinUnits = lengths.reduce((total, unit) => total + unit * (unit - 1), 0);
  const ways = positions * (positions - 1) - withinUnits;
  return ways <= 0 ? 0 : ((2 / length) * sum) / ways;
}

/** From the least on. There are hundreds of thousands where many documents are compared: a list of numbers is quicker. */
function sorted(numbers: readonly number[]): Float64Array {
  return Float64Array.from(numbers).sort();
}

/** The lengths of what lies before, between and behind units. */
function gapsBetween(units: readonly TextRange[], length: number): number[] {
  const gaps: number[] = [];
  let end = 0;
  for (const unit of units) {
    if (unit.start > end) gaps.push(unit.start - end);
    end = unit.end;
  }
  if (length > end) gaps.push(length - end);
  return gaps;
}
