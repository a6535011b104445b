import { finished, type Steps } from '../../steps.ts';
import type { Layout } from './census.ts';
import { columnChange, writeRowCosts } from './cost.ts';
import { breaksOff } from './furniture.ts';
import type { Row } from './row.ts';
import { places } from './terms.ts';

/**
 * The best reading of every line break, by a dynamic programme over the rows. A state is a column (or no
 * column) with the decision whether the row ends a paragraph. Messages run through the rows both ways and
 * hold costs less their least one, so that they forget what is far away: after an edit they are made anew
 * only until they meet what they were before, and the result is that of a run from scratch.
 */
export interface Chain {
  readonly layout: Layout;
  /** States of a row: twice the columns, the unwrapped one last. */
  readonly states: number;
  /*
   * What is known of each row. The arrays may have room for more rows than there are.
   */
  /** Cost of the best reading of the rows up to and with this one, by its state. */
  readonly forward: Int32Array;
  /** Cost of the best reading of the rows after this one, by its state. */
  readonly backward: Int32Array;
  /** Whether the row ends a paragraph. */
  readonly ends: Uint8Array;
  /** Which column holds the row; `states / 2 - 1` is none. */
  readonly columns: Uint8Array;
  /** What the decision against would cost more, in tenths of a nat. */
  readonly margins: Int32Array;
  /**
   * The arrays have gone over to the chain after an edit: copying megabytes at each keystroke would keep the
   * garbage collector busier than the analysis. A chain that is spent can still be spliced, by reading all anew.
   */
  spent: boolean;
}

/** A stretch of rows, half-open. */
export interface RowSpan {
  readonly start: number;
  readonly end: number;
}

const impossible = 1 << 20;

/** What it costs, in tenths of a nat, to take a sentence that a page cut for one that ends there: no doubt is left. */
const cutByPage = 30;

/**
 * Reads all rows.
 * @param headJoins how many line breaks at the head join the lines of the title
 */
export function readChain(rows: readonly Row[], layout: Layout, headJoins: number): Chain {
  return finished(readChainInSteps(rows, layout, headJoins));
}

/** So many rows are read in a step: in less than a millisecond. */
const rowsInStep = 1024;

/** The same, in steps. */
export function* readChainInSteps(rows: readonly Row[], layout: Layout, headJoins: number): Steps<Chain> {
  const states = 2 * (layout.measures.length + 1);
  const chain: Chain = {
    layout,
    states,
    forward: new Int32Array(rows.length * states),
    backward: new Int32Array(rows.length * states),
    ends: new Uint8Array(rows.length),
    columns: new Uint8Array(rows.length),
    margins: new Int32Array(rows.length),
    spent: false,
  };
  const message = new Int32Array(states);
  const width = (states / 2) * places;
  const costs = new Int32Array((rows.length + 1) * width);
  for (let row = 0; row < rows.length; row++) {
    writeCosts(chain, rows, row, headJoins, costs, row * width);
    forwardMessage(chain, row, costs, row * width, message);
    chain.forward.set(message, row * states);
    if (row % rowsInStep === rowsInStep - 1) yield;
  }
  for (let row = rows.length - 2; row >= 0; row--) {
    backwardMessage(chain, row, costs, (row + 1) * width, message);
    chain.backward.set(message, row * states);
    if (row % rowsInStep === 0) yield;
  }
  for (let start = 0; start < rows.length; start += rowsInStep) {
    decide(chain, { start, end: Math.min(rows.length, start + rowsInStep) });
    yield;
  }
  return chain;
}

/**
 * The chain after rows were replaced. The old one is spent by it.
 * @param replaced the rows of the old chain that are gone
 * @param inserted how many rows stand in their place
 * @param rows all rows as they are now
 * @param touchedHead how many rows at the head may have lost or gained a join of the title
 * @returns the chain, and the rows (as they are now) whose reading may differ
 */
export function spliceChain(
  old: Chain,
  rows: readonly Row[],
  replaced: RowSpan,
  inserted: number,
  headJoins: number,
  touchedHead: number,
): { readonly chain: Chain; readonly changed: RowSpan } {
  if (old.spent) {
    return { chain: readChain(rows, old.layout, headJoins), changed: { start: 0, end: rows.length } };
  }
  old.spent = true;
  const { states } = old;
  const oldRows = rows.length - inserted + (replaced.end - replaced.start);
  const move = { from: replaced.end, to: replaced.start + inserted, rows: oldRows - replaced.end };
  const chain: Chain = {
    layout: old.layout,
    states,
    forward: moved(old.forward, move, states, Int32Array),
    backward: moved(old.backward, move, states, Int32Array),
    ends: moved(old.ends, move, 1, Uint8Array),
    columns: moved(old.columns, move, 1, Uint8Array),
    margins: moved(old.margins, move, 1, Int32Array),
    spent: false,
  };
  // A row's costs look at the row after it, so the one before the replaced rows is touched as well.
  const firstTouched = touchedHead > 0 ? 0 : Math.max(0, replaced.start - 1);
  const lastTouched = Math.min(rows.length, Math.max(replaced.start + inserted, touchedHead));
  const message = new Int32Array(states);
  const costs = new Int32Array((states / 2) * places);
  let end = firstTouched;
  for (; end < rows.length; end++) {
    writeCosts(chain, rows, end, headJoins, costs, 0);
    forwardMessage(chain, end, costs, 0, message);
    if (end >= lastTouched && equalAt(chain.forward, end * states, message)) break;
    chain.forward.set(message, end * states);
  }
  let start = lastTouched - 1;
  for (; start >= 0; start--) {
    if (start === rows.length - 1) message.fill(0);
    else {
      writeCosts(chain, rows, start + 1, headJoins, costs, 0);
      backwardMessage(chain, start, costs, 0, message);
    }
    if (start < firstTouched && equalAt(chain.backward, start * states, message)) break;
    chain.backward.set(message, start * states);
  }
  const changed = { start: Math.max(0, start), end: Math.min(rows.length, end + 1) };
  decide(chain, changed);
  return { chain, changed };
}

/** Rows that stand elsewhere after an edit. */
interface Move {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** The array with the moved rows in their new place: itself, where it has room for them. */
function moved<T extends Int32Array | Uint8Array>(
  array: T,
  { from, to, rows }: Move,
  perRow: number,
  Kind: new (length: number) => T,
): T {
  if (from === to) return array;
  const needed = (to + rows) * perRow;
  if (needed <= array.length) {
    array.copyWithin(to * perRow, from * perRow, (from + rows) * perRow);
    return array;
  }
  const made = new Kind(needed + (needed >> 3) + 64 * perRow);
  made.set(array.subarray(0, to * perRow) as T);
  made.set(array.subarray(from * perRow, (from + rows) * perRow) as T, to * perRow);
  return made;
}

function equalAt(all: Int32Array, at: number, message: Int32Array): boolean {
  for (let i = 0; i < message.length; i++) if (all[at + i] !== message[i]) return false;
  return true;
}

/** A sentence breaks off at the edge of a page. */
function isCutByPage(row: Row): boolean {
  return row.furniture.length > 0 && breaksOff(row);
}

/** The costs of a row, with what is certain made impossible to read otherwise. */
function writeCosts(
  chain: Chain,
  rows: readonly Row[],
  row: number,
  headJoins: number,
  out: Int32Array,
  at: number,
): void {
  writeRowCosts(rows[row]!, rows[row + 1], chain.layout, out, at);
  if (isCutByPage(rows[row]!) && row + 1 < rows.length) {
    // Nobody wrapped it, but the page ended: without a column too, the sentence goes on.
    const unwrapped = at + (chain.states - 2) * (places / 2);
    for (let i = unwrapped; i < unwrapped + places; i += 2) out[i] = out[i + 1]! - cutByPage;
  }
  const mustGoOn = row < headJoins;
  const mustEnd = row === rows.length - 1 || (row === headJoins && row > 0);
  if (!mustGoOn && !mustEnd) return;
  for (let i = mustGoOn ? 1 : 0; i < (chain.states / 2) * places; i += 2) out[at + i] = impossible;
}

/** The message of a row, whose costs are at `costs[at]`. The state with column `c` and decision `last` is number `2c + last`. */
function forwardMessage(chain: Chain, row: number, costs: Int32Array, at: number, out: Int32Array): void {
  const { states, forward } = chain;
  const from = (row - 1) * states;
  // The best way into a fresh paragraph, and into a row that goes on, from any column.
  let bestEnd = impossible;
  let bestGo = impossible;
  if (row > 0) {
    for (let s = 0; s < states; s += 2) {
      if (forward[from + s]! < bestGo) bestGo = forward[from + s]!;
      if (forward[from + s + 1]! < bestEnd) bestEnd = forward[from + s + 1]!;
    }
  }
  bestEnd += columnChange;
  bestGo += columnChange;
  let least = impossible;
  for (let s = 0; s < states; s += 2) {
    const end = row > 0 ? less(forward[from + s + 1]!, bestEnd) : 0;
    const go = row > 0 ? less(forward[from + s]!, bestGo) : impossible;
    const place = at + 2 * s;
    const goesOn = less(go + costs[place]!, end + costs[place + 2]!);
    const ends = less(go + costs[place + 1]!, end + costs[place + 3]!);
    out[s] = less(goesOn, impossible);
    out[s + 1] = less(ends, impossible);
    if (goesOn < least) least = goesOn;
    if (ends < least) least = ends;
  }
  lower(out, least);
}

/** The message of a row from the one after it, whose costs are at `costs[at]`. */
function backwardMessage(chain: Chain, row: number, costs: Int32Array, at: number, out: Int32Array): void {
  const { states, backward } = chain;
  const from = (row + 1) * states;
  let least = impossible;
  let bestFirst = impossible;
  let bestGo = impossible;
  for (let s = 0; s < states; s += 2) {
    const goesOn = backward[from + s]!;
    const ends = backward[from + s + 1]!;
    const place = at + 2 * s;
    const go = less(less(goesOn + costs[place]!, ends + costs[place + 1]!), impossible);
    const first = less(less(goesOn + costs[place + 2]!, ends + costs[place + 3]!), impossible);
    out[s] = go;
    out[s + 1] = first;
    if (go < bestGo) bestGo = go;
    if (first < bestFirst) bestFirst = first;
  }
  bestGo += columnChange;
  bestFirst += columnChange;
  for (let s = 0; s < states; s += 2) {
    const go = less(out[s]!, bestGo);
    const first = less(out[s + 1]!, bestFirst);
    out[s] = go;
    out[s + 1] = first;
    if (go < least) least = go;
    if (first < least) least = first;
  }
  lower(out, least);
}

/** As Math.min, but not called through the library: this runs before anything is compiled. */
function less(a: number, b: number): number {
  return a < b ? a : b;
}

function lower(message: Int32Array, least: number): void {
  for (let s = 0; s < message.length; s++) if (message[s]! < impossible) message[s]! -= least;
}

function decide(chain: Chain, span: RowSpan): void {
  const { states, forward, backward } = chain;
  for (let row = span.start; row < span.end; row++) {
    const from = row * states;
    let bestEnd = 4 * impossible;
    let bestGo = 4 * impossible;
    let column = 0;
    let best = 4 * impossible;
    for (let s = 0; s < states; s += 2) {
      const go = forward[from + s]! + backward[from + s]!;
      const end = forward[from + s + 1]! + backward[from + s + 1]!;
      if (go < bestGo) bestGo = go;
      if (end < bestEnd) bestEnd = end;
      if (go < best || end < best) {
        best = less(go, end);
        column = s >> 1;
      }
    }
    chain.ends[row] = bestEnd <= bestGo ? 1 : 0;
    chain.margins[row] = less(impossible, Math.abs(bestEnd - bestGo));
    chain.columns[row] = column;
  }
}
