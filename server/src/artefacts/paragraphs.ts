import { finished, type Steps } from '../steps.ts';
import type { Chain, RowSpan } from './layout/chain.ts';
import type { Pages } from './layout/pages.ts';
import type { Row } from './layout/row.ts';
import { sureness } from './line-break.ts';
import { type Paragraph, type ReadingContexts, readParagraph } from './paragraph.ts';
import { type ParagraphLayout, type RowBeside, rowsAhead } from './paragraph-layout.ts';
import { sameContext } from './reading-context.ts';

/** A text whose line breaks are read, so that its paragraphs can be. */
export interface ReadRows {
  readonly raw: string;
  readonly rows: readonly Row[];
  /** UTF-16 raw start of each row, and the end of the text. */
  readonly rowStarts: Int32Array;
  readonly chain: Chain;
  readonly contexts: ReadingContexts;
  readonly pages: Pages;
}

/** A text whose paragraphs are read as well. */
export interface ReadParagraphs extends ReadRows {
  readonly paragraphs: readonly Paragraph[];
  /** The first row of each paragraph, and the number of rows. */
  readonly firstRows: Int32Array;
}

/** What an edit did to the rows of a text. */
export interface RowEdit {
  /** Of the text before. */
  readonly replaced: RowSpan;
  /** How many rows stand in their place. */
  readonly inserted: number;
}

/** Reads the paragraphs that the rows from `from` to `to` make up. */
export function readParagraphs(now: ReadRows, from: number, to: number): Paragraph[] {
  return finished(readAll(now, from, to, () => undefined));
}

/** Reads all paragraphs, in steps. */
export function readParagraphsInSteps(now: ReadRows): Steps<Paragraph[]> {
  return readAll(now, 0, now.rows.length, () => undefined);
}

/**
 * Reads all paragraphs after an edit, where every line break has been decided anew: those that came out as they
 * were are taken over from `old`, unless its chain is spent and cannot tell any more.
 */
export function rereadParagraphs(old: ReadParagraphs, edit: RowEdit, now: ReadRows): Steps<Paragraph[]> {
  const same =
    sameContext(old.contexts.own, now.contexts.own) && sameContext(old.contexts.chosen, now.contexts.chosen);
  const { length } = now.rows;
  if (old.chain.spent || !same) return readAll(now, 0, length, () => undefined);
  return readAll(now, 0, length, (rows) => paragraphBefore(old, edit, now, rows));
}

/** So many rows are looked at in a step, and so many of paragraphs that must be read anew. */
const rowsInStep = 1024;
const newRowsInStep = 128;

function* readAll(
  now: ReadRows,
  from: number,
  to: number,
  known: (rows: RowSpan) => Paragraph | undefined,
): Steps<Paragraph[]> {
  const { raw, rows, rowStarts, chain, contexts } = now;
  const paragraphs: Paragraph[] = [];
  let effort = 0;
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (!chain.ends[end - 1]) end++;
    const span = { start, end };
    const before = known(span);
    paragraphs.push(
      before ??
        readParagraph(
          raw,
          rowStarts[start]!,
          {
            rows: rows.slice(start, end),
            margins: chain.margins.subarray(start, end),
            ...placeOf(now, span),
            before: () => rowBeside(now, start - 1),
            after: (index) => (index < rowsAhead ? rowBeside(now, end + index) : undefined),
            pages: now.pages,
          },
          contexts,
        ),
    );
    effort += (end - start) / (before ? rowsInStep : newRowsInStep);
    if (effort >= 1) {
      effort = 0;
      yield;
    }
    start = end;
  }
  return paragraphs;
}

/** The paragraph of the text before that has the same rows, if it was read from them in the same way. */
function paragraphBefore(
  old: ReadParagraphs,
  { replaced, inserted }: RowEdit,
  now: ReadRows,
  { start, end }: RowSpan,
): Paragraph | undefined {
  if (start < replaced.start + inserted && end + rowsAhead > replaced.start) return undefined;
  const shift = end <= replaced.start ? 0 : replaced.end - replaced.start - inserted;
  const before = { start: start + shift, end: end + shift };
  const index = lastAtOrBefore(old.firstRows, old.paragraphs.length, before.start);
  if (old.firstRows[index] !== before.start || old.firstRows[index + 1] !== before.end) return undefined;
  const was = placeOf(old, before);
  const is = placeOf(now, { start, end });
  if (
    was.wrapped !== is.wrapped ||
    was.wrappedAround !== is.wrappedAround ||
    was.firm !== is.firm ||
    was.spacedOut !== is.spacedOut ||
    was.last !== is.last
  )
    return undefined;
  for (let row = start; row < end; row++) {
    if (sureness(old.chain.margins[row + shift]!) !== sureness(now.chain.margins[row]!)) return undefined;
  }
  return old.paragraphs[index];
}

function placeOf(
  { rows, chain }: ReadRows,
  { start, end }: RowSpan,
): Pick<ParagraphLayout, 'wrapped' | 'wrappedAround' | 'firm' | 'spacedOut' | 'last'> {
  const unwrapped = chain.states / 2 - 1;
  const wrapped = chain.columns[start] !== unwrapped;
  const last = end === rows.length;
  const wrappedAround = wrapped || (!last && chain.columns[end] !== unwrapped);
  const { firm, typicalGap } = chain.layout;
  return { wrapped, wrappedAround, firm, spacedOut: typicalGap > 0, last };
}

function rowBeside({ raw, rows, rowStarts }: ReadRows, index: number): RowBeside | undefined {
  const row = rows[index];
  if (!row) return undefined;
  const first = rowStarts[index]! + row.indent;
  return { row, print: raw.slice(first, first + row.length) };
}

/** The index of the last of `count` rising numbers that is not after `value`; 0 where all are. */
export function lastAtOrBefore(starts: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
