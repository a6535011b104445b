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
  /** Lines that end within a word or sentence, and are not much narrower than the next one: most of them are full. */
  readonly cut: Int32Array;
  /** Such lines behind another of the same width, with few marks that may be squeezed: hardly any that are not just full are among these. */
  readonly middle: Int32Array;
  /** Lines behind one that ends a paragraph for certain. */
  readonly first: Int32Array;
  /** All lines but those that are letter-spaced, up to the widest. */
  readonly all: Int32Array;
}

/**
 * At most three measures, narrowest first.
 * @param rows how many lines there are that are not letter-spaced, the widest included
 */
export function findMeasures(counts: WidthCounts, rows: number): Measure[] {
  const sum = (lines: Int32Array) => lines.reduce((all, count) => all + count, 0);
  // Few lines have two such neighbours in a short text; there all that are cut must do.
  const plenty = sum(counts.middle) >= 12;
  const lines = plenty ? counts.middle : counts.cut;
  const all = sum(lines);
  const at = (width: number) => lines[width] ?? 0;
  // A line that ends before a number or a word is half an em short.
  const near = (width: number) => at(width) + at(width - 1);
  const least = Math.max(all < 12 ? 2 : 4, all * 0.03, rows * 0.01);
  const peaks: number[] = [];
  for (let width = narrowest; width <= widest; width++) {
    if (near(width) >= least && at(width) >= at(width - 1) && at(width) > at(width + 1)) peaks.push(width);
  }
  peaks.sort((a, b) => near(b) - near(a) || b - a);
  const widths: number[] = [];
  for (const width of peaks) {
    if (widths.length === mostMeasures) break;
    if (widths.every((other) => near(width) >= near(other) * shareBeside(width - other, plenty)))
      widths.push(width);
  }
  // Among lines that no column has held, a few of one width are chance: headings, names.
  const held = sum(counts.all.subarray(0, Math.max(...widths) + squeezed + 1));
  const sure = rows - held > Math.max(4, rows * 0.2) ? widths.filter((width) => near(width) >= 6) : widths;
  const trace = hasTrace(sure, counts);
  return sure.sort((a, b) => a - b).map((width) => ({ width, trace }));
}

/**
 * The share of a measure's lines that another one needs which is so much wider: marks that were squeezed, or pushed
 * down with the character before them, make lines a little wider or narrower than the measure.
 */
function shareBeside(difference: number, plenty: boolean): number {
  const apart = Math.abs(difference);
  if (apart < 2) return 2;
  if (apart >= 6) return 0;
  if (!plenty) return 0.6;
  return difference > 0 ? 0.25 : 0.06;
}

/** First lines are two characters short of the measures, more often than they fill them. */
function hasTrace(widths: readonly number[], { first, all }: WidthCounts): boolean {
  let short = 0;
  let full = 0;
  for (const width of widths) {
    // Squeezed marks make a line up to two half-ems narrower than it is counted.
    for (let i = 2; i <= 5; i++) short += first[width - i] ?? 0;
    for (let i = -2; i <= 1; i++) full += first[width - i] ?? 0;
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
