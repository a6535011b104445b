import { isSpace } from '../../text/characters.ts';
import { breaksOff } from './furniture.ts';
import { LineKind } from './furniture-line.ts';
import { byteOrderMark, formFeed, type Row, readRow } from './row.ts';
import { RowFlag } from './row-flag.ts';

/** The lines of a stretch of raw text that hold something, as rows, with the blank part before the first one. */
export interface Scan {
  readonly rows: Row[];
  /** UTF-16 raw length of the blank lines before the first row. */
  readonly lead: number;
}

/**
 * Cuts `raw[start, end)` into rows. `start` is the start of a line; `end` is the start of a line or the
 * end of the text. Line ends are LF, CRLF and lone CR.
 */
export function scanRows(raw: string, start: number, end: number): Scan {
  const rows: Row[] = [];
  let lead = 0;
  let rowStart = -1;
  let rowLineEnd = 0;
  let rowEnded = false;
  let gap = 0;
  let fed = false;
  let at = start;
  const add = (row: Row) => {
    const before = rows.at(-1);
    let { flags } = row;
    if (fed) flags |= RowFlag.pageBreak | RowFlag.pageEdge;
    if (before && (before.flags & RowFlag.pageBreak || isPageMark(before))) flags |= RowFlag.pageEdge;
    if ((row.kind === LineKind.number || row.key !== 0) && text && breaksOff(text))
      flags |= RowFlag.interrupts;
    if (row.kind === LineKind.text) text = row;
    if (before && isPageMark(row) && !(before.flags & RowFlag.pageEdge))
      rows[rows.length - 1] = { ...before, flags: before.flags | RowFlag.pageEdge };
    rows.push(flags === row.flags ? row : { ...row, flags });
  };
  let text: Row | undefined;
  const ends = new LineEnds(raw.slice(start, end));
  while (at < end) {
    const lineEnd = start + ends.from(at - start);
    let inked = at;
    while (inked < lineEnd && isBlank(raw, inked)) if (raw.charCodeAt(inked++) === formFeed) fed = true;
    const blank = inked === lineEnd;
    let next = lineEnd;
    const ended = lineEnd < end;
    if (ended) next += raw.charCodeAt(lineEnd) === 0x0d && raw.charCodeAt(lineEnd + 1) === 0x0a ? 2 : 1;
    if (blank) {
      if (rowStart < 0) lead = next - start;
      // Blank lines at the edge of a page tell nothing about those between paragraphs.
      else if (!fed) gap++;
    } else {
      if (rowStart >= 0) add(readRow(raw, rowStart, rowLineEnd, at, gap, rowEnded));
      rowStart = at;
      rowLineEnd = lineEnd;
      rowEnded = ended;
      gap = 0;
      fed = false;
    }
    at = next;
  }
  // The form feed may stand at the head of the line that follows.
  for (let i = end; isBlank(raw, i); i++) if (raw.charCodeAt(i) === formFeed) fed = true;
  if (rowStart >= 0) add(readRow(raw, rowStart, rowLineEnd, end, gap, rowEnded));
  return { rows, lead };
}

/** Whether a line is printed at the edge of a page and nowhere else, if it is what it looks like. */
export function isPageMark({ kind }: Row): boolean {
  return kind === LineKind.pageNumber || kind === LineKind.number || kind === LineKind.masthead;
}

function isBlank(raw: string, at: number): boolean {
  const unit = raw.charCodeAt(at);
  return isSpace(unit) || (unit === byteOrderMark && at === 0);
}

/** Finds the line ends of a text from first to last, without looking at every character by itself. */
class LineEnds {
  readonly #text: string;
  #lf = -1;
  #cr = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the line end begins that is next from `at`; the end of the text where there is none. `at` must not fall. */
  from(at: number): number {
    if (this.#lf < at) this.#lf = this.#find('\n', at);
    if (this.#cr < at) this.#cr = this.#find('\r', at);
    return this.#lf < this.#cr ? this.#lf : this.#cr;
  }

  #find(end: string, at: number): number {
    const found = this.#text.indexOf(end, at);
    return found < 0 ? this.#text.length : found;
  }
}
