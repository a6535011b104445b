import { LineKind } from './furniture-line.ts';
import type { Row } from './row.ts';
import { RowFlag as flag } from './row-flag.ts';

/**
 * Whether the rows of a paragraph show that a column has cut them. The costs of the chain say only which reading
 * is the better one; a list, a poem or a table whose lines are of one width would be joined by them. What is
 * joined unseen must end as paragraphs end, or hold something that nobody breaks a line in.
 */
export function showsCuts(rows: readonly Row[]): boolean {
  const last = rows.length - 1;
  let marked = 0;
  for (let i = 0; i < last; i++) {
    const row = rows[i]!;
    const next = rows[i + 1]!;
    // A title or a quotation over the break, a mark at the start of a line, a line stretched to the measure.
    if (row.flags & flag.leavesOpen || next.flags & flag.startsClosed) return true;
    if (row.flags & flag.spaced && !(rows[last]!.flags & flag.spaced)) return true;
    if (row.flags & (flag.endsSentence | flag.endsPaused)) marked++;
  }
  if (!(rows[last]!.flags & (flag.endsSentence | flag.endsPaused))) return false;
  // Verse and lists have a mark at the end of every line; a column cuts where it must.
  return last < 3 || marked < last;
}

/** Whether a line break may be meant, whatever the column: before an item of a list, or beside a line of columns. */
export function mayBeMeant(row: Row, next: Row): boolean {
  return (
    (next.flags & (flag.startsDash | flag.startsItem | flag.numeral | flag.gapped)) !== 0 ||
    (row.flags & flag.gapped) !== 0
  );
}

/** Whether one of the lines may be no text, such as a number by itself. */
export function mayBeNoText(row: Row, next: Row): boolean {
  return row.kind !== LineKind.text || next.kind !== LineKind.text;
}
