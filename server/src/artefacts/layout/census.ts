import { type Profile, profileOf } from '../profile.ts';
import { beginningPlaces } from './beginnings.ts';
import { CutLines } from './cut-lines.ts';
import { TailKind } from './edge.ts';
import { findMeasures, type Measure, narrowest, squeezed, widest } from './measures.ts';
import type { Row } from './row.ts';
import { RowFlag } from './row-flag.ts';
import { SpacingCensus } from './spacing.ts';
import { evidenceSteps, Habit, habitOf, habits, opensOwnLine } from './terms.ts';

const gapKinds = 4;
/** Lines with half-width commas that make a way of writing of them. */
const fewestCommas = 4;

const indentKinds = 16;
/** A line that is this much narrower than the next one, in half-ems, is the last of its paragraph, or stands for itself. */
const muchNarrower = 6;
/**
 * What the whole document says about its layout, as counts that rows are added to and taken from: the same
 * after an edit as from scratch.
 */
export class Census {
  /** Lines that are cut, and those of them that are no first ones; see `measures.ts`. */
  private readonly cut: CutLines;
  private readonly inner: CutLines;
  /** First lines, by width. */
  private readonly first: Int32Array;
  /** By width: all lines. */
  private readonly all: Int32Array;
  /** By number of blank lines: the breaks of lines that are cut. */
  private readonly gaps: Int32Array;
  /** By width of the indent: all lines, and those behind a paragraph's certain end. */
  private readonly indents: Int32Array;
  private readonly firstIndents: Int32Array;
  /** By habit: how many paragraphs end so for certain, and how often the text went on within a line. */
  private readonly ends: Int32Array;
  private readonly innerEnds: Int32Array;
  /** By place: beginnings of paragraphs that are certain, and those of sentences within a line. */
  private readonly heads: Int32Array;
  private readonly innerHeads: Int32Array;
  private rows: number;
  private spaced: number;
  private readonly spacing: SpacingCensus;
  private halfCommas: number;
  private fullCommas: number;

  constructor(from?: Census) {
    const counts = (size: number, old?: Int32Array) => old?.slice() ?? new Int32Array(size);
    this.cut = new CutLines(from?.cut);
    this.inner = new CutLines(from?.inner);
    this.first = counts(widest + 1, from?.first);
    this.all = counts(widest + 1, from?.all);
    this.gaps = counts(gapKinds, from?.gaps);
    this.indents = counts(indentKinds, from?.indents);
    this.firstIndents = counts(indentKinds, from?.firstIndents);
    this.ends = counts(habits, from?.ends);
    this.innerEnds = counts(habits, from?.innerEnds);
    this.heads = counts(beginningPlaces, from?.heads);
    this.innerHeads = counts(beginningPlaces, from?.innerHeads);
    this.rows = from?.rows ?? 0;
    this.spaced = from?.spaced ?? 0;
    this.spacing = new SpacingCensus(from?.spacing);
    this.halfCommas = from?.halfCommas ?? 0;
    this.fullCommas = from?.fullCommas ?? 0;
  }

  /** Counts the rows from `from` to `to`, and what is to be seen of them beside their neighbours. */
  add(rows: readonly Row[], from: number, to: number): void {
    this.count(rows, from, to, 1);
  }

  /** Takes away what {@link add} has counted of the same rows. */
  remove(rows: readonly Row[], from: number, to: number): void {
    this.count(rows, from, to, -1);
  }

  private count(rows: readonly Row[], from: number, to: number, by: 1 | -1): void {
    for (let i = from; i < to; i++) this.countRow(rows[i]!, by);
    // A break is looked at with the line before it.
    for (let i = Math.max(1, from); i < Math.min(to + 2, rows.length); i++) {
      this.countBreak(rows[i - 2], rows[i - 1]!, rows[i]!, by);
    }
  }

  private countRow(row: Row, by: 1 | -1): void {
    this.rows += by;
    this.spacing.count(row, by);
    if (row.flags & RowFlag.halfComma) this.halfCommas += by;
    if (row.flags & RowFlag.fullComma) this.fullCommas += by;
    this.indents[Math.min(row.indentWidth, indentKinds - 1)]! += by;
    this.innerEnds[Habit.stop]! += by * row.innerEnds;
    this.innerEnds[Habit.semicolon]! += by * row.innerSemicolons;
    this.innerEnds[Habit.colon]! += by * row.innerColons;
    for (const place of row.innerBeginnings) this.innerHeads[place]! += by;
    const width = row.indentWidth + row.maxWidth;
    if (row.flags & RowFlag.spaced) this.spaced += by;
    else if (width <= widest) this.all[width]! += by;
  }

  private countBreak(before: Row | undefined, row: Row, next: Row, by: 1 | -1): void {
    const width = row.indentWidth + row.maxWidth;
    const nextWidth = next.indentWidth + next.maxWidth;
    if (next.indentWidth + next.minWidth - width < muchNarrower) {
      if (row.tail !== TailKind.plain || (row.flags | next.flags) & RowFlag.spaced || opensOwnLine(next))
        return;
      if (nextWidth - width > 2 || row.maxWidth < narrowest) return;
      const slack = row.maxWidth - row.minWidth;
      this.cut.count(width, slack, next.headWidth, by);
      if (width <= widest) this.gaps[Math.min(row.gap, gapKinds - 1)]! += by;
      if (before !== undefined && goesOnInto(before, width)) {
        this.inner.count(width, slack, next.headWidth, by);
      }
      return;
    }
    const habit = habitOf[row.tail]!;
    if (habit < 0) return;
    this.ends[habit]! += by;
    this.heads[next.beginning]! += by;
    this.firstIndents[Math.min(next.indentWidth, indentKinds - 1)]! += by;
    if (habit > Habit.colon && row.tail !== TailKind.alone) return;
    if (nextWidth <= widest && !(next.flags & RowFlag.spaced)) this.first[nextWidth]! += by;
  }

  /** What follows from the counts for the reading of every line. */
  layout(): Layout {
    const cut = this.cut.ranges();
    const measures = findMeasures(
      cut,
      this.inner.ranges(),
      { first: this.first, all: this.all },
      this.rows - this.spaced,
    );
    return {
      measures,
      profile: profileOf(measures.length > 0, this.spacing.isNoise()),
      halfWidth: this.halfCommas >= fewestCommas && this.halfCommas > 2 * this.fullCommas,
      firm:
        measures.length > 0 &&
        this.ends[Habit.stop]! >= 3 &&
        cut.reduce((sum, { count }) => sum + count, 0) >= 12,
      typicalGap: measures.length > 0 ? mostFrequent(this.gaps) : 0,
      stretching:
        this.spaced * 33 < this.rows
          ? 0
          : this.spaced * 7 < this.rows
            ? 1
            : this.spaced * 2 < this.rows
              ? 2
              : 3,
      squeezing: this.squeezing(measures),
      indent: this.indent(),
      habits: this.habits(),
      beginnings: this.beginnings(),
    };
  }

  /** Lines that are wider than any column holds have marks that were squeezed. */
  private squeezing(measures: readonly Measure[]): number {
    const widestMeasure = measures.at(-1)?.width ?? widest;
    let wider = 0;
    for (let width = widestMeasure + 1; width <= Math.min(widest, widestMeasure + squeezed); width++) {
      wider += this.all[width]!;
    }
    return wider * 100 < this.rows ? 0 : wider * 20 < this.rows ? 1 : 2;
  }

  private indent(): Indent {
    const base = mostFrequent(this.indents);
    const needed = Math.max(3, this.rows * 0.03);
    let deeper = 0;
    for (let width = base + 2; width <= base + 6; width++) deeper += this.indents[width] ?? 0;
    const shallow = this.indents.slice(Math.max(0, base - 6), Math.max(0, base - 1));
    const shallower = shallow.reduce((sum, count) => sum + count, 0);
    if (deeper >= needed && deeper >= shallower) return { base, use: 1 };
    if (shallower < needed) return { base, use: 0 };
    // Short paragraphs have more first lines than others: then the shallower lines are those within.
    const firstLinesAreUsual = Math.abs(mostFrequent(this.firstIndents) - base) < 2;
    return firstLinesAreUsual
      ? { base: Math.max(0, base - 6) + mostFrequent(shallow), use: 1 }
      : { base, use: 2 };
  }

  private habits(): number[] {
    const all = this.ends.reduce((sum, count) => sum + count, 0);
    return Array.from(this.ends, (count, habit) =>
      // A pause, or no mark at all, tells by itself that the text goes on: there the question is how many ends are so.
      evidence(count, habit < Habit.pause ? this.innerEnds[habit]! : 0.2 * all, 0.5, 0.5),
    );
  }

  /** How much likelier each beginning is at the head of a paragraph than within one; most are seen too seldom to tell. */
  private beginnings(): Uint8Array {
    const steps = new Uint8Array(beginningPlaces);
    const all = this.ends.reduce((sum, count) => sum + count, 0);
    const share = (all + 1) / (this.innerEnds[Habit.stop]! + 1);
    const unseen = evidence(0, 0, 2, 2);
    for (let place = 0; place < beginningPlaces; place++) {
      const heads = this.heads[place]!;
      const inner = this.innerHeads[place]!;
      // Most places hold nothing: a logarithm for each would take longer than all else here.
      steps[place] = heads === 0 && inner === 0 ? unseen : evidence(heads, inner * share, 2, 2);
    }
    return steps;
  }
}

/** The first of the numbers that none exceeds. */
function mostFrequent(counts: Int32Array): number {
  return counts.indexOf(Math.max(...counts));
}

/** Whether a row may go on into the next one, which has this width: it has no stop at its end, and is not much narrower. */
function goesOnInto(row: Row, width: number): boolean {
  const habit = habitOf[row.tail]!;
  return (habit < 0 || habit > Habit.colon) && row.indentWidth + row.maxWidth > width - muchNarrower;
}

/** The step of a likelihood ratio: two thirds of a nat each, so that it seldom changes while somebody types. */
function evidence(counted: number, against: number, more: number, moreAgainst: number): number {
  const neutral = (evidenceSteps - 1) / 2;
  const step = Math.round(1.5 * Math.log((counted + more) / (against + moreAgainst)));
  return Math.max(0, Math.min(evidenceSteps - 1, neutral + step));
}

/** What indents mean. */
export interface Indent {
  /** The usual one, in half-ems. */
  readonly base: number;
  /** 0: nothing; 1: deeper ones begin paragraphs; 2: shallower ones do, since all other lines hang. */
  readonly use: 0 | 1 | 2;
}

/** The facts about the whole document on which the reading of each line rests. */
export interface Layout {
  /** At most three, narrowest first; none: the text is not wrapped. */
  readonly measures: readonly Measure[];
  /** Many lines are cut, and some paragraphs end for certain: the measures are no lines of verse or of a list. */
  readonly firm: boolean;
  /** The most frequent number of blank lines within a paragraph; 0 where the text is not wrapped. */
  readonly typicalGap: number;
  /** Most commas of the text are half-width: that is how it was written down. */
  readonly halfWidth: boolean;
  /** How many lines are letter-spaced: 0 hardly any, 1 some, 2 many, 3 so many that it tells nothing of justification. */
  readonly stretching: number;
  /** How many lines have squeezed marks: 0 hardly any, 1 some, 2 many. */
  readonly squeezing: number;
  readonly indent: Indent;
  /** For each {@link Habit}, a step: how often the document ends paragraphs with it, against how often it goes on. */
  readonly habits: readonly number[];
  /** For each place of a beginning, a step: how often it begins paragraphs, against sentences within them. */
  readonly beginnings: Uint8Array;
  /** Where the text seems to come from. */
  readonly profile: Profile;
}

export function sameLayout(a: Layout, b: Layout): boolean {
  return (
    a.firm === b.firm &&
    a.typicalGap === b.typicalGap &&
    a.halfWidth === b.halfWidth &&
    a.profile === b.profile &&
    a.stretching === b.stretching &&
    a.squeezing === b.squeezing &&
    a.indent.base === b.indent.base &&
    a.indent.use === b.indent.use &&
    a.habits.every((step, i) => step === b.habits[i]) &&
    a.beginnings.every((step, i) => step === b.beginnings[i]) &&
    a.measures.length === b.measures.length &&
    a.measures.every((m, i) => m.width === b.measures[i]!.width && m.trace === b.measures[i]!.trace)
  );
}
