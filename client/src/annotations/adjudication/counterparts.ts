import type { TextRange } from '../../../../server/src/text/range.ts';
import type { TagGroup } from './tag-groups.ts';

/** How many groups may lie on one another and still be compared; beyond, the earliest of them are let go. */
const mostOpen = 64;
/** How many tags one difference may have at most, unless there are more sides: a person has to take it in. */
const mostTags = 12;

interface Link {
  readonly a: number;
  readonly b: number;
  /** The greater, the more likely the two mean the same; up to 3. */
  readonly weight: number;
  /** Whether they share little: then they are only linked if neither has another counterpart. */
  readonly weak: boolean;
}

/**
 * Puts together what the sides probably mean alike: groups on the same words, groups of one label that overlap, and
 * groups of any labels that share half of their words. Each goes with the one that it shares most with, so that tags
 * within tags do not make one heap of a paragraph. Takes time in proportion to the number of groups.
 *
 * What was decided together is together, and takes in no tag of those who were compared then: a correction of the
 * text opens nothing again.
 * @returns for each group the index of the set that it belongs to
 */
export function counterparts(groups: readonly TagGroup[], sideCount: number): readonly number[] {
  const sets = new Sets(groups);
  const decided = new Map<string, number>();
  groups.forEach(({ decision }, i) => {
    if (!decision) return;
    const first = decided.get(decision.key);
    if (first === undefined) decided.set(decision.key, i);
    else sets.join(first, i);
  });
  for (const { a, b, weak } of bestLinks(groups, sideCount)) {
    if (!mayMeet(groups[a]!, groups[b]!)) continue;
    if (sets.of(a) === sets.of(b)) continue;
    if (weak && (sets.groups(a) > 1 || sets.groups(b) > 1)) continue;
    if (sets.tags(a) + sets.tags(b) > Math.max(mostTags, sideCount)) continue;
    sets.join(a, b);
  }
  return groups.map((_, i) => sets.of(i));
}

function mayMeet(a: TagGroup, b: TagGroup): boolean {
  if (a.decision && b.decision) return false;
  return isNewTo(a, b) && isNewTo(b, a);
}

/** Whether a group has tags only of annotators who were not compared when the other was decided. */
function isNewTo({ tags }: TagGroup, { decision }: TagGroup): boolean {
  return !decision || tags.every(({ annotator }) => !decision.record.among.includes(annotator));
}

/** The best link of each group that not all sides have, the best of all first. */
function bestLinks(groups: readonly TagGroup[], sideCount: number): readonly Link[] {
  const best = new Map<number, Link>();
  const offer = (link: Link, to: number) => {
    const before = best.get(to);
    if (!before || link.weight > before.weight) best.set(to, link);
  };
  const order = groups
    .map((group, index) => ({
      group,
      index,
      start: group.bare[0]?.start ?? -1,
      end: group.bare.at(-1)?.end ?? -1,
    }))
    .filter(({ group, start }) => start >= 0 && group.tags.length < sideCount)
    .sort((x, y) => x.start - y.start || y.end - x.end || x.index - y.index);
  // Also where there is no place in the bare text: those on the whole document, or on blanks alone.
  const alike = new Map<string, number>();
  groups.forEach((group, index) => {
    if (group.tags.length >= sideCount) return;
    const key = JSON.stringify([group.scope, group.place, group.label]);
    const former = alike.get(key);
    const found = former !== undefined && linkOf(groups[former]!, group);
    alike.set(key, index);
    if (former === undefined || !found) return;
    const link = { a: former, b: index, ...found };
    offer(link, former);
    offer(link, index);
  });
  let open: typeof order = [];
  for (const next of order) {
    open = open.filter(({ end }) => end > next.start);
    if (open.length > mostOpen) open = open.slice(-mostOpen);
    for (const each of open) {
      const found = linkOf(each.group, next.group);
      if (!found) continue;
      const link = { a: each.index, b: next.index, ...found };
      offer(link, each.index);
      offer(link, next.index);
    }
    open.push(next);
  }
  return [...new Set(best.values())].sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
}

function linkOf(a: TagGroup, b: TagGroup): Pick<Link, 'weight' | 'weak'> | undefined {
  if (a.scope !== b.scope || a.tags.some(({ side }) => b.tags.some((other) => other.side === side)))
    return undefined;
  if (a.place === b.place) return { weight: a.label === b.label ? 3 : 2.5, weak: false };
  const shared = sharedLength(a.bare, b.bare);
  if (shared === 0) return undefined;
  const [x, y] = [lengthOf(a.bare), lengthOf(b.bare)];
  const likeness = shared / (x + y - shared);
  if (a.label === b.label) return { weight: 1 + likeness, weak: 2 * shared < Math.min(x, y) };
  return likeness >= 0.5 ? { weight: likeness, weak: false } : undefined;
}

function lengthOf(ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** How many units both have; each is sorted, its ranges apart. */
function sharedLength(a: readonly TextRange[], b: readonly TextRange[]): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
    if (x.end <= y.end) i += 1;
    else j += 1;
  }
  return shared;
}

/** Groups that are put together, by their indices. */
class Sets {
  readonly #parents: number[];
  readonly #groups: number[];
  readonly #tags: number[];

  constructor(groups: readonly TagGroup[]) {
    this.#parents = groups.map((_, i) => i);
    this.#groups = groups.map(() => 1);
    this.#tags = groups.map(({ tags }) => tags.length);
  }

  of(group: number): number {
    let root = group;
    while (this.#parents[root] !== root) {
      this.#parents[root] = this.#parents[this.#parents[root]!]!;
      root = this.#parents[root]!;
    }
    return root;
  }

  groups(group: number): number {
    return this.#groups[this.of(group)]!;
  }

  tags(group: number): number {
    return this.#tags[this.of(group)]!;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a === b) return;
    this.#parents[b] = a;
    this.#groups[a]! += this.#groups[b]!;
    this.#tags[a]! += this.#tags[b]!;
  }
}
