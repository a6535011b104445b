import { unknownLabels } from '../../annotations/label-mapping.ts';
import { type Label, labelOf } from '../../annotations/labels.ts';
import type { AttributeView, GroupView, LabelView, UnknownLabelView } from '../state.ts';
import { excerpt } from './excerpt.ts';
import { remembered } from './remembered.ts';
import type { Pending, StatementFacts } from './statement-facts.ts';

/** More than anybody chooses from. */
const mostLabels = 300;
/** More than anybody reads; all of them can be mapped. */
const mostUnknown = 12;
const mostAttributes = 100;
const mostChoices = 200;
const mostCharacters = 500;

/** How many suggestions of each label wait. */
export type PendingCounts = (pending: readonly Pending[]) => ReadonlyMap<string, number>;

/** Counts suggestions by label; the counts are kept for as long as the suggestions are the same. */
export function pendingCounts(): PendingCounts {
  return remembered((pending: readonly Pending[]) => {
    const counts = new Map<string, number>();
    for (const { label } of pending) counts.set(label, (counts.get(label) ?? 0) + 1);
    return counts;
  });
}

/** What labels are made of. */
export type LabelFacts = Pick<StatementFacts, 'scheme' | 'snapshot' | 'read'>;

/** A label with its counts. */
export function labelView(facts: LabelFacts, label: Label, pending: ReadonlyMap<string, number>): LabelView {
  const description = excerpt(facts.read(label.description), mostCharacters);
  return {
    id: label.id,
    name: excerpt(facts.read(label.name), mostCharacters),
    colour: label.colour,
    ...(label.key === undefined ? {} : { key: label.key }),
    ...(description ? { description } : {}),
    ...(label.group === undefined ? {} : { group: label.group }),
    guideline: label.guideline !== undefined,
    count: facts.snapshot.counts.get(label.id) ?? 0,
    pending: pending.get(label.id) ?? 0,
  };
}

/** A label that tags carry and the scheme does not know; undefined where it does. */
export function unknownLabel(facts: LabelFacts, id: string): LabelView | undefined {
  const label = labelOf(facts.scheme, id);
  return label.known ? undefined : labelView(facts, label, new Map());
}

/** The labels that tags carry and the scheme does not have. */
export function unknownLabelViews({
  scheme,
  snapshot,
}: Pick<LabelFacts, 'scheme' | 'snapshot'>): UnknownLabelView[] {
  return unknownLabels(scheme, [...snapshot.anchored, ...snapshot.orphans])
    .slice(0, mostUnknown)
    .map(({ label, count }) => ({ id: label, count }));
}

/** The labels of the scheme, in its order. */
export function labelViews(facts: LabelFacts, pending: ReadonlyMap<string, number>): LabelView[] {
  return facts.scheme.labels.slice(0, mostLabels).map((label) => labelView(facts, label, pending));
}

/** The groups that hold a label, in the scheme's order. */
export function groupViews({ scheme, read }: Pick<LabelFacts, 'scheme' | 'read'>): GroupView[] {
  const used = new Set(scheme.labels.map(({ group }) => group));
  return scheme.groups
    .filter(({ id }) => used.has(id))
    .slice(0, mostLabels)
    .map(({ id, name }) => ({ id, name: excerpt(read(name), mostCharacters) }));
}

/** What the scheme lets be said of tags. */
export function attributeViews({ scheme, read }: Pick<LabelFacts, 'scheme' | 'read'>): AttributeView[] {
  return scheme.attributes.slice(0, mostAttributes).map(({ id, name, description, kind, choices }) => ({
    id,
    name: excerpt(read(name), mostCharacters),
    ...(read(description) ? { description: excerpt(read(description), mostCharacters) } : {}),
    kind,
    choices: choices
      .slice(0, mostChoices)
      .map((choice) => ({ id: choice.id, name: excerpt(read(choice.name), mostCharacters) })),
  }));
}
