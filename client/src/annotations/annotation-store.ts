import type { TextRange } from '../../../server/src/text/range.ts';
import { type Annotation, type Attributes, extent } from './annotation.ts';
import { isBlank } from './bare-text.ts';
import { sicLabelId } from './labels.ts';
import { splitsCharacter } from './offsets.ts';
import { quoteOf } from './quote.ts';
import type {
  AnnotationChange,
  AnnotationDraft,
  AnnotationSnapshot,
  AnnotationStore,
  StoreEvent,
  StoreSurroundings,
} from './store.ts';
import { TagHistory, type TagStep } from './tag-history.ts';
import { TrackedSpans } from './tracked-spans.ts';

/** What a tag says; where it lies is known by its row among the tracked spans. */
type Said = Omit<Annotation, 'id' | 'spans' | 'state'>;

interface EntryState {
  readonly said: Said;
  readonly row: number;
}

/** One tag that is or was there; null while it is not. Removed ones stay for undo, and their spans move on with the text. */
interface Entry {
  readonly id: string;
  state: EntryState | null;
  /** The annotation as last handed out, with the state it was made from. */
  made?: Made;
}

interface Made extends TextRange {
  readonly from: EntryState;
  readonly annotation: Annotation;
}

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
      const { id, spans: _, state, ...said } = annotation;
      const range = wholeCharacters(newText, extent(annotation));
      const lost = state === 'orphan' || range.start === range.end;
      const entry: Entry = { id, state: { said, row: spans.add(range, lost ? said.quotes[0] : undefined) } };
      entries.set(id, entry);
      order.push(entry);
    }
  }

  function changed(kind: StoreEvent['kind']): void {
    version += 1;
    snapshot = null;
    for (const listener of [...listeners]) listener({ kind, version });
  }

  function commit(changes: Step['changes']): void {
    if (changes.length === 0) return;
    history.push({ changes });
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

  function make(entry: Entry): Annotation | undefined {
    const { state, made } = entry;
    if (!state) return undefined;
    const start = spans.start(state.row);
    const end = spans.end(state.row);
    const lost = spans.isLost(state.row);
    if (made?.from === state && made.start === start && made.end === end) {
      if ((made.annotation.state === 'orphan') === lost) return made.annotation;
    }
    const annotation: Annotation = {
      ...state.said,
      id: entry.id,
      spans: [{ start, end }],
      state: lost ? 'orphan' : 'anchored',
      quotes: [(lost && spans.lostQuote(state.row)) || state.said.quotes[0]!],
    };
    entry.made = { from: state, annotation, start, end };
    return annotation;
  }

  function presentEntries(ids: readonly string[]): Entry[] {
    return [...new Set(ids)].flatMap((id) => {
      const entry = entries.get(id);
      return entry?.state ? [entry] : [];
    });
  }

  function current(): AnnotationSnapshot {
    snapshot ??= takeSnapshot();
    return snapshot;
  }

  function takeSnapshot(): AnnotationSnapshot {
    const there = order.filter((entry) => make(entry) !== undefined);
    // Kept in order, so that next time there is next to nothing to sort. What is gone goes to the end.
    there.sort((a, b) => compareMade(a.made!, b.made!));
    if (there.length < order.length) order = [...there, ...order.filter((entry) => entry.state === null)];
    else order = there;
    const anchored: Annotation[] = [];
    const orphans: Annotation[] = [];
    const counts = new Map<string, number>();
    for (const entry of there) {
      const { annotation } = entry.made!;
      if (annotation.state === 'orphan') {
        orphans.push(annotation);
        continue;
      }
      anchored.push(annotation);
      if (annotation.review === 'accepted') {
        counts.set(annotation.label, (counts.get(annotation.label) ?? 0) + 1);
      }
    }
    return { version, anchored, orphans, counts, canUndo: history.canUndo, canRedo: history.canRedo };
  }

  function alike(draft: AnnotationDraft, range: TextRange): Annotation | undefined {
    const review = draft.review ?? 'accepted';
    for (const entry of entries.values()) {
      const { state } = entry;
      if (state?.said.label !== draft.label || state.said.review !== review) continue;
      if (spans.isLost(state.row)) continue;
      if (spans.start(state.row) === range.start && spans.end(state.row) === range.end) return make(entry);
    }
    return undefined;
  }

  function addAll(drafts: readonly AnnotationDraft[]): readonly Annotation[] {
    const changes: { thing: Entry; before: EntryState | null; after: EntryState | null }[] = [];
    const results: { entry?: Entry; there?: Annotation }[] = [];
    for (const draft of drafts) {
      const range = taggable(spans.text, draft.range, draft.label);
      if (!range) continue;
      const there = alike(draft, range);
      if (there) {
        results.push({ there });
        continue;
      }
      const now = surroundings.now();
      const said: Said = {
        label: draft.label,
        attributes: draft.attributes ?? {},
        note: draft.note ?? '',
        creator: surroundings.creator,
        created: now,
        modified: now,
        review: draft.review ?? 'accepted',
        quotes: [quoteOf(spans.text, range)],
        scope: draft.scope ?? 'words',
        relations: draft.relations ?? [],
        ...(draft.chain ? { chain: draft.chain } : {}),
      };
      const entry: Entry = { id: surroundings.newId(), state: null };
      changes.push({ thing: entry, before: null, after: { said, row: spans.add(range) } });
      results.push({ entry });
    }
    commit(changes);
    return results.map((result) => result.there ?? make(result.entry!)!);
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
      const changes = presentEntries(ids).map((entry) => ({
        thing: entry,
        before: entry.state,
        after: null,
      }));
      commit(changes);
      return changes.length;
    },
    change(ids, change) {
      const changes = presentEntries(ids)
        .filter((entry) => differs(entry.state!.said, change))
        .map((entry) => {
          const said = { ...entry.state!.said, ...given(change), modified: surroundings.now() };
          return { thing: entry, before: entry.state, after: { said, row: entry.state!.row } };
        });
      commit(changes);
      return changes.length;
    },
    move(id, wanted) {
      const entry = entries.get(id);
      if (!entry?.state) return false;
      const range = taggable(spans.text, wanted, entry.state.said.label);
      if (!range) return false;
      const said = {
        ...entry.state.said,
        modified: surroundings.now(),
        quotes: [quoteOf(spans.text, range)],
      };
      commit([{ thing: entry, before: entry.state, after: { said, row: spans.add(range) } }]);
      return true;
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
      return entry && make(entry);
    },
    at(offset) {
      const reaching = (range: TextRange) => range.start <= offset && offset <= range.end;
      return current()
        .anchored.filter((annotation) => reaching(extent(annotation)))
        .sort((a, b) => innermostFirst(extent(a), extent(b)));
    },
    overlapping(range) {
      return current().anchored.filter((annotation) => {
        const { start, end } = extent(annotation);
        return start < range.end && range.start < end;
      });
    },
    toStore() {
      return [...current().anchored, ...current().orphans].map((annotation) =>
        annotation.state === 'orphan'
          ? annotation
          : { ...annotation, quotes: [quoteOf(spans.text, extent(annotation))] },
      );
    },
    onDidChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** As comparePlace, without making ranges. */
function compareMade(a: Made, b: Made): number {
  return a.start - b.start || b.end - a.end || (a.annotation.id < b.annotation.id ? -1 : 1);
}

/** The members that the change gives. */
function given(change: AnnotationChange): Partial<Said> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function differs(said: Said, change: AnnotationChange): boolean {
  return (
    (change.label !== undefined && change.label !== said.label) ||
    (change.note !== undefined && change.note !== said.note) ||
    (change.review !== undefined && change.review !== said.review) ||
    (change.attributes !== undefined && !sameAttributes(change.attributes, said.attributes))
  );
}

function sameAttributes(a: Attributes, b: Attributes): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function innermostFirst(a: TextRange, b: TextRange): number {
  return a.end - a.start - (b.end - b.start) || b.start - a.start;
}

/**
 * The range as it can be tagged: whole characters, without white space at its ends, which no label means
 * (but “as printed” may mean just that). Null where nothing is left.
 */
function taggable(text: string, wanted: TextRange, label: string): TextRange | null {
  let { start, end } = wholeCharacters(text, wanted);
  if (label !== sicLabelId) {
    while (start < end && isBlank(text.charCodeAt(start))) start += 1;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  }
  return start < end ? { start, end } : null;
}

/** The range within the text, widened so that it cuts no surrogate pair and no CRLF. */
function wholeCharacters(text: string, range: TextRange): TextRange {
  let start = Math.max(0, Math.min(range.start, range.end, text.length));
  let end = Math.min(text.length, Math.max(range.start, range.end, 0));
  if (start === end) return { start, end };
  if (splitsCharacter(text, start)) start -= 1;
  if (splitsCharacter(text, end)) end += 1;
  return { start, end };
}
