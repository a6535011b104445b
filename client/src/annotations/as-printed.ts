import type { TextRange } from '../../../server/src/text/range.ts';
import type { Annotation } from './annotation.ts';
import { sicLabelId } from './labels.ts';

/**
 * Where a document is tagged “as printed” by any annotator: sorted, not overlapping; spans that touch are
 * one. UTF-16 raw, as the annotations'. Rejected and suggested tags do not count: nobody stands by them.
 */
export function asPrintedRanges(annotators: Iterable<readonly Annotation[]>): TextRange[] {
  const ranges: TextRange[] = [];
  for (const annotations of annotators) {
    for (const annotation of annotations) {
      if (annotation.label !== sicLabelId || annotation.state !== 'anchored') continue;
      if (annotation.review !== 'accepted') continue;
      for (const span of annotation.spans) if (span.start < span.end) ranges.push(span);
    }
  }
  ranges.sort((a, b) => a.start - b.start || a.end - b.end);
  const union: TextRange[] = [];
  for (const range of ranges) {
    const last = union.at(-1);
    if (last && range.start <= last.end) {
      union[union.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else union.push(range);
  }
  return union;
}
