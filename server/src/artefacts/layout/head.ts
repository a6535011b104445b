import type { Layout } from './census.ts';
import type { Row } from './row.ts';
import { RowFlag as flag } from './row-flag.ts';

/** A title has at most this many lines, so that no more rows are ever looked at. */
const longestTitle = 5;

/** The head of a newspaper page, with the day of the week or the number of the page: no part of a title. */
const masthead = /星期[一二三四五六日天]|第\s*[\d一二三四五六七八九十]{1,3}\s*版/;
const longestMasthead = 80;

/** How many rows at the head of a document the reading of its title depends on. */
export const headRows = longestTitle + 1;

/**
 * How many line breaks at the head join the lines of the title: it runs to the first line that ends with
 * the name of a kind of document, and no line of it ends a sentence. 0: the first line stands for itself.
 * @param rows all rows of the document
 * @param raw the document, in which the first row starts at `start` (UTF-16 raw)
 */
export function countHeadJoins(rows: readonly Row[], raw: string, start: number, layout: Layout): number {
  const never = flag.holdsSentenceEnd | flag.numeral | flag.startsDash | flag.startsItem | flag.jumpMark;
  let at = start;
  for (let k = 0; k < Math.min(longestTitle, rows.length - 1); k++) {
    const row = rows[k]!;
    if (row.flags & never) return 0;
    if (row.flags & flag.endsGenus) return k;
    if (row.gap > layout.typicalGap) return 0;
    const next = rows[k + 1]!;
    const end = at + row.indent + row.length;
    const nextStart = at + row.span + next.indent;
    if (masthead.test(raw.slice(at, Math.min(end, at + longestMasthead)))) return 0;
    // In a text that is not wrapped only a line that is plainly unfinished goes on.
    if (layout.measures.length === 0 && !isUnfinished(raw, end, nextStart)) return 0;
    at += row.span;
  }
  return 0;
}

function isUnfinished(raw: string, end: number, nextStart: number): boolean {
  return (
    /(?:[的和与與及暨、，：“《（]|关于|關於|之际|之際)$/.test(raw.slice(Math.max(0, end - 2), end)) ||
    /^(?:[的和与與及暨、]|关于|關於)/.test(raw.slice(nextStart, nextStart + 2))
  );
}
