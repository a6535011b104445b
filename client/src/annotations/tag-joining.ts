import type { UnknownParts } from './annotation.ts';
import { onlyBlanks } from './bare-text.ts';
import { distinct, redirected } from './links.ts';

import { type EntryState, type Fragment, followed, type Said } from './tag-entry.ts';
import type { TrackedSpans } from './tracked-spans.ts';

/** A tag that is to be one with others. */
export interface Joining {
  readonly id: string;
  readonly state: EntryState;
}

/**
 * Several tags as one: the words of all, and what any of them says. Where they contradict each other the first
 * counts, whose label, creator and time of making it keeps. It is accepted: a person put it together.
 */
export function joinedState(tags: readonly [Joining, ...Joining[]], spans: TrackedSpans): EntryState {
  const [first] = tags;
  const says = tags.map(({ state }) => state.said);
  const ids = new Set(tags.map(({ id }) => id));
  const relations = says.flatMap((said) => redirected(said.relations, ids, first.id, first.id));
  const chain = says.find((said) => said.chain)?.chain;
  const unknown = joinedUnknown(says);
  const said: Said = {
    ...first.state.said,
    review: 'accepted',
    attributes: together(says.map(({ attributes }) => attributes)),
    note: [...new Set(says.map(({ note }) => note))].filter((note) => note !== '').join('\n'),
    relations: distinct(relations),
    ...(chain && { chain }),
    ...(unknown && { unknown }),
  };
  const fragments = tags.flatMap(({ state }) => state.fragments);
  return { said, fragments: joinedFragments(fragments, spans) };
}

/** What touches, overlaps or has only white space between is one fragment; lost ones wait beside them. */
function joinedFragments(fragments: readonly Fragment[], spans: TrackedSpans): readonly Fragment[] {
  const sorted = [...fragments].sort(
    (a, b) => spans.start(a.row) - spans.start(b.row) || spans.end(b.row) - spans.end(a.row),
  );
  const groups: { start: number; end: number; members: Fragment[] }[] = [];
  for (const fragment of sorted) {
    const { row } = fragment;
    if (spans.isLost(row)) continue;
    const last = groups.at(-1);
    if (last && onlyBlanks(spans.text, last.end, spans.start(row))) {
      last.end = Math.max(last.end, spans.end(row));
      last.members.push(fragment);
    } else groups.push({ start: spans.start(row), end: spans.end(row), members: [fragment] });
  }
  const rows = new Set<number>();
  const lost = sorted.filter(({ row }) => {
    if (!spans.isLost(row) || rows.has(row)) return false;
    rows.add(row);
    return true;
  });
  const kept = groups.map(({ start, end, members }) => {
    // A fragment that is followed already comes back exactly when the text is undone.
    const whole = members.find(({ row }) => spans.start(row) === start && spans.end(row) === end);
    return whole ?? followed({ start, end }, spans);
  });
  return [...kept, ...lost].sort((a, b) => spans.start(a.row) - spans.start(b.row));
}

/** What their files say beyond what is understood, apart from their places, which are no longer what they were. */
function joinedUnknown(says: readonly Said[]): UnknownParts | undefined {
  const parts = says.flatMap(({ unknown }) => (unknown ? [unknown] : []));
  if (parts.length === 0) return undefined;
  const first = says[0]!.unknown ?? {};
  const bodies = parts.flatMap((part) => part.bodies ?? []);
  const relations = parts.flatMap((part) => part.relations ?? []);
  const members = together(parts.map((part) => part.members ?? {}));
  const attributes = together(parts.map((part) => part.attributes ?? {}));
  return {
    ...first,
    ...(bodies.length > 0 && { bodies }),
    ...(relations.length > 0 && { relations }),
    ...(Object.keys(members).length > 0 && { members }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}

/** The members of all; the first that has a name counts. A name may be `__proto__`, so that none is assigned. */
function together<Value>(objects: readonly { readonly [name: string]: Value }[]): {
  readonly [name: string]: Value;
} {
  return Object.fromEntries([...objects].reverse().flatMap((each) => Object.entries(each)));
}
