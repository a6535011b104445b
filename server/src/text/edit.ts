import type { TextRange } from './range.ts';

/** The replacement of a range by a text. Offsets: UTF-16, in the text before any edit of the same list. */
export interface Edit extends TextRange {
  readonly text: string;
}

/** Orders edits by place; two insertions at one place keep their order. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Applies edits that are sorted and do not overlap.
 * @throws RangeError where two edits overlap or one lies outside the text: a bug of the caller, never of the input.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `Edit ${edit.start}–${edit.end} overlaps its predecessor or leaves the text (${text.length}).`,
      );
    }
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
