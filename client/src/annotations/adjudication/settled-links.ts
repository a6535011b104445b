import type { Annotation, Relation } from '../annotation.ts';
import { distinct, sameRelations, withoutTargets } from '../links.ts';
import { changedSet, type SettledChange } from './deciding.ts';
import type { Comparison } from './difference.ts';
import { isUnchanged, recordOf } from './record.ts';
import { keyOf, type SideTag, sourceKey } from './sides.ts';

/** A relation of an annotator that no settled tag has. */
export interface LooseLink {
  /** The settled tag that it would lead from. */
  readonly from: string;
  readonly relation: Relation;
  /** open: its target is not settled yet, which will be seen to; not-taken: it was decided against; gone: it is none that is compared. */
  readonly why: 'open' | 'not-taken' | 'gone';
}

/** What a change makes of the settled set, with the links between its tags. */
export interface LinkedChange extends SettledChange {
  readonly loose: readonly LooseLink[];
}

/**
 * Leads relations of settled tags to settled tags, and names chains in common: each tag has the links that the tag has
 * which it stands for. A link whose target is not settled yet comes when that is. Links to a settled tag that the
 * change takes away go with it.
 */
export function withLinks(
  settled: readonly Annotation[],
  change: SettledChange,
  comparison: Comparison,
  at: string,
): LinkedChange {
  const after = changedSet(settled, change);
  const targets = settledBySource(after);
  const sources = new Map(
    comparison.differences.flatMap(({ tags }) => tags.map((tag) => [keyOf(tag), tag] as const)),
  );
  const taken = new Set(change.put.map(({ id }) => id));
  const gone = new Set(change.gone);
  const loose: LooseLink[] = [];
  const changed = after.flatMap((tag): Annotation[] => {
    const kept = withoutTargets(tag.relations, gone);
    const own = tag.review === 'accepted' ? sourcesFor(tag, sources) : [];
    const led = own.flatMap((source) => ledRelations(tag, source, targets, sources, loose));
    const relations = distinct([...kept, ...led]);
    const chain = own.length > 0 ? own.map(comparison.chains.of).find(Boolean) : tag.chain;
    if (chain === tag.chain && sameRelations(relations, tag.relations)) return taken.has(tag.id) ? [tag] : [];
    const { chain: _, ...rest } = tag;
    return [{ ...rest, relations, ...(chain !== undefined && { chain }), modified: at }];
  });
  return { gone: change.gone, put: changed, loose };
}

/** The tags that a settled tag stands for, as far as they are as they were. */
function sourcesFor(tag: Annotation, sources: ReadonlyMap<string, SideTag>): readonly SideTag[] {
  return (recordOf(tag)?.of ?? []).flatMap((source) => {
    const there = source.taken ? sources.get(sourceKey(source)) : undefined;
    return there && isUnchanged(source, there) ? [there] : [];
  });
}

function ledRelations(
  tag: Annotation,
  { annotator, tag: { relations } }: SideTag,
  targets: ReadonlyMap<string, readonly Annotation[]>,
  sources: ReadonlyMap<string, SideTag>,
  loose: LooseLink[],
): readonly Relation[] {
  return relations.flatMap((relation) => {
    const key = sourceKey({ annotator, id: relation.target });
    const there = targets.get(key);
    const target = sources.get(key);
    const settled = there && target && settledFor(target, there);
    if (settled && settled.id !== tag.id) return [{ type: relation.type, target: settled.id }];
    if (!settled) {
      const why = !target ? 'gone' : there ? 'not-taken' : 'open';
      loose.push({ from: tag.id, relation, why });
    }
    return [];
  });
}

/** The settled tags, rejected ones as well, by the keys of the tags that they were decided about. */
function settledBySource(settled: readonly Annotation[]): ReadonlyMap<string, readonly Annotation[]> {
  const bySource = new Map<string, Annotation[]>();
  for (const tag of settled) {
    for (const source of recordOf(tag)?.of ?? []) {
      const key = sourceKey(source);
      const list = bySource.get(key);
      if (list) list.push(tag);
      else bySource.set(key, [tag]);
    }
  }
  return bySource;
}

/** Of the tags that came of one difference, the one that stands for a tag, or else shares most with it. */
function settledFor(target: SideTag, there: readonly Annotation[]): Annotation | undefined {
  const accepted = there.filter(({ review }) => review === 'accepted');
  const own = accepted.find((tag) =>
    recordOf(tag)?.of.some(({ taken, ...source }) => taken && sourceKey(source) === keyOf(target)),
  );
  if (own || accepted.length < 2) return own ?? accepted[0];
  const shared = (tag: Annotation) =>
    tag.spans.reduce(
      (sum, a) =>
        sum +
        target.tag.spans.reduce(
          (part, b) => part + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)),
          0,
        ),
      0,
    );
  return accepted.reduce((best, tag) => (shared(tag) > shared(best) ? tag : best));
}
