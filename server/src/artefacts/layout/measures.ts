import type { MeasureRange } from './cut-lines.ts';

/** A column's measure. */
export interface Measure {
  /** In half-ems. */
  readonly width: number;
  /** First lines of paragraphs are two characters shorter: the indent is lost and has left this trace. */
  readonly trace: boolean;
}

/** Narrowest and widest measure of a column, in half-ems: 6 and 48 em. A wider line is text that nobody wrapped. */
export const narrowest = 12;
export const widest = 96;
const mostMeasures = 3;
/** A line in which marks are squeezed counts for at most so many half-ems more than its measure. */
export const squeezed = 6;

/** Counts by width in half-ems, indent and all. */
export interface WidthCounts {
  /** Lines behind one that ends a paragraph for certain. */
  readonly first: Int32Array;
  /** All lines but those that are letter-spaced, up to the widest. */
  readonly all: Int32Array;
}

/** As many lines that are cut and no first ones tell enough of the columns. */
const fewestInner = 6;

/**
 * At most three measures, narrowest first: the one in which most lines are full, then the one in which most of those
 * are that were not full in the first, and so on.
 * @param cut lines that end within a word or sentence, and are not much narrower than the next one
 * @param inner those of them that are no first lines, which the trace of an indent may have made narrower
 * @param rows how many lines there are that are not letter-spaced, the widest included
 */
export function findMeasures(
  cut: readonly MeasureRange[],
  inner: readonly MeasureRange[],
  counts: WidthCounts,
  rows: number,
): Measure[] {
  let left = countOf(inner) < fewestInner ? cut : inner;
  const all = countOf(left);
  const least = Math.max(all < 12 ? 2 : 4, all * 0.03, rows * 0.01);
  const found: Column[] = [];
  while (found.length < mostMeasures) {
    const best = fullestColumn(left);
    if (best === undefined || best.lines < least) break;
    if (found.some((other) => best.lines < other.lines * shareBeside(best.width - other.width))) break;
    found.push(best);
    left = left.filter(({ from, to }) => from > best.width || to < best.width);
  }
  // Among lines that no column has held, a few of one width are chance: headings, names.
  const held = counts.all
    .subarray(0, Math.max(...found.map(({ width }) => width)) + squeezed + 1)
    .reduce((sum, count) => sum + count, 0);
  const stray = rows - held > Math.max(4, rows * 0.2);
  const widths = found.filter(({ lines }) => !stray || lines >= 6).map(({ width }) => width);
  const trace = hasTrace(widths, counts);
  return widths.sort((a, b) => a - b).map((width) => ({ width, trace }));
}

interface Column {
  readonly width: number;
  /** How many lines are full in it. */
  readonly lines: number;
}

function countOf(ranges: readonly MeasureRange[]): number {
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

/** The measure in which most of the lines are full; those that fill it exactly count twice. */
function fullestColumn(ranges: readonly MeasureRange[]): Column | undefined {
  const full = new Int32Array(widest + 1);
  const exact = new Int32Array(widest + 1);
  for (const { from, to, width, count } of ranges) {
    for (let measure = Math.max(narrowest, from); measure <= Math.min(widest, to); measure++) {
      full[measure]! += count;
    }
    if (width <= widest) exact[width]! += count;
  }
  let best = narrowest;
  for (let width = narrowest; width <= widest; width++) {
    if (full[width]! + exact[width]! > full[best]! + exact[best]!) best = width;
  }
  return full[best] === 0 ? undefined : { width: best, lines: full[best]! };
}

/**
 * The share of a measure's lines that another one needs which is so much wider: what was pushed down with the
 * character before it, or kept together with its unit, makes lines a little narrower than the measure.
 */
function shareBeside(difference: number): number {
  return Math.abs(difference) > 6 ? 0 : 0.05;
}

/** First lines are two characters short of the measures, more often than they fill them. */
function hasTrace(widths: readonly number[], { first, all }: WidthCounts): boolean {
  let short = 0;
  let full = 0;
  for (let line = 0; line < first.length; line++) {
    // Squeezed marks make a line up to two half-ems narrower than it is counted.
    const isShort = widths.some((width) => line >= width - 5 && line <= width - 2);
    const isFull = widths.some((width) => line >= width - 1 && line <= width + 2);
    // Short of one column and full in another, it tells nothing.
    if (isShort && !isFull) short += first[line]!;
    if (isFull && !isShort) full += first[line]!;
  }
  if (short + full >= fewestFirst && (short > 1.5 * full || full > 1.5 * short)) return short > full;
  return widths.some((width) => isCommonWidth(width - 4, width, all));
}

/** So few lines are an excerpt, in which two first lines must do. */
const excerpt = 24;

/** As many first lines, where most agree, tell whether there is a trace. */
const fewestFirst = 2;

/** Lines of one short width are many more than those of any other, which are last lines. */
function isCommonWidth(width: number, measure: number, all: Int32Array): boolean {
  const shortest = 4;
  const longest = measure - 8;
  let short = 0;
  for (let i = shortest; i <= longest; i++) short += all[i]!;
  const usual = (2 * short) / Math.max(1, longest - shortest + 1);
  const lines = all.reduce((sum, count) => sum + count, 0);
  return all[width]! >= (lines < excerpt ? 1.5 : 3) + 2 * usual;
}
