import {
  acceptAgreed,
  type Choice,
  decide,
  type SettledChange,
} from '../annotations/adjudication/deciding.ts';
import { type Comparison, compareSides } from '../annotations/adjudication/difference.ts';
import { recordOf } from '../annotations/adjudication/record.ts';
import { type LooseLink, withLinks } from '../annotations/adjudication/settled-links.ts';
import { type Item, type Settlement, settlementOf } from '../annotations/adjudication/settlement.ts';
import { keyOf, sourceKey } from '../annotations/adjudication/sides.ts';
import { decisionsOf } from '../annotations/adjudication/standing.ts';
import type { Annotation } from '../annotations/annotation.ts';
import type { AnnotationStore } from '../annotations/store.ts';
import { type Editing, editedTag, editingOf } from './editing.ts';
import type { ListedState } from './state.ts';

/** One whose tags are compared, with them as they are. */
export interface ComparedAnnotator {
  readonly annotator: string;
  readonly store: Pick<AnnotationStore, 'snapshot'>;
}

export interface SessionSurroundings {
  /** The settled set: all that the session does is kept there. */
  readonly settled: AnnotationStore;
  /** In the order of their columns; the same objects until others are compared. */
  sides(): readonly ComparedAnnotator[];
  /** Who decides, as a name to show. */
  readonly by: string;
  /** ISO 8601, UTC. */
  now(): string;
}

/** A person at work on the differences of one statement: which one is looked at, and what is done with it. */
export class AdjudicationSession {
  readonly #surroundings: SessionSurroundings;
  #comparison: { readonly of: readonly unknown[]; readonly comparison: Comparison } | undefined;
  #settlement: { readonly of: readonly unknown[]; readonly settlement: Settlement } | undefined;
  #current: string | undefined;
  /** Where the current difference was when it was last seen; UTF-16 raw. */
  #place = 0;
  #shown: ListedState = 'open';
  #label: string | undefined;
  /** Tags that are being written, by their differences: who looks at another one meanwhile loses nothing. */
  readonly #edits = new Map<string, Editing>();
  #loose: { readonly of: Settlement; readonly links: readonly LooseLink[] } | undefined;
  /** The differences that were decided, for what is taken back. */
  readonly #decided: string[] = [];

  constructor(surroundings: SessionSurroundings) {
    this.#surroundings = surroundings;
  }

  get text(): string {
    return this.#surroundings.settled.text;
  }

  /** How far the tags are settled as they are now; the same object until something changes. */
  get settlement(): Settlement {
    const comparison = this.#compared();
    const { snapshot } = this.#surroundings.settled;
    const of = [comparison, snapshot];
    if (!sameItems(this.#settlement?.of, of)) {
      this.#settlement = { of, settlement: settlementOf(comparison, settledTags(snapshot)) };
    }
    return this.#settlement!.settlement;
  }

  #compared(): Comparison {
    const { settled } = this.#surroundings;
    const sides = this.#surroundings.sides();
    const of = [settled.text, ...sides.map(({ store }) => store.snapshot.anchored)];
    if (!sameItems(this.#comparison?.of, of)) {
      const compared = sides.map(({ annotator, store }) => ({ annotator, tags: store.snapshot.anchored }));
      // What was decided stays apart from what was not, as it would after a new start.
      const decisions = decisionsOf(settledTags(settled.snapshot));
      this.#comparison = { of, comparison: compareSides(compared, settled.text, decisions) };
    }
    return this.#comparison!.comparison;
  }

  get shown(): ListedState {
    return this.#shown;
  }

  get label(): string | undefined {
    return this.#label;
  }

  /** The tag that is being written for the difference that is looked at. */
  get editing(): Editing | undefined {
    const { current } = this;
    return current && this.#edits.get(current.difference.id);
  }

  set editing(editing: Editing | undefined) {
    const { current } = this;
    if (editing) this.#edits.set(editing.difference, editing);
    else if (current) this.#edits.delete(current.difference.id);
  }

  /** A tag of the settled set. */
  settledTag(id: string): Annotation | undefined {
    return this.#surroundings.settled.get(id);
  }

  /** Relations of the annotators' tags that no settled tag has. */
  get looseLinks(): readonly LooseLink[] {
    const { settlement } = this;
    if (this.#loose?.of !== settlement) {
      const tags = settledTags(this.#surroundings.settled.snapshot);
      const { loose } = withLinks(tags, { gone: [], put: [] }, settlement.comparison, '');
      this.#loose = { of: settlement, links: loose };
    }
    return this.#loose.links;
  }

  /** The differences that are listed, in order of place; the current one is among them, also where it is no longer meant. */
  get listed(): readonly Item[] {
    const { items } = this.settlement;
    return items.filter((item) => this.#isListed(item) || item.difference.id === this.#current);
  }

  #isListed({ state, difference, decision, former }: Item): boolean {
    if (this.#shown !== 'all' && this.#shown !== state) return false;
    const wanted = this.#label;
    if (wanted === undefined || difference.tags.some(({ tag }) => tag.label === wanted)) return true;
    const settled = [...(decision ? [decision] : []), ...former].flatMap((each) => each.settled);
    return settled.some(({ label }) => label === wanted);
  }

  /** The difference that is looked at; where it has gone, the one that is next from there on. */
  get current(): Item | undefined {
    const { items } = this.settlement;
    const current = items.find(({ difference }) => difference.id === this.#current);
    if (current) {
      this.#place = current.difference.place.start;
      return current;
    }
    const listed = items.filter((item) => this.#isListed(item));
    const next = listed.find(({ difference }) => difference.place.start >= this.#place) ?? listed[0];
    this.#current = next?.difference.id;
    return next;
  }

  choose(difference: string): void {
    if (this.#find(difference)) this.#goTo(difference);
  }

  /** Goes to the next of the listed differences, or to the one before; stays where there is none. */
  step(by: 1 | -1): void {
    const { current } = this;
    if (!current) return;
    const { listed } = this;
    const next = listed[listed.indexOf(current) + by];
    if (next) this.#goTo(next.difference.id);
  }

  show(shown: ListedState, label: string | undefined): void {
    this.#shown = shown;
    this.#label = label;
    const { current } = this;
    if (current && this.#isListed(current)) return;
    this.#current = undefined;
  }

  /** Writes what the annotators agree on; not a step that can be taken back. Returns on how much that is new. */
  acceptAgreed(): number {
    const { items, comparison } = this.settlement;
    const change = acceptAgreed(items, comparison, this.#decider());
    if (change.put.length > 0) this.#apply(change, false);
    return change.put.length;
  }

  /** Decides a difference, and goes on to the next that is open. False where it is no longer there. */
  decide(difference: string, choice: Choice): boolean {
    const item = this.#find(difference);
    if (!item) return false;
    this.#apply(decide(item, choice, this.#compared(), this.#decider()), true);
    this.#decided.push(difference);
    this.#edits.delete(difference);
    this.#goOn(item);
    return true;
  }

  /** Begins to write a tag: as the settled one is, else as the first side has it. False where there is none. */
  edit(difference: string): boolean {
    const item = this.#find(difference);
    const settled = [...(item?.decision ? [item.decision] : []), ...(item?.former ?? [])].flatMap(
      (each) => each.settled,
    );
    const accepted = settled.find(({ review }) => review === 'accepted');
    const tags = item?.difference.tags ?? [];
    const tag = accepted ?? tags[0]?.tag;
    if (!tag) return false;
    const source = recordOf(tag)?.of.find(({ taken }) => taken);
    const from = tags.findIndex((each) => source && keyOf(each) === sourceKey(source));
    const base = tags.length === 0 ? settled.indexOf(tag) : Math.max(0, from);
    this.#goTo(difference);
    this.editing = editingOf(difference, tag, base);
    return true;
  }

  /** Settles what was written. False where that is not possible: nothing is left of its words. */
  saveEdit(): boolean {
    const { editing } = this;
    const tag = editing && editedTag(editing, this.text);
    return tag ? this.decide(editing.difference, { type: 'edit', tag }) : false;
  }

  get canUndo(): boolean {
    return this.#surroundings.settled.snapshot.canUndo;
  }

  /** Takes the last decision back, and goes to its difference. */
  undo(): boolean {
    if (!this.#surroundings.settled.undo()) return false;
    const difference = this.#decided.pop();
    if (difference !== undefined && this.#find(difference)) this.#goTo(difference);
    return true;
  }

  #find(difference: string): Item | undefined {
    return this.settlement.items.find((item) => item.difference.id === difference);
  }

  #goTo(difference: string): void {
    this.#current = difference;
    const item = this.#find(difference);
    if (item) this.#place = item.difference.place.start;
  }

  /** To the next open difference of those that are listed, or with any label; from the end on to the first one. */
  #goOn(from: Item): void {
    const { items } = this.settlement;
    const at = items.findIndex(({ difference }) => difference.id === from.difference.id);
    const rest = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
    const open = rest.filter(({ state }) => state === 'open');
    const wanted = open.find((item) => this.#shown !== 'open' || this.#isListed(item));
    const next = wanted ?? open[0];
    if (next) this.#goTo(next.difference.id);
    else if (at >= 0) this.#goTo(from.difference.id);
  }

  #apply(change: SettledChange, isStep: boolean): void {
    const { settled } = this.#surroundings;
    const linked = withLinks(
      settledTags(settled.snapshot),
      change,
      this.#compared(),
      this.#surroundings.now(),
    );
    settled.replace(linked.gone, linked.put, isStep);
  }

  #decider() {
    const { by, now } = this.#surroundings;
    return { by, at: now(), text: this.text };
  }
}

function settledTags({ anchored, orphans }: AnnotationStore['snapshot']): readonly Annotation[] {
  return [...anchored, ...orphans];
}

function sameItems(a: readonly unknown[] | undefined, b: readonly unknown[]): boolean {
  return a !== undefined && a.length === b.length && a.every((each, i) => each === b[i]);
}
