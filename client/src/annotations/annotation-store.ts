import type { TextRange } from '../../../server/src/text/range.ts';
import type { Annotation, Relation } from './annotation.ts';
import { ledToCopies, redirected, withoutTargets } from './links.ts';
import { quoteOf } from './quote.ts';
import { compareMade, snapshotOf, tagsAt, tagsWithin } from './snapshot.ts';
import { taggableSpans } from './span-joining.ts';
import type {
  AnnotationDraft,
  AnnotationSnapshot,
  AnnotationStore,
  StoreEvent,
  StoreSurroundings,
  TagChange,
} from './store.ts';
import { changedSaid, draftSaid, retaken, splitSaid } from './tag-change.ts';
import {
  annotationOf,
  type Entry,
  type EntryState,
  type Fragment,
  followed,
  type Said,
  stateOf,
  stateWith,
} from './tag-entry.ts';
import { TagHistory, type TagStep } from './tag-history.ts';
import { joinedState } from './tag-joining.ts';
import { splitFragments } from './tag-splitting.ts';
import { TrackedSpans } from './tracked-spans.ts';

type Step = TagStep<Entry, EntryState | null>;

/** A store for the tags of one document; see AnnotationStore. Offsets of the annotations: UTF-16 in `text`. */
export function createAnnotationStore(
  text: string,
  annotations: readonly Annotation[],
  surroundings: StoreSurroundings,
): AnnotationStore {
  let spans = new TrackedSpans('');
  let entries = new Map<string, Entry>();
  let order: Entry[] = [];
  const history = new TagHistory<Entry, EntryState | null>();
  const listeners = new Set<(event: StoreEvent) => void>();
  let version = 0;
  let snapshot: AnnotationSnapshot | null = null;

  load(text, annotations);

  function load(newText: string, loaded: readonly Annotation[]): void {
    spans = new TrackedSpans(newText);
    entries = new Map();
    order = [];
    history.clear();
    for (const annotation of loaded) {
      const entry: Entry = { id: annotation.id, state: stateOf(annotation, spans) };
      entries.set(entry.id, entry);
      order.push(entry);
    }
  }

  function changed(kind: StoreEvent['kind']): void {
    version += 1;
    snapshot = null;
    for (const listener of [...listeners]) listener({ kind, version });
  }

  /** Makes these the states of tags, as one step of undo, unless it is not to be taken back. */
  function commit(states: ReadonlyMap<Entry, EntryState | null>, isStep = true): void {
    const changes = Array.from(states, ([thing, after]) => ({ thing, before: thing.state, after }));
    if (changes.length === 0) return;
    if (isStep) history.push({ changes });
    apply(changes, 'after');
  }

  function apply(changes: Step['changes'], side: 'before' | 'after'): void {
    for (const change of changes) {
      const entry = change.thing;
      entry.state = change[side];
      if (!entries.has(entry.id)) {
        entries.set(entry.id, entry);
        order.push(entry);
      }
    }
    spans.endContinuation();
    changed('tags');
  }

  function present(id: string): (Entry & { state: EntryState }) | undefined {
    const entry = entries.get(id);
    return entry?.state ? (entry as Entry & { state: EntryState }) : undefined;
  }

  function presentEntries(ids: readonly string[]) {
    return [...new Set(ids)].flatMap((id) => present(id) ?? []);
  }

  function current(): AnnotationSnapshot {
    snapshot ??= takeSnapshot();
    return snapshot;
  }

  function takeSnapshot(): AnnotationSnapshot {
    const there = order.filter((entry) => annotationOf(entry, spans) !== undefined);
    // Kept in order, so that next time there is next to nothing to sort. What is gone goes to the end.
    there.sort((a, b) => compareMade(a.made!, b.made!));
    if (there.length < order.length) order = [...there, ...order.filter((entry) => entry.state === null)];
    else order = there;
    return { version, ...snapshotOf(there), canUndo: history.canUndo, canRedo: history.canRedo };
  }

  /** Whether the tag lies on exactly these ranges, none of its words lost. */
  function liesOn({ fragments }: EntryState, ranges: readonly TextRange[]): boolean {
    return (
      fragments.length === ranges.length &&
      fragments.every(
        ({ row }, i) => spans.start(row) === ranges[i]!.start && spans.end(row) === ranges[i]!.end,
      )
    );
  }

  function firstRange({ fragments: [first] }: EntryState): TextRange | undefined {
    return first && { start: spans.start(first.row), end: spans.end(first.row) };
  }

  /** The fragments on these ranges; those of the former that lie on one are kept, since the text's undo knows them. */
  function fragmentsOn(ranges: readonly TextRange[], former: readonly Fragment[] = []): Fragment[] {
    const live = former.filter(({ row }) => !spans.isLost(row));
    const there = new Map(live.map((fragment) => [spans.start(fragment.row), fragment]));
    return ranges.map((range) => {
      const same = there.get(range.start);
      return same && spans.end(same.row) === range.end ? same : followed(range, spans);
    });
  }

  function addAll(drafts: readonly AnnotationDraft[]): readonly Annotation[] {
    const states = new Map<Entry, EntryState | null>();
    const results = new Set<Entry>();
    const copies = new Map<string, string>();
    const labels = new Set(drafts.map(({ label }) => label));
    const alike = new Map<string, Entry[]>();
    const mayBeAlike = (label: string, first: TextRange | undefined): Entry[] => {
      const key = `${first?.start} ${first?.end} ${label}`;
      const list = alike.get(key) ?? [];
      if (list.length === 0) alike.set(key, list);
      return list;
    };
    for (const entry of entries.values()) {
      if (!entry.state || !labels.has(entry.state.said.label)) continue;
      mayBeAlike(entry.state.said.label, firstRange(entry.state)).push(entry);
    }
    for (const draft of drafts) {
      const scope = draft.scope ?? 'words';
      const wanted = [draft.range, ...(draft.fragments ?? [])];
      const ranges = scope === 'document' ? [] : taggableSpans(spans.text, wanted, draft.label);
      if (ranges.length === 0 && scope !== 'document') continue;
      const stateNow = (entry: Entry) => states.get(entry) ?? entry.state!;
      const there = mayBeAlike(draft.label, ranges[0]).find((entry) => {
        const state = stateNow(entry);
        return state.said.scope === scope && liesOn(state, ranges);
      });
      const now = surroundings.now();
      if (there) {
        results.add(there);
        if (draft.copyOf !== undefined) copies.set(draft.copyOf, there.id);
        const { said, fragments } = stateNow(there);
        const again = retaken(said, draft, now);
        if (again) states.set(there, { said: again, fragments });
        continue;
      }
      const entry: Entry = { id: surroundings.newId(), state: null };
      if (draft.copyOf !== undefined) copies.set(draft.copyOf, entry.id);
      states.set(entry, {
        said: draftSaid(draft, surroundings.creator, now),
        fragments: fragmentsOn(ranges),
      });
      mayBeAlike(draft.label, ranges[0]).push(entry);
      results.add(entry);
    }
    for (const [entry, state] of states) {
      const relations = state && ledToCopies(state.said.relations, copies);
      if (relations && relations !== state.said.relations)
        states.set(entry, { said: { ...state.said, relations }, fragments: state.fragments });
    }
    commit(states);
    return Array.from(results, (entry) => annotationOf(entry, spans)!);
  }

  function changeEach(changes: readonly TagChange[]): number {
    const states = new Map<Entry, EntryState | null>();
    for (const { id, change } of changes) {
      const entry = present(id);
      if (!entry) continue;
      const { said, fragments } = states.get(entry) ?? entry.state;
      const after = changedSaid(said, change, surroundings.now());
      if (after) states.set(entry, { said: after, fragments });
    }
    commit(states);
    return states.size;
  }

  /** Puts new relations in the states of all tags but those that are changed already. */
  function relink(
    states: Map<Entry, EntryState | null>,
    relinked: (said: Said, id: string) => readonly Relation[],
  ): void {
    for (const entry of entries.values()) {
      if (!entry.state || states.has(entry) || entry.state.said.relations.length === 0) continue;
      const { said, fragments } = entry.state;
      const relations = relinked(said, entry.id);
      if (relations === said.relations) continue;
      states.set(entry, { said: { ...said, relations, modified: surroundings.now() }, fragments });
    }
  }

  function setSpans(id: string, wanted: readonly TextRange[]): boolean {
    const entry = present(id);
    if (!entry || entry.state.said.scope === 'document') return false;
    const ranges = taggableSpans(spans.text, wanted, entry.state.said.label);
    if (ranges.length === 0) return false;
    if (liesOn(entry.state, ranges)) return true;
    const fragments = fragmentsOn(ranges, entry.state.fragments);
    const said = { ...entry.state.said, modified: surroundings.now() };
    commit(new Map([[entry, stateWith(said, fragments, entry.state)]]));
    return true;
  }

  return {
    get snapshot() {
      return current();
    },
    get text() {
      return spans.text;
    },
    add: (draft) => addAll([draft])[0] ?? null,
    addAll,
    remove(ids) {
      const removed = presentEntries(ids);
      const states = new Map<Entry, EntryState | null>(removed.map((entry) => [entry, null]));
      const gone = new Set(removed.map(({ id }) => id));
      if (gone.size > 0) relink(states, ({ relations }) => withoutTargets(relations, gone));
      commit(states);
      return removed.length;
    },
    replace(gone, put, isStep) {
      const states = new Map<Entry, EntryState | null>(presentEntries(gone).map((entry) => [entry, null]));
      for (const annotation of put) {
        const entry = entries.get(annotation.id) ?? { id: annotation.id, state: null };
        const state = stateOf(annotation, spans);
        const there = entry.state && annotationOf(entry, spans)!.spans;
        // What stays where it was is followed on, so that the text's undo still knows it.
        const stays =
          there?.length === annotation.spans.length &&
          there.every(({ start, end }, i) => {
            const span = annotation.spans[i]!;
            return start === span.start && end === span.end;
          });
        states.set(entry, stays ? { said: state.said, fragments: entry.state!.fragments } : state);
      }
      commit(states, isStep);
    },
    change: (ids, change) => changeEach(ids.map((id) => ({ id, change }))),
    changeEach,
    move: (id, range) => setSpans(id, [range]),
    setSpans,
    merge(ids) {
      const [first, ...others] = presentEntries(ids);
      if (!first || others.length === 0) return null;
      if (others.some(({ state }) => state.said.scope !== first.state.said.scope)) return null;
      const { said, fragments } = joinedState([first, ...others], spans);
      const whole = { ...said, modified: surroundings.now() };
      const states = new Map<Entry, EntryState | null>();
      states.set(first, stateWith(whole, fragments, first.state));
      for (const entry of others) states.set(entry, null);
      const gone = new Set(others.map(({ id }) => id));
      relink(states, ({ relations }, id) => redirected(relations, gone, first.id, id));
      commit(states);
      return annotationOf(first, spans)!;
    },
    split(id, offset) {
      const entry = present(id);
      const [head, ...tails] = (entry && splitFragments(entry.state, offset, spans)) ?? [];
      if (!entry || !head) return [];
      const now = surroundings.now();
      const { said } = entry.state;
      const states = new Map<Entry, EntryState | null>();
      states.set(entry, stateWith({ ...said, modified: now }, head, entry.state));
      for (const fragments of tails) {
        const part: Entry = { id: surroundings.newId(), state: null };
        const known = splitSaid(said, surroundings.creator, now);
        const targets = entry.state.fragments.length > 1 ? said.unknown?.targets : undefined;
        const whole = targets ? { ...known, unknown: { targets } } : known;
        states.set(part, stateWith(whole, fragments, entry.state));
      }
      commit(states);
      return Array.from(states.keys(), (part) => annotationOf(part, spans)!);
    },
    undo() {
      const step = history.undo();
      if (step) apply(step.changes, 'before');
      return step !== undefined;
    },
    redo() {
      const step = history.redo();
      if (step) apply(step.changes, 'after');
      return step !== undefined;
    },
    edit(edits, reason = 'edit') {
      if (spans.edit(edits, reason)) changed('text');
    },
    cursorMoved: (offset) => spans.cursorMoved(offset),
    load(newText, loaded) {
      load(newText, loaded);
      changed('tags');
    },
    get: (id) => {
      const entry = entries.get(id);
      return entry && annotationOf(entry, spans);
    },
    at: (offset) => tagsAt(current().anchored, offset),
    overlapping: ({ start, end }) => tagsWithin(current().anchored, start, end),
    linked: (id) => all().filter(({ relations }) => relations.some(({ target }) => target === id)),
    chainOf: (name) => all().filter(({ chain }) => chain === name),
    toStore: () =>
      all().map((annotation) => ({
        ...annotation,
        quotes: annotation.spans.map((span, i) =>
          span.start < span.end ? quoteOf(spans.text, span) : annotation.quotes[i]!,
        ),
      })),
    onDidChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function all(): Annotation[] {
    return [...current().anchored, ...current().orphans];
  }
}
