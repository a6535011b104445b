import { type Annotation, comparePlace, extent } from '../annotation.ts';
import { type Comparison, comparePlaces, type Difference } from './difference.ts';
import { isUnchanged } from './record.ts';
import { keyOf, sourceKey } from './sides.ts';
import { type Decision, decisionsOf } from './standing.ts';

/** agreed: the annotators agree, and nobody has said otherwise; settled: it was decided; open: it waits to be. */
export type ItemState = 'agreed' | 'settled' | 'open';

/** One difference, and how far it is settled. */
export interface Item {
  readonly difference: Difference;
  readonly state: ItemState;
  /** The decision that stands; of what is agreed: that this was written, if it was. */
  readonly decision?: Decision;
  /**
   * Decisions about its tags that stand no more, the latest first: an annotator has changed, added or removed a tag
   * since, or two people have decided differently.
   */
  readonly former: readonly Decision[];
}

/** How far the annotators' tags are settled. */
export interface Settlement {
  readonly comparison: Comparison;
  /** In order of place. */
  readonly items: readonly Item[];
  readonly counts: Readonly<Record<ItemState, number>>;
}

/**
 * How far a comparison is settled by the tags of a settled set: this is all that there is to know, so that work goes
 * on where it was left, here or on another machine.
 */
export function settlementOf(comparison: Comparison, settled: readonly Annotation[]): Settlement {
  const decisions = decisionsOf(settled);
  const about = new Map<string, Set<Decision>>();
  for (const decision of decisions) {
    for (const source of decision.record.of) {
      const key = sourceKey(source);
      const list = about.get(key);
      if (list) list.add(decision);
      else about.set(key, new Set([decision]));
    }
  }
  const items = comparison.differences.map((difference) => itemOf(difference, about, comparison));
  const gone = decisions.flatMap((decision) => goneItem(decision, comparison) ?? []);
  const all =
    gone.length === 0 ? items : [...items, ...gone].sort((a, b) => comparePlaces(a.difference, b.difference));
  const counts = { agreed: 0, settled: 0, open: 0 };
  for (const { state } of all) counts[state] += 1;
  return { comparison, items: all, counts };
}

function itemOf(
  difference: Difference,
  about: ReadonlyMap<string, ReadonlySet<Decision>>,
  { sides }: Comparison,
): Item {
  const decisions = new Set(difference.tags.flatMap((tag) => [...(about.get(keyOf(tag)) ?? [])]));
  const [decision] = decisions;
  const agree = difference.aspects.length === 0;
  if (!decision) return { difference, state: agree ? 'agreed' : 'open', former: [] };
  if (decisions.size === 1 && isOf(decision, difference)) {
    const { decision: kind, among } = decision.record;
    if (kind !== 'agreed') return { difference, state: 'settled', decision, former: [] };
    // One who was not asked then has not agreed.
    if (agree || sides.every(({ annotator }) => among.includes(annotator)))
      return { difference, state: 'agreed', decision, former: [] };
  }
  const former = [...decisions].sort((a, b) => (a.record.at > b.record.at ? -1 : 1));
  // What was never a person's decision is none that could be contradicted.
  const state = agree && former.every(({ record }) => record.decision === 'agreed') ? 'agreed' : 'open';
  return { difference, state, former };
}

/** Whether the decision is about just these tags, as they are. */
function isOf({ record }: Decision, { tags }: Difference): boolean {
  if (record.of.length !== tags.length) return false;
  const sources = new Map(record.of.map((source) => [sourceKey(source), source]));
  return tags.every((tag) => {
    const source = sources.get(keyOf(tag));
    return source !== undefined && isUnchanged(source, tag);
  });
}

/** A decision about tags of which none is there any more; its own tags may still be. */
function goneItem(decision: Decision, { byTag }: Comparison): Item | undefined {
  const { record, settled } = decision;
  const kept = settled.filter(({ review, state }) => review === 'accepted' && state === 'anchored');
  // Nothing is kept, or it has lost its words as those have: there is nothing to decide.
  if (kept.length === 0 || record.of.some((source) => byTag.has(sourceKey(source)))) return undefined;
  const first = [...kept].sort(comparePlace)[0]!;
  const difference: Difference = {
    id: `gone ${first.id}`,
    aspects: ['missing'],
    tags: [],
    place: extent(first),
  };
  return record.of.every(({ gone }) => gone)
    ? { difference, state: 'settled', decision, former: [] }
    : { difference, state: 'open', former: [decision] };
}
