import type { LabelScheme } from '../../annotations/labels.ts';
import type { QueueView, SuggestionView } from '../state.ts';
import { excerpt } from './excerpt.ts';
import { unknownLabel } from './label-views.ts';
import type { PartIndex } from './part-index.ts';
import { remembered } from './remembered.ts';
import type { Pending, StatementFacts } from './statement-facts.ts';

/** How many suggestions are listed. */
export const queueLength = 8;
const lookAhead = 2;
const room = { before: 10, after: 16 };
const mostWords = 120;
const mostValue = 80;
const mostDetails = 12;

/** The suggestions that wait, seen through a window that follows the cursor. */
export interface QueueWindow {
  view(
    facts: StatementFacts,
    parts: PartIndex,
    label: string | undefined,
  ): { readonly queue: QueueView; readonly suggestions: readonly SuggestionView[] };
}

/**
 * The window stands still while what comes next after the cursor is in it, with some more below, so that rows do not
 * run away under the hand; else it begins there.
 */
export function createQueueWindow(): QueueWindow {
  let first = -1;
  let shown: string | undefined;
  const ofLabel = remembered((pending: readonly Pending[], label: string | undefined) =>
    label === undefined ? pending : pending.filter((each) => each.label === label),
  );
  const countBySection = remembered(sectionCounts);
  return {
    view(facts, parts, label) {
      const pending = ofLabel(facts.pending, label);
      if (label !== shown) first = -1;
      shown = label;
      const next = nextFrom(pending, facts.cursor);
      if (first < 0 || next < first || next >= first + queueLength) first = next;
      // Rows enough are in sight below the next one.
      first = Math.max(first, next - (queueLength - 1 - lookAhead));
      first = Math.max(0, Math.min(first, pending.length - 1));
      const counts = countBySection(facts.pending, parts);
      const listed = pending.slice(first, first + queueLength);
      const following = listed[next - first]?.id;
      return {
        queue: {
          total: pending.length,
          first: pending.length === 0 ? 0 : first + 1,
          ...(following === undefined ? {} : { next: following }),
          ...(label === undefined ? {} : { label }),
        },
        suggestions: listed.map((each) => suggestionView(facts, each, parts, counts)),
      };
    },
  };
}

/**
 * The index of the first suggestion that ends at the cursor or behind it, so that the one which is selected is the
 * next as well; after the last one, the last.
 *
 * @param pending in order of place
 */
export function nextFrom(pending: readonly Pending[], cursor: number): number {
  const next = pending.findIndex(({ end }) => end >= cursor);
  return next < 0 ? Math.max(0, pending.length - 1) : next;
}

/** The suggestions with the label of this one, in its section or in the document; none where it is gone. */
export function suggestionsLike(
  pending: readonly Pending[],
  parts: PartIndex,
  id: string,
  within: 'section' | 'document',
): readonly Pending[] {
  const one = pending.find((each) => each.id === id);
  if (!one) return [];
  const part = parts.at(one.start);
  return pending.filter(
    ({ label, start }) => label === one.label && (within === 'document' || parts.at(start) === part),
  );
}

type SectionCounts = ReadonlyMap<string, number>;
const sectionKey = (label: string, part: number | 'all') => `${part} ${label}`;

function sectionCounts(pending: readonly Pending[], parts: PartIndex): SectionCounts {
  const counts = new Map<string, number>();
  for (const { label, start } of pending) {
    for (const part of ['all', parts.at(start)] as const) {
      const key = sectionKey(label, part);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function suggestionView(
  facts: StatementFacts,
  pending: Pending,
  parts: PartIndex,
  counts: SectionCounts,
): SuggestionView {
  const { id, label, start, end, text, attributes, inherited } = pending;
  const unknown = unknownLabel(facts, label);
  const { before, after } = facts.around({ start, end }, room);
  return {
    id,
    label,
    ...(unknown ? { unknown } : {}),
    words: excerpt(text, mostWords),
    before,
    after,
    details: Object.entries(attributes)
      .slice(0, mostDetails)
      .map(([name, value]) => detail(facts, name, value)),
    ...(inherited ? { inherited: excerpt(facts.words(inherited), mostValue) } : {}),
    inSection: counts.get(sectionKey(label, parts.at(start))) ?? 0,
    inDocument: counts.get(sectionKey(label, 'all')) ?? 0,
  };
}

/** An attribute by the names that the scheme has for it and for its value. */
function detail(
  { scheme, read }: { readonly scheme: LabelScheme; read: StatementFacts['read'] },
  id: string,
  value: string | number | boolean,
): readonly [string, string] {
  const definition = scheme.attributes.find((each) => each.id === id);
  const choice = definition?.choices.find((each) => each.id === value);
  return [
    excerpt(definition ? read(definition.name) : id, mostValue),
    excerpt(choice ? read(choice.name) : String(value), mostValue),
  ];
}
