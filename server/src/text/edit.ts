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

/**
 * One list of edits that does what two lists do one after the other.
 * @param first edits of a text, sorted, not overlapping
 * @param between the text after them
 * @param second edits of `between`, sorted, not overlapping
 * @returns edits of the text before `first`, sorted, not overlapping
 */
export function composeEdits(first: readonly Edit[], between: string, second: readonly Edit[]): Edit[] {
  const composed: Edit[] = [];
  let i = 0;
  let j = 0;
  // What `between` has grown by against the text before, up to the place that is looked at.
  let grown = 0;
  const nextFirst = () => (i < first.length ? first[i]!.start + grown : Number.POSITIVE_INFINITY);
  const nextSecond = () => (j < second.length ? second[j]!.start : Number.POSITIVE_INFINITY);
  while (i < first.length || j < second.length) {
    const start = Math.min(nextFirst(), nextSecond());
    const rawStart = start - grown;
    let end = start;
    const inside: Edit[] = [];
    while (Math.min(nextFirst(), nextSecond()) <= end) {
      if (nextFirst() <= nextSecond()) {
        const edit = first[i]!;
        end = Math.max(end, nextFirst() + edit.text.length);
        grown += edit.text.length - (edit.end - edit.start);
        i++;
      } else {
        const edit = second[j++]!;
        end = Math.max(end, edit.end);
        inside.push({ start: edit.start - start, end: edit.end - start, text: edit.text });
      }
    }
    composed.push({ start: rawStart, end: end - grown, text: applyEdits(between.slice(start, end), inside) });
  }
  return composed;
}

/** Where an offset of the text lies after sorted edits; one inside an edit goes to the end of what replaced it. */
export function offsetAfter(edits: readonly Edit[], offset: number): number {
  return offsetsAfter(edits, [offset])[0]!;
}

/** The same for many offsets, which are sorted. */
export function offsetsAfter(edits: readonly Edit[], offsets: readonly number[]): number[] {
  let grown = 0;
  let next = 0;
  return offsets.map((offset) => {
    for (; next < edits.length && edits[next]!.end <= offset && edits[next]!.start < offset; next++) {
      grown += edits[next]!.text.length - (edits[next]!.end - edits[next]!.start);
    }
    const edit = edits[next];
    return edit && edit.start < offset ? edit.start + grown + edit.text.length : offset + grown;
  });
}
