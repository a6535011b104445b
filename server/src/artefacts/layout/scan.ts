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
  while (at < end) {
    let lineEnd = at;
    let blank = true;
    while (lineEnd < end) {
      const unit = raw.charCodeAt(lineEnd);
      if (unit === 0x0a || unit === 0x0d) break;
      if (blank && !isSpace(unit) && !(unit === byteOrderMark && lineEnd === 0)) blank = false;
      lineEnd++;
    }
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
