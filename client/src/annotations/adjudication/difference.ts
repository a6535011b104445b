import type { TextRange } from '../../../../server/src/text/range.ts';
import { extent } from '../annotation.ts';
import { derivedId } from '../formats/derived-id.ts';
import { type ChainNames, chainNames } from './chain-names.ts';
import { counterparts } from './counterparts.ts';
import { aspectsOf } from './said-difference.ts';
import { keyOf, type Side, type SideTag, sideTags } from './sides.ts';
import { type Decision, standingDecisions } from './standing.ts';
import { groupTags } from './tag-groups.ts';

/** In what tags on one place differ; `missing`: somebody has none there. */
export const aspects = ['missing', 'label', 'span', 'attributes', 'note', 'relations', 'chain'] as const;
export type Aspect = (typeof aspects)[number];

/** The tags of all sides that are about one thing. */
export interface Difference {
  /** The same as long as its first tag is in it. */
  readonly id: string;
  /** In what they differ; none: the annotators agree. */
  readonly aspects: readonly Aspect[];
  /** In order of side, then as the side has them; none where all have been removed since they were settled. */
  readonly tags: readonly SideTag[];
  /** From the first to the last of its words; UTF-16 raw. Empty, at the start, for the whole document. */
  readonly place: TextRange;
}

/** What several annotators' tags have in common, and in what they differ. */
export interface Comparison {
  readonly sides: readonly Side[];
  /** All of them in order of place, those on the whole document first. Every tag that is compared is in one. */
  readonly differences: readonly Difference[];
  /** The differences by the keys of their tags. */
  readonly byTag: ReadonlyMap<string, Difference>;
  readonly chains: ChainNames;
}

/**
 * Compares the tags of two or more annotators.
 * @param text the text in which they lie
 * @param decisions what has been settled before: it stays apart from what has not
 */
export function compareSides(
  sides: readonly Side[],
  text: string,
  decisions: readonly Decision[] = [],
): Comparison {
  const tags = sideTags(sides, text);
  const groups = groupTags(tags, standingDecisions(decisions, tags));
  const sets = counterparts(groups, sides.length);
  const setOf = new Map<string, number>();
  const members = new Map<number, SideTag[]>();
  groups.forEach((group, i) => {
    const set = sets[i]!;
    const list = members.get(set) ?? [];
    members.set(set, list);
    for (const tag of group.tags) {
      setOf.set(keyOf(tag), set);
      list.push(tag);
    }
  });
  const chains = chainNames(tags, (tag) => setOf.get(keyOf(tag))!);
  const compared = { sideCount: sides.length, chains, setOf };
  const differences = Array.from(members.values(), (list): Difference => {
    const ordered = list.sort((a, b) => a.side - b.side || compareStart(a, b));
    return {
      id: shortId(keyOf(ordered[0]!)),
      aspects: aspectsOf(ordered, compared),
      tags: ordered,
      place: hull(ordered),
    };
  }).sort(comparePlaces);
  const byTag = new Map(
    differences.flatMap((difference) => difference.tags.map((tag) => [keyOf(tag), difference] as const)),
  );
  return { sides, differences, byTag, chains };
}

/** Order of place, what holds before what is held. */
export function comparePlaces(a: Difference, b: Difference): number {
  return (
    a.place.start - b.place.start || b.place.end - a.place.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Whoever has given a tag an id of thousands of characters does not make a page carry it about. */
function shortId(key: string): string {
  return key.length > 200 ? derivedId([key]) : key;
}

function compareStart(a: SideTag, b: SideTag): number {
  const [x, y] = [extent(a.tag), extent(b.tag)];
  return x.start - y.start || x.end - y.end || (a.tag.id < b.tag.id ? -1 : 1);
}

function hull(tags: readonly SideTag[]): TextRange {
  const extents = tags.filter(({ tag }) => tag.spans.length > 0).map(({ tag }) => extent(tag));
  if (extents.length === 0) return { start: 0, end: 0 };
  return {
    start: Math.min(...extents.map(({ start }) => start)),
    end: Math.max(...extents.map(({ end }) => end)),
  };
}
