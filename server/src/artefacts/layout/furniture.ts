import { LineKind } from './furniture-line.ts';
import type { Pages } from './pages.ts';
import type { FurnitureLine, Row } from './row.ts';
import { RowFlag as flag } from './row-flag.ts';

/** At the edge of a page stand no more lines than these that are no text; where there are more, it is a list or a table. */
const mostLines = 4;

/** Whether a line may be furniture, wherever it stands.  */
export function mayBeFurniture(row: Row, pages: Pages): boolean {
  return row.kind !== LineKind.text || pages.isHead(row);
}

/** Whether the text breaks off behind this line, so that what follows and is no text interrupts it. */
export function breaksOff(row: Row): boolean {
  const ended = flag.endsSentence | flag.numeral | flag.jumpMark | flag.gapped | flag.endsGenus;
  return (row.flags & ended) === 0;
}

function goesOn(row: Row): boolean {
  return (row.flags & (flag.startsItem | flag.startsDash | flag.numeral | flag.gapped)) === 0;
}

/** Rows with the furniture between them put away. */
export interface Furnished {
  readonly rows: Row[];
  /** Furniture before the first row, from the start of the stretch. */
  readonly lead: readonly FurnitureLine[];
  /** UTF-16 raw length up to the first row. */
  readonly leadLength: number;
}

/**
 * Puts furniture away behind the rows that it follows, so that the text is read across it. Where one line stops to be
 * furniture and the next begins depends on the run of such lines and on the rows on either side, no further.
 * @param lines all lines of a stretch of raw text that is `leadLength` long before the first of them
 * @param atHead the stretch begins the text
 * @param next the row after the stretch
 */
export function putAway(
  lines: readonly Row[],
  leadLength: number,
  pages: Pages,
  atHead: boolean,
  next: Row | undefined,
): Furnished {
  const rows: Row[] = [];
  const lead: FurnitureLine[] = [];
  let leading = leadLength;
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (end < lines.length && mayBeFurniture(lines[end]!, pages)) end++;
    if (end > i) {
      const run = lines.slice(i, end);
      const is = judge(run, rows.at(-1), lines[end] ?? next, pages);
      for (let k = 0; k < run.length; k++) {
        const row = run[k]!;
        if (!is[k]) rows.push(row);
        else if (rows.length > 0) rows.push(withFurniture(rows.pop()!, row));
        else if (atHead) {
          lead.push({ at: leading, row });
          leading += row.span;
        } else rows.push(row);
      }
    }
    if (end < lines.length) rows.push(lines[end]!);
    i = end + 1;
  }
  return { rows, lead, leadLength: leading };
}

function withFurniture(row: Row, line: Row): Row {
  const furniture = row.furniture.concat({ at: row.span, row: line });
  return { ...row, span: row.span + line.span, furniture };
}

/** Which lines of a run of such as may be furniture are. */
function judge(
  run: readonly Row[],
  before: Row | undefined,
  after: Row | undefined,
  pages: Pages,
): boolean[] {
  const numbers = run.filter(({ kind }) => kind === LineKind.pageNumber || kind === LineKind.number);
  // Two numbers, one below the other, are a table; so is whatever is longer than the edges of two pages.
  const isTable = run.length > mostLines || numbers.length > 1;
  const breaksPage = run.concat(before ?? []).some(({ flags }) => flags & flag.pageBreak);
  const isNumber = ({ kind, number }: Row) =>
    !isTable &&
    (kind === LineKind.pageNumber ||
      (kind === LineKind.number &&
        (breaksPage || pages.isInSequence(number) || (!after && pages.follows(number)))));
  const atEdge = breaksPage || run.some((row) => isNumber(row) || row.kind === LineKind.masthead);
  const interrupts = before !== undefined && breaksOff(before) && after !== undefined && goesOn(after);
  return run.map((row) => {
    switch (row.kind) {
      case LineKind.jumpMark:
      case LineKind.masthead:
        return run.length <= mostLines;
      case LineKind.pageNumber:
      case LineKind.number:
        return isNumber(row);
      case LineKind.byline:
        return interrupts && run.length <= mostLines;
      case LineKind.bookTitle:
        return before !== undefined && !isTable && (atEdge || interrupts) && pages.repeats(row);
      default:
        return before !== undefined && !isTable && atEdge;
    }
  });
}
