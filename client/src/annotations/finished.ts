import type { TextRange } from '../../../server/src/text/range.ts';
import { type Annotation, extent } from './annotation.ts';
import { reviewedLabelId } from './labels.ts';

type Mark = Pick<Annotation, 'label' | 'scope' | 'review' | 'state' | 'spans'>;

/** Whether the tag is a mark of its annotator that a section, or the whole document, is done. */
export function isFinishedMark({ label, scope, review }: Mark): boolean {
  return label === reviewedLabelId && scope !== 'words' && review !== 'rejected';
}

/** Whether the whole document is marked as finished; the marks on all of its sections do not say that. */
export function isDocumentFinished(tags: readonly Annotation[]): boolean {
  return tags.some((tag) => isFinishedMark(tag) && tag.scope === 'document');
}

/**
 * What an annotator says to have finished: all of a document that is marked so, else the parts that are. A part reaches
 * up to where the next one begins. UTF-16 raw, sorted, apart.
 * @param tags one annotator's tags of the document
 * @param parts of the document, in order of place; UTF-16 raw
 * @param length of the raw text
 */
export function finishedRanges(
  tags: readonly Annotation[],
  parts: readonly { readonly start: number }[],
  length: number,
): TextRange[] {
  if (isDocumentFinished(tags)) return length === 0 ? [] : [{ start: 0, end: length }];
  const done = new Set<number>();
  for (const tag of tags) {
    if (!isFinishedMark(tag) || tag.state === 'orphan' || tag.spans.length === 0) continue;
    const at = partAt(parts, extent(tag).start);
    if (at >= 0) done.add(at);
  }
  const ranges: { start: number; end: number }[] = [];
  for (const at of [...done].sort((a, b) => a - b)) {
    const start = parts[at]!.start;
    const end = parts[at + 1]?.start ?? length;
    const last = ranges.at(-1);
    if (last && last.end >= start) last.end = Math.max(last.end, end);
    else if (end > start) ranges.push({ start, end });
  }
  return ranges;
}

/** The index of the last part that begins at an offset or before it; -1 where there is none. */
export function partAt(parts: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
