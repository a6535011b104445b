import { finished, type Steps } from '../steps.ts';
import type { Edit } from '../text/edit.ts';
import type { Artefact } from './artefact.ts';
import { leadFurnitureArtefacts } from './furniture.ts';
import { Census, type Layout, sameLayout } from './layout/census.ts';
import { readChain, readChainInSteps, spliceChain } from './layout/chain.ts';
import { mayBeFurniture, putAway } from './layout/furniture.ts';
import { countHeadJoins, headRows } from './layout/head.ts';
import { Pages } from './layout/pages.ts';
import type { FurnitureLine, Row } from './layout/row.ts';
import { RowFlag } from './layout/row-flag.ts';
import { isPageMark, type Scan, scanRows } from './layout/scan.ts';
import type { Paragraph, ReadingContexts } from './paragraph.ts';
import { rowsAhead } from './paragraph-layout.ts';
import {
  lastAtOrBefore,
  type ReadParagraphs,
  type RowEdit,
  readParagraphs,
  readParagraphsInSteps,
  rereadParagraphs,
} from './paragraphs.ts';
import { chosenContext, defaultReadingOptions, ownContext, type ReadingOptions } from './reading-context.ts';

/** A raw text read line by line: its rows, the reading of each line break, and the paragraphs. */
export interface Page extends ReadParagraphs {
  /** UTF-16 raw length of the part before the first row: blank lines, and the furniture in it. */
  readonly lead: number;
  readonly leadFurniture: readonly FurnitureLine[];
  /** What is reported of it, with raw offsets (UTF-16) of the document. */
  readonly leadArtefacts: readonly Artefact[];
  readonly census: Census;
  /** By which all rows are read. */
  readonly layout: Layout;
  /** The census says something else by now, and all rows have yet to be read by that. */
  readonly behind: boolean;
  /** Which lines are furniture has yet to be judged anew as well. */
  readonly outdated: boolean;
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
  return finished(readPageInSteps(raw, options, [raw.length]));
}

/** The same in steps; `cuts` are the UTF-16 raw ends of the stretches to scan, each the start of a row or the end of the text. */
function* readPageInSteps(raw: string, options: ReadingOptions, cuts: readonly number[]): Steps<Page> {
  const scan = yield* scanInSteps(raw, cuts);
  const pages = new Pages();
  for (const row of scan.rows) pages.add(row, 1);
  yield;
  const {
    rows,
    lead: leadFurniture,
    leadLength: lead,
  } = putAway(scan.rows, scan.lead, pages, true, undefined);
  const leadArtefacts = leadFurnitureArtefacts(raw, leadFurniture, lead);
  const census = new Census();
  census.add(rows, 0, rows.length);
  yield;
  const layout = census.layout();
  const headJoins = countHeadJoins(rows, raw, lead, layout);
  const chain = yield* readChainInSteps(rows, layout, headJoins);
  const rowStarts = startsOf(rows, lead);
  const contexts = contextsOf(layout, options);
  const paragraphs = yield* readParagraphsInSteps({ raw, rows, rowStarts, chain, contexts, pages });
  return {
    raw,
    lead,
    leadFurniture,
    leadArtefacts,
    rows,
    rowStarts,
    census,
    pages,
    layout,
    behind: false,
    outdated: false,
    headJoins,
    chain,
    contexts,
    options,
    ...indexed(paragraphs),
  };
}

function* scanInSteps(raw: string, cuts: readonly number[]): Steps<Scan> {
  const rows: Row[] = [];
  let lead: Scan['lead'] = 0;
  let start = 0;
  for (const end of cuts) {
    const scan = scanRows(raw, start, end);
    if (start === 0) lead = scan.lead;
    for (const row of scan.rows) rows.push(row);
    start = end;
    yield;
  }
  return { rows, lead };
}

function contextsOf(layout: Layout, options: ReadingOptions): ReadingContexts {
  return { own: ownContext(layout), chosen: chosenContext(options, layout) };
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
  const mayWait = old.rows.length >= waitFrom;
  if (old.rows.length === 0 || (old.outdated && !mayWait)) return readPage(raw, options);
  const delta = raw.length - old.raw.length;
  // The row before belongs to it: blank lines behind a row are the row's.
  let from = Math.max(0, rowAt(old, edit.start) - 1);
  let to = rowAt(old, edit.end) + 1;
  // Lines that may be furniture are judged together, and the lines on either side of them know of them.
  while (from > 0 && (isOnEdge(old, from - 1) || isOnEdge(old, from))) from--;
  if (to < old.rows.length) to++;
  while (to < old.rows.length && (mayBeFurniture(old.rows[to]!, old.pages) || isPageMark(old.rows[to - 1]!)))
    to++;
  const gone = old.rows.slice(from, to);
  const scanStart = from === 0 ? 0 : old.rowStarts[from]!;
  const scan = scanRows(raw, scanStart, old.rowStarts[to]! + delta);
  const counted = new Pages(old.pages);
  for (const row of gone) counted.add(row, -1);
  if (from === 0) for (const { row } of old.leadFurniture) counted.add(row, -1);
  for (const row of scan.rows) counted.add(row, 1);
  const touched = gone.concat(scan.rows, from === 0 ? old.leadFurniture.map(({ row }) => row) : []);
  const outdated = old.outdated || !counted.agreesWith(old.pages, touched);
  if (outdated && !mayWait) return readPage(raw, options);
  // What is outdated is judged as before until all of it is counted anew.
  const pages = outdated ? old.pages : counted;
  const put = putAway(scan.rows, scan.lead, pages, from === 0, old.rows[to]);
  const lead = from === 0 ? put.leadLength : old.lead;
  const leadFurniture = from === 0 ? put.lead : old.leadFurniture;
  const leadArtefacts = from === 0 ? leadFurnitureArtefacts(raw, leadFurniture, lead) : old.leadArtefacts;
  const rows = spliced(old.rows, from, to, put.rows);
  if (rows.length === 0) return readPage(raw, options);

  const census = new Census(old.census);
  census.remove(old.rows, from, to);
  census.add(rows, from, from + put.rows.length);
  const due = census.layout();
  const layout = rows.length >= waitFrom ? old.layout : due;
  const behind = outdated || (layout !== due && !sameLayout(layout, due));
  const headJoins = countHeadJoins(rows, raw, lead, layout);
  const rowStarts = shiftStarts(old.rowStarts, from, to, put.rows, lead, delta);

  const rowEdit: RowEdit = { replaced: { start: from, end: to }, inserted: put.rows.length };
  const contexts = contextsOf(layout, options);
  const next = {
    raw,
    lead,
    leadFurniture,
    leadArtefacts,
    rows,
    rowStarts,
    census,
    pages,
    layout,
    behind,
    outdated,
    headJoins,
    contexts,
    options,
  };
  if (!sameLayout(layout, old.layout)) {
    const chain = readChain(rows, layout, headJoins);
    const paragraphs = finished(rereadParagraphs(old, rowEdit, { ...next, chain }));
    return { ...next, chain, ...indexed(paragraphs) };
  }
  const headTouched = from < headRows || headJoins !== old.headJoins;
  const { replaced, inserted } = rowEdit;
  // The lines of the title as it was may have moved down.
  const oldHead = old.headJoins + Math.max(0, inserted - (to - from));
  const touchedHead = headTouched ? Math.max(headJoins, oldHead) + 1 : 0;
  const { chain, changed } = spliceChain(old.chain, rows, replaced, inserted, headJoins, touchedHead);
  // A paragraph looks at the column and at the lines of those behind it.
  const firstOld = paragraphAt(old, Math.max(0, Math.min(changed.start, from) - rowsAhead));
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
  if (page.outdated) return readPageInSteps(page.raw, page.options, cutsOf(page));
  const { columns, margins, spent } = page.chain;
  // Rereading it would spend its chain.
  const chain = spent ? page.chain : { ...page.chain, columns: columns.slice(), margins: margins.slice() };
  return caughtUp({ ...page, chain });
}

/** So many rows are scanned in a step. */
const rowsInStep = 512;

function cutsOf({ raw, rows, rowStarts }: Page): number[] {
  const cuts: number[] = [];
  for (let row = rowsInStep; row < rows.length; row += rowsInStep) cuts.push(rowStarts[row]!);
  return [...cuts, raw.length];
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

/** Whether a row is at the edge of a page, or may be furniture. */
function isOnEdge({ rows, pages }: Page, index: number): boolean {
  const row = rows[index]!;
  const beside = RowFlag.pageBreak | RowFlag.pageEdge;
  return row.furniture.length > 0 || (row.flags & beside) !== 0 || mayBeFurniture(row, pages);
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
