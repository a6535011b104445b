import type { Layout } from './census.ts';
import { HeadKind, headKinds, TailKind, tailKinds } from './edge.ts';
import type { Measure } from './measures.ts';
import type { Row } from './row.ts';
import { RowFlag as flag } from './row-flag.ts';

/*
 * What the reading of a row is made of. A term is one thing that is seen, such as “the line ends with 。 and the
 * next begins with ——”, or “one em is left and the next character would have fitted”; its number is its place in the
 * table of costs. The same terms serve to add up costs and to fit them.
 */

/** Steps of the counted evidence: 0 against, 4 neither, 8 for a paragraph. */
export const evidenceSteps = 9;
/** How a document may end its paragraphs. */
export const Habit = { stop: 0, semicolon: 1, colon: 2, pause: 3, unmarked: 4, titled: 5 } as const;
export const habits = 6;
const gapSteps = 4;
const indentSteps = 12;
const goSteps = 22;
/** Shares of letter-spaced lines that tell something: where there are such lines, one that is not full and not spaced is a last one. */
const stretchings = 3;
const squeezings = 3;
const lastSteps = 14;
const roomSteps = 7;

/** Which habit a paragraph's end with a tail belongs to; -1: none. */
export const habitOf = new Int8Array(tailKinds).fill(-1);
habitOf[TailKind.stop] = Habit.stop;
habitOf[TailKind.semicolon] = Habit.semicolon;
habitOf[TailKind.colon] = Habit.colon;
habitOf[TailKind.pause] = Habit.pause;
for (const tail of [TailKind.plain, TailKind.bracket, TailKind.word, TailKind.genus])
  habitOf[tail] = Habit.unmarked;
for (const tail of [TailKind.titled, TailKind.alone]) habitOf[tail] = Habit.titled;

/** Whether the row begins with what stands on a line of its own or begins one. */
export function opensOwnLine({ head }: Row): boolean {
  return (
    head === HeadKind.dash ||
    head === HeadKind.numeral ||
    head === HeadKind.item ||
    head === HeadKind.gapped ||
    head === HeadKind.jumpMark
  );
}

let terms = 0;
function section(size: number): number {
  const start = terms;
  terms += size;
  return start;
}

/** Where each section of the table begins. */
export const Term = {
  /** A paragraph ends between two rows: by the tail of the one and the head of the other. */
  edges: section(tailKinds * headKinds),
  /** … within 《》 or “”. */
  leavesOpen: section(1),
  /** … by the blank lines there against those that are usual. */
  gap: section(gapSteps),
  /** … by its tail, and by how often the document ends paragraphs so. */
  habit: section(habits * evidenceSteps),
  /** … by how paragraphs and sentences of this document begin; twice, the first after 。. */
  beginning: section(2 * evidenceSteps),
  /** … by the indent of the next row. */
  indent: section(indentSteps),
  /** Beside a row with gaps inside. */
  gapped: section(1),
  /** A row goes on: by what is left of its measure, and what the next row begins with; thrice, the second for rows that end with 。, the third before a number. */
  goesOn: section(3 * goSteps),
  /** … by the same where so many lines are letter-spaced. */
  goesOnStretching: section(stretchings * goSteps),
  /** … and where so many lines are squeezed. */
  goesOnSqueezing: section(squeezings * goSteps),
  /** A row ends a paragraph: by what is left of its measure. */
  ends: section(lastSteps),
  /** … and where so many lines are squeezed. */
  endsSqueezing: section(squeezings * lastSteps),
  /** … by how many widths a last line may have. */
  room: section(roomSteps),
  /** … though it is stretched to the measure. */
  stretchedEnd: section(1),
  /** A first line that is flush where the others have left the trace of an indent. */
  flush: section(1),
  /** A line that no column can hold, since somebody has joined it: half-cleaned texts are full of them. */
  outside: section(1),
  /** … and that goes on: only a part of its paragraph was joined. */
  outsideGoesOn: section(1),
  /** A line of text that is not wrapped, each line a paragraph. */
  unwrapped: section(1),
  /** … and one that goes on all the same. */
  unwrappedGoesOn: section(1),
  /** Changing from one column to another, or to text that is not wrapped. */
  change: section(1),
} as const;

/** How many terms there are. */
export const termCount = terms;

/** No row's break has more terms. */
export const mostBreakTerms = 8;

/** Writes the terms of a paragraph's end between two rows, and says how many there are. */
export function writeBreakTerms(row: Row, next: Row, layout: Layout, out: Int32Array): number {
  let count = 0;
  out[count++] = Term.edges + row.tail * headKinds + next.head;
  if (row.flags & flag.leavesOpen) out[count++] = Term.leavesOpen;
  const { typicalGap } = layout;
  if (row.gap !== typicalGap) out[count++] = Term.gap + (row.gap < typicalGap ? 0 : typicalGap === 0 ? 1 : 2);
  const habit = habitOf[row.tail]!;
  if (habit >= 0) out[count++] = Term.habit + habit * evidenceSteps + layout.habits[habit]!;
  const beginning = layout.beginnings[next.beginning]!;
  out[count++] = Term.beginning + (habit === Habit.stop ? 0 : evidenceSteps) + beginning;
  out[count++] = Term.indent + indentStep(next.indentWidth, layout);
  if (row.flags & flag.gapped) out[count++] = Term.gapped;
  return count;
}

function indentStep(indentWidth: number, { indent }: Layout): number {
  const deeper = indentWidth - indent.base;
  // Where all other lines hang, a shallower one says what a deeper one says elsewhere, and the usual one the same.
  if (indent.use === 2 && deeper < 2) return 4 + (deeper <= -2 ? 2 : 1);
  const place = deeper > 6 ? 3 : deeper >= 2 ? 2 : deeper <= -2 ? 0 : 1;
  return place + 4 * indent.use;
}

/** How many costs a row has for each column: it begins a paragraph or goes on, and it ends one or goes on. */
export const places = 4;
/** No such cost has more terms. */
export const termsPerPlace = 5;
export const noTerm = -1;

/** A line that is this much too wide for a column, in half-ems, stands in none. */
const outside = 4;

/**
 * Writes the terms of a row's width in a column, for each place (2·first + last) as many as there may be.
 * Without a row behind it the terms of going on are left as they are.
 */
export function writeWidthTerms(
  row: Row,
  next: Row | undefined,
  measure: Measure,
  layout: Layout,
  out: Int32Array,
): void {
  out.fill(noTerm);
  const room = measure.width - row.indentWidth;
  const tooWide = row.minWidth - room;
  for (let first = 0; first < 2; first++) {
    const go = 2 * first * termsPerPlace;
    const last = go + termsPerPlace;
    if (tooWide >= outside) {
      out[go] = Term.outside;
      out[go + 1] = Term.outsideGoesOn;
      out[last] = Term.outside;
      continue;
    }
    let here = room;
    if (first === 1 && measure.trace && row.indentWidth < lostIndent) {
      const inside = measure.width - lostIndent;
      if (row.minWidth - inside > 1) out[go] = out[last] = Term.flush;
      else here = inside;
    }
    const stretched = isStretched(row, layout);
    if (next !== undefined) {
      const step = goStep(row, next, here, stretched);
      // A number may be kept together with its unit, so that more than itself did not fit.
      const table = row.tail === TailKind.stop ? 1 : next.head === HeadKind.digit ? 2 : 0;
      out[go + 1] = Term.goesOn + table * goSteps + step;
      if (layout.stretching < stretchings)
        out[go + 2] = Term.goesOnStretching + layout.stretching * goSteps + step;
      out[go + 3] = Term.goesOnSqueezing + layout.squeezing * goSteps + step;
    }
    const step = lastStep(row, here);
    out[last + 1] = Term.ends + step;
    out[last + 2] = Term.endsSqueezing + layout.squeezing * lastSteps + step;
    out[last + 3] = roomTerm(here);
    if (stretched) out[last + 4] = Term.stretchedEnd;
  }
}

/** The indent of a first line, in half-ems, where it is lost. */
const lostIndent = 4;

/** What is left where a row goes on: it should be full, so that what begins the next one did not fit. */
function goStep(row: Row, next: Row, room: number, stretched: boolean): number {
  const over = row.minWidth - room;
  // Numbers are sometimes set narrower than half an em: one half-em too many is no wonder.
  if (over > 0) return over === 1 ? 0 : over === 2 ? 1 : 2;
  const left = room - row.maxWidth;
  const spare = left - next.headWidth;
  if (stretched) return spare < 0 ? 18 : spare < 2 ? 19 : spare < 4 ? 20 : 21;
  if (left < 0) return left === -1 ? 3 : left === -2 ? 4 : 5;
  if (spare < 0) return left < 4 ? 6 + left : 10;
  return spare < 4 ? 11 + spare : spare < 6 ? 15 : spare < 10 ? 16 : 17;
}

/** What is left where a row is a paragraph's last: any width that the column allows. */
function lastStep(row: Row, room: number): number {
  const over = row.minWidth - room;
  if (over > 0) return over === 1 ? 0 : over === 2 ? 1 : 2;
  const left = room - row.maxWidth;
  if (left < 0) return left === -1 ? 3 : left === -2 ? 4 : 5;
  if (row.maxWidth <= 4) return row.maxWidth <= 2 ? 12 : 13;
  return left < 3 ? 6 + left : left < 5 ? 9 : left < 9 ? 10 : 11;
}

/** The wider the column, the less likely is any one width of a last line. */
function roomTerm(room: number): number {
  const widths = [16, 20, 24, 32, 48, 64];
  let step = 0;
  while (step < roomSteps - 1 && room >= widths[step]!) step++;
  return Term.room + step;
}

function isStretched(row: Row, layout: Layout): boolean {
  return layout.stretching < stretchings && (row.flags & flag.spaced) !== 0;
}
