import { type Profile, profileOf } from '../profile.ts';
import { type Row, RowFlag } from './row.ts';
import { SpacingCensus } from './spacing.ts';

/** Widest line, in half-ems, that can be a line of a column (48 em); a wider one is text that nobody wrapped. */
const widest = 96;
const gapKinds = 4;
/** Lines with half-width commas that make a way of writing of them. */
const fewestCommas = 4;

/**
 * What the whole document says about its layout, as counts that rows are added to and taken from: the same
 * after an edit as from scratch.
 */
export class Census {
  private readonly widths: Int32Array;
  /** By width and number of blank lines behind. */
  private readonly gaps: Int32Array;
  private rows: number;
  private spaced: number;
  private readonly spacing: SpacingCensus;
  private halfCommas: number;
  private fullCommas: number;

  constructor(from?: Census) {
    this.widths = from ? from.widths.slice() : new Int32Array(widest + 1);
    this.gaps = from ? from.gaps.slice() : new Int32Array((widest + 1) * gapKinds);
    this.rows = from?.rows ?? 0;
    this.spaced = from?.spaced ?? 0;
    this.spacing = new SpacingCensus(from?.spacing);
    this.halfCommas = from?.halfCommas ?? 0;
    this.fullCommas = from?.fullCommas ?? 0;
  }

  add(row: Row): void {
    this.count(row, 1);
  }

  remove(row: Row): void {
    this.count(row, -1);
  }

  private count(row: Row, by: 1 | -1): void {
    this.rows += by;
    this.spacing.count(row, by);
    if (row.flags & RowFlag.halfComma) this.halfCommas += by;
    if (row.flags & RowFlag.fullComma) this.fullCommas += by;
    if (row.flags & RowFlag.spaced) this.spaced += by;
    else if (row.maxWidth <= widest) {
      this.widths[row.maxWidth]! += by;
      this.gaps[row.maxWidth * gapKinds + Math.min(row.gap, gapKinds - 1)]! += by;
    }
  }

  /** What follows from the counts for the reading of every line. */
  layout(): Layout {
    const measures = this.measures();
    return {
      measures,
      typicalGap: this.typicalGap(measures),
      spacedIsRare: this.spaced * 2 < this.rows,
      profile: profileOf(measures.length > 0, this.spacing.isNoise()),
      halfWidth: this.halfCommas >= fewestCommas && this.halfCommas > 2 * this.fullCommas,
    };
  }

  /** Only full lines count: in a page that is cleaned in part, the others stand close. */
  private typicalGap(measures: readonly Measure[]): number {
    const counts = new Int32Array(gapKinds);
    for (const { width } of measures) {
      for (let w = width - 1; w <= width; w++) {
        for (let gap = 0; gap < gapKinds; gap++) counts[gap]! += this.gaps[w * gapKinds + gap]!;
      }
    }
    return counts.indexOf(Math.max(...counts));
  }

  private measures(): Measure[] {
    const needed = Math.max(4, Math.ceil(this.rows * 0.08));
    const at = (width: number) => this.widths[width] ?? 0;
    // A line that ends in a lone digit or letter is half an em short.
    const near = (width: number) => at(width) + at(width - 1);
    const found: Measure[] = [];
    const peaks: number[] = [];
    for (let width = 12; width <= widest; width++) {
      if (near(width) >= needed && at(width) >= at(width - 1) && at(width) > at(width + 1)) peaks.push(width);
    }
    peaks.sort((a, b) => near(b) - near(a) || b - a);
    for (const width of peaks) {
      if (found.length === 3) break;
      // First lines, two characters short, make a peak of their own: it is the trace of an indent, no measure.
      if (
        found.some(
          (m) => Math.abs(m.width - width) < 2 || (m.width - width === 4 && near(width) < near(m.width)),
        )
      )
        continue;
      found.push({ width, trace: this.hasTrace(width) });
    }
    return found.sort((a, b) => a.width - b.width);
  }

  /** Lines two characters short of the measure are many more than lines of any other short width, which are last lines. */
  private hasTrace(width: number): boolean {
    const shortest = 4;
    const longest = width - 8;
    let short = 0;
    for (let i = shortest; i <= longest; i++) short += this.widths[i]!;
    const usual = (2 * short) / Math.max(1, longest - shortest + 1);
    return this.widths[width - 4]! >= 3 + 2 * usual;
  }
}

/** A column's measure. */
export interface Measure {
  /** In half-ems. */
  readonly width: number;
  /** First lines of paragraphs are two characters shorter: the indent is lost and has left this trace. */
  readonly trace: boolean;
}

/** The facts about the whole document on which the reading of each line rests. */
export interface Layout {
  /** At most three, narrowest first; none: the text is not wrapped. */
  readonly measures: readonly Measure[];
  /** The most frequent number of blank lines behind a full line; 0 where the text is not wrapped. */
  readonly typicalGap: number;
  /** Letter-spaced lines are the exception, so that one tells of justification. */
  readonly spacedIsRare: boolean;
  /** Most commas of the text are half-width: that is how it was written down. */
  readonly halfWidth: boolean;
  /** Where the text seems to come from. */
  readonly profile: Profile;
}

export function sameLayout(a: Layout, b: Layout): boolean {
  return (
    a.typicalGap === b.typicalGap &&
    a.spacedIsRare === b.spacedIsRare &&
    a.halfWidth === b.halfWidth &&
    a.profile === b.profile &&
    a.measures.length === b.measures.length &&
    a.measures.every((m, i) => m.width === b.measures[i]!.width && m.trace === b.measures[i]!.trace)
  );
}
