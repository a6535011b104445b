import type { Edit } from './text/edit.ts';
import type { TextRange } from './text/range.ts';

/**
 * Ranges tagged “as printed” (`sic`), carried through edits of the text: UTF-16 raw, sorted, apart, none empty.
 * They behave as annotations do: typing at a boundary does not extend one, a replacement inside one or of the
 * whole of one stays in it, and what is deleted whole is gone.
 */
export function moveRanges(ranges: readonly TextRange[], edits: readonly Edit[]): readonly TextRange[] {
  if (ranges.length === 0 || edits.length === 0) return ranges;
  const moved: TextRange[] = [];
  let first = 0;
  let shift = 0;
  for (const range of ranges) {
    for (; first < edits.length && edits[first]!.end <= range.start; first++) shift += growth(edits[first]!);
    moved.push(moveRange(range, edits, first, shift));
  }
  return joined(moved);
}

/** Moves one range; `first` is the first edit that ends behind its start, `shift` what those before add. */
function moveRange(range: TextRange, edits: readonly Edit[], first: number, shift: number): TextRange {
  let start = range.start + shift;
  let end = range.end + shift;
  let before = shift;
  for (let i = first; i < edits.length && edits[i]!.start < range.end; i++) {
    const edit = edits[i]!;
    const editStart = edit.start + before;
    const editEnd = editStart + edit.text.length;
    before += growth(edit);
    const whole = edit.start <= range.start && edit.end >= range.end;
    if (whole) start = editStart;
    else if (edit.start < range.start) start = editEnd;
    if (whole) end = editEnd;
    else if (edit.end > range.end) end = editStart;
    else end = range.end + before;
  }
  return { start, end };
}

/** Makes what came over the wire sorted, apart and inside a text of this length. */
export function tidyRanges(ranges: readonly TextRange[], length: number): TextRange[] {
  const inside = ranges
    .filter(({ start, end }) => Number.isInteger(start) && Number.isInteger(end))
    .map(({ start, end }) => ({ start: Math.max(start, 0), end: Math.min(end, length) }));
  return joined(inside.sort((a, b) => a.start - b.start));
}

/** Ranges sorted by start, without empty ones, and with those joined that overlap. */
function joined(ranges: readonly TextRange[]): TextRange[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = apart.at(-1);
    if (start >= end) continue;
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

function growth(edit: Edit): number {
  return edit.text.length - (edit.end - edit.start);
}
