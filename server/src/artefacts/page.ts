import { finished, type Steps } from '../steps.ts';
import type { Edit } from '../text/edit.ts';
import { Census, type Layout, sameLayout } from './layout/census.ts';
import { readChain, readChainInSteps, spliceChain } from './layout/chain.ts';
import { countHeadJoins, headRows } from './layout/head.ts';
import type { Row } from './layout/row.ts';
import { scanRows } from './layout/scan.ts';
import type { Paragraph, ReadingContexts } from './paragraph.ts';
import {
  lastAtOrBefore,
  type ReadParagraphs,
  type RowEdit,
  readParagraphs,
  rereadParagraphs,
} from './paragraphs.ts';
import { chosenContext, defaultReadingOptions, ownContext, type ReadingOptions } from './reading-context.ts';

/** A raw text read line by line: its rows, the reading of each line break, and the paragraphs. */
export interface Page extends ReadParagraphs {
  /** UTF-16 raw length of the blank part before the first row. */
  readonly lead: number;
  readonly census: Census;
  /** By which all rows are read. */
  readonly layout: Layout;
  /** The census says something else by now, and all rows have yet to be read by that. */
  readonly behind: boolean;
  readonly headJoins: number;
  /** What a person said of the text before it was read. */
  readonly options: ReadingOptions;
}

/** UTF-16 raw start of a paragraph. */
export function paragraphStart(page: Page, paragraph: number): number {
  return page.rowStarts[page.firstRows[paragraph]!]!;
}

/** Reads a text from scratch. */
export function readPage(raw: string, options: ReadingOptions = defaultReadingOptions): Page {
  const { rows, lead } = scanRows(raw, 0, raw.length);
  const census = new Census();
  for (const row of rows) census.add(row);
  const layout = census.layout();
  const headJoins = countHeadJoins(rows, raw, lead, layout);
  const chain = readChain(rows, layout, headJoins);
  const rowStarts = startsOf(rows, lead);
  const contexts = contextsOf(layout, options);
  const paragraphs = readParagraphs({ raw, rows, rowStarts, chain, contexts }, 0, rows.length);
  return {
    raw,
    lead,
    rows,
    rowStarts,
    census,
    layout,
    behind: false,
    headJoins,
    chain,
    contexts,
    options,
    ...indexed(paragraphs),
  };
}

function contextsOf({ profile }: Layout, options: ReadingOptions): ReadingContexts {
  return { own: ownContext(profile), chosen: chosenContext(options, profile) };
}

/**
 * Reads a text again after one edit: equal to reading `raw` from scratch, unless it is `behind`.
 * @param edit in the raw text of `old`
 * @param raw the text after the edit
 * @param waitFrom in a text of at least so many rows, read only what the edit touches, by the same layout, whatever
 *   the census says
 */
export function rereadPage(old: Page, edit: Edit, raw: string, waitFrom = Number.POSITIVE_INFINITY): Page {
  const { options } = old;
  if (old.rows.length === 0) return readPage(raw, options);
  const delta = raw.length - old.raw.length;
  // The row before belongs to it: blank lines behind a row are the row's.
  const from = Math.max(0, rowAt(old, edit.start) - 1);
  const to = rowAt(old, edit.end) + 1;
  const scanStart = from === 0 ? 0 : old.rowStarts[from]!;
  const scan = scanRows(raw, scanStart, old.rowStarts[to]! + delta);
  const lead = from === 0 ? scan.lead : old.lead;
  const rows = spliced(old.rows, from, to, scan.rows);
  if (rows.length === 0) return readPage(raw, options);

  const census = new Census(old.census);
  for (let i = from; i < to; i++) census.remove(old.rows[i]!);
  for (const row of scan.rows) census.add(row);
  const due = census.layout();
  const layout = rows.length >= waitFrom ? old.layout : due;
  const behind = layout !== due && !sameLayout(layout, due);
  const headJoins = countHeadJoins(rows, raw, lead, layout);
  const rowStarts = shiftStarts(old.rowStarts, from, to, scan.rows, lead, delta);

  const rowEdit: RowEdit = { replaced: { start: from, end: to }, inserted: scan.rows.length };
  const contexts = contextsOf(layout, options);
  const next = { raw, lead, rows, rowStarts, census, layout, behind, headJoins, contexts, options };
  if (!sameLayout(layout, old.layout)) {
    const chain = readChain(rows, layout, headJoins);
    const paragraphs = finished(rereadParagraphs(old, rowEdit, { ...next, chain }));
    return { ...next, chain, ...indexed(paragraphs) };
  }
  const headTouched = from < headRows || headJoins !== old.headJoins;
  const touchedHead = headTouched ? Math.max(headJoins, old.headJoins) + 1 : 0;
  const { replaced, inserted } = rowEdit;
  const { chain, changed } = spliceChain(old.chain, rows, replaced, inserted, headJoins, touchedHead);
  // A paragraph looks at the column of the one behind it.
  const firstOld = paragraphAt(old, Math.max(0, Math.min(changed.start, from) - 1));
  let end = Math.max(changed.end, from + inserted);
  while (end < rows.length && !chain.ends[end - 1]) end++;
  const grown = inserted - (to - from);
  const afterOld = end >= rows.length ? old.paragraphs.length : paragraphAt(old, end - grown);
  const reread = readParagraphs({ ...next, chain }, old.firstRows[firstOld]!, end);
  return { ...next, chain, ...indexed(spliced(old.paragraphs, firstOld, afterOld, reread)) };
}

/**
 * Reads a page that is behind by what its census says: equal to reading its text from scratch. The page may be
 * reread after edits while the steps are taken.
 */
export function catchUpPage(page: Page): Steps<Page> {
  const { columns, margins, spent } = page.chain;
  // Rereading it would spend its chain.
  const chain = spent ? page.chain : { ...page.chain, columns: columns.slice(), margins: margins.slice() };
  return caughtUp({ ...page, chain });
}

function* caughtUp(page: Page): Steps<Page> {
  const { raw, rows, lead, census, options } = page;
  const layout = census.layout();
  const headJoins = countHeadJoins(rows, raw, lead, layout);
  const chain = yield* readChainInSteps(rows, layout, headJoins);
  const next = { ...page, layout, behind: false, headJoins, chain, contexts: contextsOf(layout, options) };
  const nothing = { replaced: { start: 0, end: 0 }, inserted: 0 };
  const paragraphs = yield* rereadParagraphs(page, nothing, next);
  return { ...next, ...indexed(paragraphs) };
}

function indexed(paragraphs: readonly Paragraph[]): Pick<Page, 'paragraphs' | 'firstRows'> {
  return { paragraphs, firstRows: firstRowsOf(paragraphs) };
}

/** More items than this are not handed over as arguments. */
const fewItems = 1000;

/** A copy with the items from `from` to `to` replaced; the big lists of a page are copied once at most. */
function spliced<T>(items: readonly T[], from: number, to: number, by: readonly T[]): T[] {
  if (by.length > fewItems) return items.slice(0, from).concat(by, items.slice(to));
  const copy = items.slice();
  copy.splice(from, to - from, ...by);
  return copy;
}

function startsOf(rows: readonly Row[], lead: number): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  let at = lead;
  for (let i = 0; i < rows.length; i++) {
    starts[i] = at;
    at += rows[i]!.span;
  }
  starts[rows.length] = at;
  return starts;
}

function shiftStarts(
  old: Int32Array,
  from: number,
  to: number,
  inserted: readonly Row[],
  lead: number,
  delta: number,
): Int32Array {
  const starts = new Int32Array(old.length - (to - from) + inserted.length);
  starts.set(old.subarray(0, from));
  let at = from === 0 ? lead : old[from]!;
  for (let i = 0; i < inserted.length; i++) {
    starts[from + i] = at;
    at += inserted[i]!.span;
  }
  const shift = from + inserted.length - to;
  for (let i = to; i < old.length; i++) starts[i + shift] = old[i]! + delta;
  return starts;
}

function firstRowsOf(paragraphs: readonly Paragraph[]): Int32Array {
  const first = new Int32Array(paragraphs.length + 1);
  for (let i = 0; i < paragraphs.length; i++) first[i + 1] = first[i]! + paragraphs[i]!.rows;
  return first;
}

/** The row that holds a raw offset; the first one for the blank part before it, the last one for the end of the text. */
function rowAt(page: Page, offset: number): number {
  return lastAtOrBefore(page.rowStarts, page.rows.length, offset);
}

/** The paragraph that holds a row. */
function paragraphAt(page: Page, row: number): number {
  return lastAtOrBefore(page.firstRows, page.paragraphs.length, row);
}

/** The paragraph that holds a raw offset (UTF-16). */
export function paragraphOf(page: Page, offset: number): number {
  return paragraphAt(page, rowAt(page, offset));
}
