import type { TextRange } from './range.ts';

/**
 * The exact map between the raw text and the clean text, both in UTF-16 code units. It is total and
 * monotone in both directions: every clean character comes from one raw character, and every raw offset
 * has a clean offset (that of the first clean character which comes from it or from what follows it).
 */
export interface SourceMap {
  readonly rawLength: number;
  readonly cleanLength: number;
  /**
   * The map as runs: stretches of the clean text whose characters come from consecutive raw ones. Flat: clean
   * start, raw start, length, repeated, in order; together they cover the whole clean text.
   */
  readonly runs: ArrayLike<number>;
  /** The raw offset of the character that the clean character at this offset came from. Offsets outside are clamped. */
  toRaw(clean: number): number;
  /** The clean offset of the first clean character that comes from this raw offset or later. Offsets outside are clamped. */
  toClean(raw: number): number;
  /** The smallest raw range that holds what the clean range came from; an empty range stays empty. */
  rangeToRaw(clean: TextRange): TextRange;
  /** The clean characters that come from inside the raw range; empty where the range holds only what cleaning leaves out. */
  rangeToClean(raw: TextRange): TextRange;
}

/** A source map over its runs. */
export class RunMap implements SourceMap {
  readonly runs: ArrayLike<number>;
  readonly rawLength: number;
  readonly cleanLength: number;

  constructor(runs: ArrayLike<number>, rawLength: number) {
    this.runs = runs;
    this.rawLength = rawLength;
    const last = runs.length - 3;
    this.cleanLength = last < 0 ? 0 : runs[last]! + runs[last + 2]!;
  }

  toRaw(clean: number): number {
    if (clean >= this.cleanLength) return this.rawLength;
    const run = this.runAt(Math.max(0, clean), 0);
    return this.runs[run + 1]! + Math.max(0, clean) - this.runs[run]!;
  }

  toClean(raw: number): number {
    const { runs } = this;
    if (runs.length === 0 || raw < runs[1]!) return 0;
    const run = this.runAt(raw, 1);
    return runs[run]! + Math.min(raw - runs[run + 1]!, runs[run + 2]!);
  }

  rangeToRaw(clean: TextRange): TextRange {
    const start = this.toRaw(clean.start);
    return clean.end <= clean.start ? { start, end: start } : { start, end: this.toRaw(clean.end - 1) + 1 };
  }

  rangeToClean(raw: TextRange): TextRange {
    const start = this.toClean(raw.start);
    return { start, end: Math.max(start, this.toClean(raw.end)) };
  }

  /** The last run that starts at `offset` or before it; `column` 0 looks at clean starts, 1 at raw ones. */
  private runAt(offset: number, column: 0 | 1): number {
    let low = 0;
    let high = this.runs.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.runs[3 * middle + column]! <= offset) low = middle;
      else high = middle - 1;
    }
    return 3 * low;
  }
}
