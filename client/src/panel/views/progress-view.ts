import { type Annotation, extent } from '../../annotations/annotation.ts';
import type { PartView, ProgressView } from '../state.ts';
import { excerpt } from './excerpt.ts';
import type { PartIndex } from './part-index.ts';
import type { Pending } from './statement-facts.ts';
import type { TagIndex } from './tag-index.ts';

/** How many parts are listed: those around the cursor, where there are more. */
export const mostParts = 120;
const mostName = 80;

/** How far each part is done. */
export function partViews(
  index: PartIndex,
  anchored: readonly Annotation[],
  pending: readonly Pending[],
  tags: TagIndex,
): PartView[] {
  const counts = index.parts.map(() => 0);
  const waiting = index.parts.map(() => 0);
  const done = index.parts.map(() => false);
  for (const tag of anchored) {
    if (tag.scope !== 'words' || tag.review !== 'accepted') continue;
    const at = index.at(extent(tag).start);
    if (at >= 0) counts[at]! += 1;
  }
  for (const { start } of pending) {
    const at = index.at(start);
    if (at >= 0) waiting[at]! += 1;
  }
  for (const start of tags.reviewed) {
    const at = index.at(start);
    if (at >= 0) done[at] = true;
  }
  return index.parts.map(({ kind, label }, at) => ({
    id: index.ids[at]!,
    name: excerpt(label, mostName),
    kind,
    count: counts[at]!,
    pending: waiting[at]!,
    reviewed: done[at]!,
  }));
}

/** The parts that are listed: all, or those around the cursor's. */
export function partsAround(parts: readonly PartView[], at: number): readonly PartView[] {
  if (parts.length <= mostParts) return parts;
  // In steps, so that the list stands still while the cursor moves in the middle of it.
  const step = mostParts / 4;
  const first = Math.floor(Math.max(0, at - mostParts / 2) / step) * step;
  const from = Math.min(first, parts.length - mostParts);
  return parts.slice(from, from + mostParts);
}

export function progressView(parts: readonly PartView[], at: number, tags: TagIndex): ProgressView {
  const here = parts[at]?.id;
  return {
    reviewed: parts.filter(({ reviewed }) => reviewed).length,
    total: parts.length,
    finished: tags.finished,
    ...(here === undefined ? {} : { here }),
  };
}
