import type { Annotation } from '../annotation.ts';
import { type AdjudicationRecord, decisionKey, isUnchanged, recordOf } from './record.ts';
import { keyOf, type SideTag, sourceKey } from './sides.ts';

/** A decision, with the tags of the settled set that came of it: what was taken, or the trace of what was not. */
export interface Decision {
  readonly key: string;
  readonly record: AdjudicationRecord;
  readonly settled: readonly Annotation[];
}

/** The decisions that a settled set holds, in the order of its tags. Tags made by hand belong to none. */
export function decisionsOf(settled: readonly Annotation[]): readonly Decision[] {
  const decisions = new Map<string, { key: string; record: AdjudicationRecord; settled: Annotation[] }>();
  for (const tag of settled) {
    const record = recordOf(tag);
    if (!record) continue;
    const key = decisionKey(record);
    const decision = decisions.get(key);
    if (decision) decision.settled.push(tag);
    else decisions.set(key, { key, record, settled: [tag] });
  }
  return [...decisions.values()];
}

/**
 * The decisions that stand, by the keys of the tags that they are about: those about tags that are all as they were,
 * and about which there is no other decision, as there may be where two people have settled one document.
 */
export function standingDecisions(
  decisions: readonly Decision[],
  tags: readonly SideTag[],
): ReadonlyMap<string, Decision> {
  const there = new Map(tags.map((tag) => [keyOf(tag), tag]));
  const about = new Map<string, number>();
  for (const { record } of decisions) {
    for (const key of new Set(record.of.map(sourceKey))) about.set(key, (about.get(key) ?? 0) + 1);
  }
  const standing = new Map<string, Decision>();
  for (const decision of decisions) {
    const { of } = decision.record;
    const stands = of.every((source) => {
      const key = sourceKey(source);
      const tag = there.get(key);
      return tag !== undefined && about.get(key) === 1 && isUnchanged(source, tag);
    });
    if (stands) for (const source of of) standing.set(sourceKey(source), decision);
  }
  return standing;
}
