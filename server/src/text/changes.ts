import type { Edit } from './edit.ts';
import { LineTable, type PositionRange } from './lines.ts';
import { Pieces } from './pieces.ts';

/** A change as LSP tells it: in terms of the text after the change before it. Without a range: the whole text. */
export interface TextChange {
  readonly range?: PositionRange | null;
  readonly text: string;
}

/**
 * The changes of one notification as one list of edits of the text before all of them: sorted, not overlapping,
 * UTF-16 raw. Positions outside the text are clamped, reversed ranges turned round. Costs O(n + k log k) for k
 * changes of a text of n characters, whatever their order.
 */
export function changesToEdits(lines: LineTable, changes: readonly TextChange[]): Edit[] {
  return editsOfDescending(lines, changes) ?? editsOfAny(lines, changes);
}

/**
 * Editors tell the changes of one action from the last in the text to the first: then each range means the same
 * in the text before all of them. Undefined where that does not hold.
 */
function editsOfDescending(lines: LineTable, changes: readonly TextChange[]): Edit[] | undefined {
  const edits: Edit[] = [];
  let bound = Number.POSITIVE_INFINITY;
  for (const { range, text } of changes) {
    if (range === undefined || range === null) return undefined;
    const { start, end } = lines.toOffsets(range);
    if (end > bound) return undefined;
    // Right before an earlier change the meaning of a position may have changed: its line may have grown, or
    // the change may have put a \n behind a \r. Then only the general way is exact.
    if (end === bound && !isInnermost(lines, range, bound)) return undefined;
    if (end > start || text !== '') edits.push({ start, end, text });
    bound = start;
  }
  return edits.reverse();
}

/** Whether the range's later end names this offset by line and character exactly, and not behind a line end. */
function isInnermost(lines: LineTable, range: PositionRange, offset: number): boolean {
  const exact = lines.positionAt(offset);
  const behindCr = lines.text.charCodeAt(offset - 1) === 13;
  return !behindCr && [range.start, range.end].every((at) => isAtOrBefore(at, exact));
}

function isAtOrBefore(a: PositionRange['start'], b: PositionRange['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function editsOfAny(lines: LineTable, changes: readonly TextChange[]): Edit[] {
  const whole = changes.findLastIndex(({ range }) => range === undefined || range === null);
  const rest = changes.slice(Math.max(whole, 0));
  const pieces = new Pieces(lines, new LineTable(rest.map(({ text }) => text).join('')));
  let added = 0;
  for (const { range, text } of rest) {
    if (range === undefined || range === null) {
      pieces.clear();
      pieces.replace(0, 0, added, added + text.length);
    } else {
      const a = pieces.offsetAt(range.start);
      const b = pieces.offsetAt(range.end);
      pieces.replace(Math.min(a, b), Math.max(a, b), added, added + text.length);
    }
    added += text.length;
  }
  const edits = pieces.toEdits();
  return whole < 0 ? edits : edits.flatMap((edit) => smallest(lines.text, edit));
}

/** Leaves out what a whole-text change has in common with the text at both ends: mostly all but a few characters. */
function smallest(text: string, edit: Edit): Edit[] {
  const shorter = Math.min(edit.end - edit.start, edit.text.length);
  let head = 0;
  while (head < shorter && text.charCodeAt(edit.start + head) === edit.text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    text.charCodeAt(edit.end - 1 - tail) === edit.text.charCodeAt(edit.text.length - 1 - tail)
  ) {
    tail++;
  }
  const small = {
    start: edit.start + head,
    end: edit.end - tail,
    text: edit.text.slice(head, edit.text.length - tail),
  };
  return small.end > small.start || small.text !== '' ? [small] : [];
}
