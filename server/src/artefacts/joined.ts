import { needsSpaceBetween } from '../text/characters.ts';
import type { Edit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import type { Row } from './layout/row.ts';
import { RowFlag } from './layout/row-flag.ts';

/**
 * A paragraph with its lines joined and nothing else done to it: what the rules about characters look at,
 * so that none of them knows of line breaks. Raw offsets count from the start of the paragraph's first row.
 */
export interface Joined {
  readonly text: string;
  readonly lines: readonly JoinedLine[];
}

/** One line of the print within the joined text. */
export interface JoinedLine {
  /** UTF-16, in the joined text. */
  readonly start: number;
  readonly end: number;
  /** UTF-16 raw, from the start of the paragraph, of the line's first character. */
  readonly raw: number;
  /** The line was stretched to the measure by spaces between its characters. */
  readonly spaced: boolean;
  /** The break before the line was replaced by a space, which is the last character before `start`. */
  readonly spaceBefore: boolean;
}

/** Joins the rows of a paragraph that starts at `start` in `raw` (UTF-16 raw). */
export function joinRows(raw: string, start: number, rows: readonly Row[]): Joined {
  const lines: JoinedLine[] = [];
  const parts: string[] = [];
  let length = 0;
  let at = start;
  let end = start;
  for (const row of rows) {
    const first = at + row.indent;
    const spaceBefore = length > 0 && needsSpaceBetween(raw.charCodeAt(end - 1), raw.charCodeAt(first));
    if (spaceBefore) {
      parts.push(' ');
      length++;
    }
    end = first + row.length;
    lines.push({
      start: length,
      end: length + row.length,
      raw: first - start,
      spaced: (row.flags & RowFlag.spaced) !== 0,
      spaceBefore,
    });
    parts.push(raw.slice(first, end));
    length += row.length;
    at += row.span;
  }
  return { text: parts.join(''), lines };
}

/** The raw place (UTF-16, from the start of the paragraph) of a joined range that lies within one line. */
export function rawPlace(joined: Joined, range: TextRange): TextRange {
  const line = lineAt(joined, range.start);
  const shift = line.raw - line.start;
  return { start: range.start + shift, end: range.end + shift };
}

/** The raw edit (UTF-16, from the start of the paragraph) that does what an edit of the joined text within one line does. */
export function rawEdit(joined: Joined, edit: Edit): Edit {
  return { ...rawPlace(joined, edit), text: edit.text };
}

/** The line that holds an offset of the joined text. */
export function lineAt(joined: Joined, offset: number): JoinedLine {
  const { lines } = joined;
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low]!;
}
