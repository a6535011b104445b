import type { Annotation } from './annotation.ts';
import { type Label, type LabelScheme, reviewedLabelId } from './labels.ts';
import type { Sidecar } from './sidecar.ts';
import type { TagChange } from './store.ts';

/** A label that tags carry and the scheme does not have. */
export interface UnknownLabel {
  readonly label: string;
  /** How many tags carry it. */
  readonly count: number;
}

/** The labels that the scheme does not have, those of the most tags first. The mark on a section that is done is none. */
export function unknownLabels(
  scheme: LabelScheme,
  tags: readonly Pick<Annotation, 'label'>[],
): UnknownLabel[] {
  const known = new Set([reviewedLabelId, ...scheme.labels.map(({ id }) => id)]);
  const counts = new Map<string, number>();
  for (const { label } of tags) if (!known.has(label)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Array.from(counts, ([label, count]) => ({ label, count })).sort(
    (a, b) => b.count - a.count || (a.label < b.label ? -1 : 1),
  );
}

/** What gives each tag the label that its own is mapped to; nothing else of a tag changes. */
export function mappedLabels(
  tags: readonly Pick<Annotation, 'id' | 'label'>[],
  mapping: ReadonlyMap<string, string>,
): TagChange[] {
  return tags.flatMap(({ id, label: from }) => {
    const label = mapping.get(from);
    return label === undefined || label === from ? [] : [{ id, change: { label } }];
  });
}

/** The same for a file that nobody has open. @param now ISO 8601, UTC */
export function withMappedLabels(
  sidecar: Sidecar,
  mapping: ReadonlyMap<string, string>,
  now: string,
): Sidecar {
  const annotations = sidecar.annotations.map((tag) => {
    const label = mapping.get(tag.label);
    return label === undefined ? tag : { ...tag, label, modified: now };
  });
  return { ...sidecar, annotations };
}

/** A label whose id somebody has changed. */
export interface RenamedLabel {
  readonly from: string;
  readonly to: Label;
}

/**
 * The labels that are in both schemes under different ids. It is a guess, to be offered and not to be acted on: an
 * id is gone and another is new, and of name, colour, key and place in the list enough stayed as it was, more than
 * with any other new one.
 */
export function renamedLabels(before: LabelScheme, after: LabelScheme): RenamedLabel[] {
  const idsBefore = new Set(before.labels.map(({ id }) => id));
  const idsAfter = new Set(after.labels.map(({ id }) => id));
  const fresh = after.labels
    .map((label, place) => ({ label, place }))
    .filter(({ label }) => !idsBefore.has(label.id));
  const renamed: RenamedLabel[] = [];
  before.labels.forEach((label, place) => {
    if (idsAfter.has(label.id)) return;
    const likely = fresh
      .map((each) => ({
        to: each.label,
        likeness: likeness(label, each.label) + (each.place === place ? 1 : 0),
      }))
      .sort((a, b) => b.likeness - a.likeness);
    const [best, next] = likely;
    if (!best || best.likeness < enough || best.likeness - (next?.likeness ?? 0) < margin) return;
    renamed.push({ from: label.id, to: best.to });
  });
  // One that two others seem to have become was rather made of both.
  return renamed.filter(({ to }) => renamed.filter((each) => each.to === to).length === 1);
}

/** How much must have stayed, and how much more than with the next one. */
const enough = 3;
const margin = 2;

function likeness(a: Label, b: Label): number {
  const sameName = a.name.zh === b.name.zh && a.name.en === b.name.en;
  const sameColour = a.colour.light === b.colour.light && a.colour.dark === b.colour.dark;
  return (sameName ? 2 : 0) + (sameColour ? 2 : 0) + (a.key !== undefined && a.key === b.key ? 1 : 0);
}
