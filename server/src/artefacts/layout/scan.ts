import { isSpace } from '../../text/characters.ts';
import { byteOrderMark, type Row, readRow } from './row.ts';

/** The rows of a stretch of raw text, with the blank part before the first one. */
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
  let at = start;
  const ends = new LineEnds(raw.slice(start, end));
  while (at < end) {
    const lineEnd = start + ends.from(at - start);
    let inked = at;
    while (inked < lineEnd && isBlank(raw, inked)) inked++;
    const blank = inked === lineEnd;
    let next = lineEnd;
    const ended = lineEnd < end;
    if (ended) next += raw.charCodeAt(lineEnd) === 0x0d && raw.charCodeAt(lineEnd + 1) === 0x0a ? 2 : 1;
    if (blank) {
      if (rowStart < 0) lead = next - start;
      else gap++;
    } else {
      if (rowStart >= 0) rows.push(readRow(raw, rowStart, rowLineEnd, at, gap, rowEnded));
      rowStart = at;
      rowLineEnd = lineEnd;
      rowEnded = ended;
      gap = 0;
    }
    at = next;
  }
  if (rowStart >= 0) rows.push(readRow(raw, rowStart, rowLineEnd, end, gap, rowEnded));
  return { rows, lead };
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
