import type { Annotation } from './annotation.ts';
import type { AnnotationSnapshot } from './store.ts';
import type { Made } from './tag-entry.ts';

/** The tags of a snapshot from those that are there, in order of place. */
export function snapshotOf(
  there: readonly { readonly made?: Made }[],
): Pick<AnnotationSnapshot, 'anchored' | 'orphans' | 'counts'> {
  const anchored: Annotation[] = [];
  const orphans: Annotation[] = [];
  const counts = new Map<string, number>();
  for (const { made } of there) {
    const { annotation } = made!;
    if (annotation.state === 'orphan') {
      orphans.push(annotation);
      continue;
    }
    anchored.push(annotation);
    if (annotation.review === 'accepted') {
      counts.set(annotation.label, (counts.get(annotation.label) ?? 0) + 1);
    }
  }
  return { anchored, orphans, counts };
}

/** As comparePlace, without making ranges. */
export function compareMade(a: Made, b: Made): number {
  return a.start - b.start || b.end - a.end || (a.annotation.id < b.annotation.id ? -1 : 1);
}

/** The tags that have a span on the character at this offset or just before it, the innermost span first. */
export function tagsAt(anchored: readonly Annotation[], offset: number): Annotation[] {
  const found: { annotation: Annotation; start: number; length: number }[] = [];
  for (const annotation of anchored) {
    if (annotation.review === 'rejected') continue;
    let best: { annotation: Annotation; start: number; length: number } | undefined;
    for (const { start, end } of annotation.spans) {
      if (start > offset) break;
      if (end < offset || end === start) continue;
      if (!best || end - start < best.length) best = { annotation, start, length: end - start };
    }
    if (best) found.push(best);
  }
  return found.sort((a, b) => a.length - b.length || b.start - a.start).map(({ annotation }) => annotation);
}

/** The tags that share a character with [start, end), in order of place. */
export function tagsWithin(anchored: readonly Annotation[], start: number, end: number): Annotation[] {
  return anchored.filter(
    ({ review, spans }) =>
      review !== 'rejected' && spans.some((span) => span.start < end && start < span.end),
  );
}
