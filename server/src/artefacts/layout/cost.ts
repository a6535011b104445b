import type { Layout } from './census.ts';
import { RowFlag as flag, type Row } from './row.ts';

/*
 * Costs are tenths of a nat: ten times the negative logarithm of how often such a thing is seen. They are
 * integers, so that a reading made by steps is equal to one made from scratch.
 */

/** What a line costs that no column can hold, since somebody has joined it: half-cleaned texts are full of them. */
const outsideColumn = 60;
/** Such a line that goes on: only a part of its paragraph was joined. */
const outsideJoin = 10;
/** A paragraph's last line may have any width. */
const anyWidth = 25;
/**
 * A line of text that is not wrapped, each line a paragraph (a little less than a last line in a column: a column
 * in which nothing was cut is none), and one such line that goes on all the same.
 */
const unwrappedLine = 24;
const unwrappedJoin = 100;
/** A first line that is flush where the others have left the trace of an indent. */
const flushFirst = 35;
/** Changing from one column to another. */
export const columnChange = 70;

/** How many costs a row has for each column: it begins a paragraph or goes on, and it ends one or goes on. */
export const costsPerColumn = 4;

/**
 * Writes what each reading of a row costs. The cost for column c (the last one: not wrapped), `first` and
 * `last` (0 or 1) goes to `out[at + 4c + 2·first + last]`. The last row's costs of going on are meaningless.
 */
export function writeRowCosts(
  row: Row,
  next: Row | undefined,
  layout: Layout,
  out: Int32Array,
  at: number,
): void {
  const go = 2 + goOnCost(row);
  const first = 14 + (row.flags & flag.startsClosed ? 90 : 0);
  const end = endCost(row, next, layout);
  const join = next === undefined ? 0 : joinCost(row, next, layout);
  const { measures } = layout;
  let place = at;
  for (let c = 0; c < measures.length; c++, place += costsPerColumn) {
    const measure = measures[c]!;
    const indent = Math.max(row.indentWidth, measure.trace ? 4 : 0);
    const inside = measure.width - row.indentWidth;
    let lastHere = lastWidthCost(row, inside, layout);
    let joinHere = next === undefined ? 0 : fullWidthCost(row, next, inside, layout);
    let lastFirst = lastHere;
    let joinFirst = joinHere;
    if (indent !== row.indentWidth) {
      lastFirst = Math.min(lastWidthCost(row, measure.width - indent, layout), lastHere + flushFirst);
      if (next !== undefined) {
        joinFirst = Math.min(fullWidthCost(row, next, measure.width - indent, layout), joinHere + flushFirst);
      }
    }
    if (overCost(row, inside) >= outsideColumn + outsideJoin) {
      lastHere = lastFirst = outsideColumn;
      joinHere = joinFirst = outsideColumn + outsideJoin;
    }
    out[place] = go + join + joinHere;
    out[place + 1] = go + end + lastHere;
    out[place + 2] = first + join + joinFirst;
    out[place + 3] = first + end + Math.min(lastFirst, outsideColumn);
  }
  out[place] = go + join + unwrappedLine + unwrappedJoin;
  out[place + 1] = go + end + unwrappedLine;
  out[place + 2] = first + join + unwrappedLine + unwrappedJoin;
  out[place + 3] = first + end + unwrappedLine;
}

/** Going on from the row before, against what this one begins with. */
function goOnCost(row: Row): number {
  let cost = 0;
  if (row.flags & flag.startsDash) cost += 110;
  if (row.flags & (flag.numeral | flag.jumpMark)) cost += 45;
  if (row.flags & flag.gapped) cost += 60;
  if (row.flags & flag.startsItem) cost += 70;
  if (row.indentWidth >= 2) cost += row.indentWidth >= 4 ? 40 : 15;
  return cost;
}

/** The end of a paragraph at this row, against what the row ends with. */
function endCost(row: Row, next: Row | undefined, layout: Layout): number {
  let cost = 0;
  if (!(row.flags & (flag.endsSentence | flag.numeral | flag.jumpMark))) cost += next === undefined ? 5 : 38;
  if (row.flags & flag.endsPaused) cost += 12;
  if (row.flags & flag.endsOpen) cost += 80;
  if (row.flags & flag.leavesOpen) cost += 35;
  if (next !== undefined) {
    if (row.flags & flag.endsDigit && next.flags & flag.startsDigit) cost += 40;
    // A paragraph is not set off by less space than its own lines are.
    if (row.gap < layout.typicalGap) cost += 10;
  }
  return cost;
}

/** Going on over the end of this row, against what stands there. */
function joinCost(row: Row, next: Row, layout: Layout): number {
  let cost = 0;
  if (row.flags & flag.endsSentence) cost += 30;
  if (row.flags & (flag.numeral | flag.jumpMark)) cost += 45;
  if (row.flags & flag.gapped) cost += 60;
  if (row.gap > layout.typicalGap) cost += 60;
  if (next.flags & flag.jumpMark) cost += 60;
  return cost;
}

/** Numbers are sometimes set narrower than half an em: one half-em too many is forgiven. */
function overCost(row: Row, room: number): number {
  const over = row.minWidth - room - 1;
  return over > 0 ? 25 * Math.min(over, 8) : 0;
}

function isStretched(row: Row, layout: Layout): boolean {
  return layout.spacedIsRare && (row.flags & flag.spaced) !== 0;
}

/** A last line has any width that its column allows, and is never stretched to the measure. */
function lastWidthCost(row: Row, room: number, layout: Layout): number {
  return overCost(row, room) + anyWidth + (isStretched(row, layout) ? 80 : 0);
}

/** A line that goes on is full: what begins the next one did not fit. */
function fullWidthCost(row: Row, next: Row, room: number, layout: Layout): number {
  const cost = overCost(row, room);
  if (isStretched(row, layout)) return cost + 4;
  const left = room - row.maxWidth;
  const need = next.headWidth;
  if (left >= need) return cost + 22 + 12 * Math.min(left - need, 10);
  return cost + (left > 2 ? 12 : 4);
}
