import type { Edit } from '../../../server/src/text/edit.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import type { Annotation, Attributes, Relation, Review, Scope } from './annotation.ts';
import type { EditReason } from './text-history.ts';

export type { EditReason };

/** What is needed to make a tag; the store adds id, creator, times and quote. */
export interface AnnotationDraft {
  readonly label: string;
  /** UTF-16 raw; widened so that it never cuts a surrogate pair or a CRLF. */
  readonly range: TextRange;
  /** Further fragments; UTF-16 raw, in any order. */
  readonly fragments?: readonly TextRange[];
  /** Default: the words. */
  readonly scope?: Scope;
  readonly relations?: readonly Relation[];
  readonly chain?: string;
  readonly note?: string;
  readonly attributes?: Attributes;
  /** Default: accepted. */
  readonly review?: Review;
  /** The id of the tag that this is to be a copy of: relations of the other drafts to it lead to the copy. */
  readonly copyOf?: string;
}

/** What a tag says; members that are absent stay as they are. */
export interface AnnotationChange {
  readonly label?: string;
  readonly note?: string;
  readonly attributes?: Attributes;
  readonly review?: Review;
  readonly relations?: readonly Relation[];
  /** An empty name takes it out of its chain. */
  readonly chain?: string;
}

/** What one of several tags is to say. */
export interface TagChange {
  readonly id: string;
  readonly change: AnnotationChange;
}

/** The tags of one document at one moment. A value: it never changes. */
export interface AnnotationSnapshot {
  /** Grows with every change of tags or text. */
  readonly version: number;
  /**
   * The anchored tags, in order of place (see comparePlace), whatever their review. Those of the whole document,
   * which have no span, are among them.
   */
  readonly anchored: readonly Annotation[];
  /** The tray: tags whose words are gone, in order of their last place. */
  readonly orphans: readonly Annotation[];
  /** How many accepted tags that are anchored carry each label. */
  readonly counts: ReadonlyMap<string, number>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** tags: what is tagged changed, so it must be stored; text: tags only moved with the text, or were lost or found by it. */
export interface StoreEvent {
  readonly kind: 'tags' | 'text';
  readonly version: number;
}

/** What the store must be given: nothing here reads a clock or makes a random number. */
export interface StoreSurroundings {
  /** Who tags, as a name to show. */
  readonly creator: string;
  /** The time, ISO 8601, UTC. */
  now(): string;
  /** A new id, unlike any other: `urn:uuid:…`. */
  newId(): string;
}

/**
 * The tags of one document by one annotator. It follows the text by the editor's change events and holds
 * its own copy of it. All offsets are UTF-16 raw in the editor's text.
 */
export interface AnnotationStore {
  /** The tags now; the same object until something changes. */
  readonly snapshot: AnnotationSnapshot;
  /** The text as the store knows it: the editor's text, if every change was told. */
  readonly text: string;
  /**
   * Tags ranges without the white space at their ends (`sic` keeps it); those that overlap or have only white space
   * between them are one span. Null where nothing is left of them. The same label on the same spans again makes no
   * second tag: the one that is there is returned. If it was rejected and is tagged now, it is accepted, with what
   * the draft says; if it was suggested, it is accepted or rejected as the draft is.
   */
  add(draft: AnnotationDraft): Annotation | null;
  /** Tags many ranges as one step of the tagging's undo. */
  addAll(drafts: readonly AnnotationDraft[]): readonly Annotation[];
  /**
   * Removes tags, orphans among them, and the relations of others that lead to them, as one step of the tagging's
   * undo; unknown ids are passed over. Returns how many tags there were.
   */
  remove(ids: readonly string[]): number;
  /**
   * Takes tags away and puts others in, whole and as they are given, those with a known id in the place of that one.
   * Unknown ids are passed over.
   * @param isStep whether that is a step of the tagging's undo; by default it is
   */
  replace(gone: readonly string[], put: readonly Annotation[], isStep?: boolean): void;
  /** Changes what tags say, as one step of the tagging's undo. Returns how many changed. */
  change(ids: readonly string[], change: AnnotationChange): number;
  /** Changes what each of several tags says, as one step of the tagging's undo. Returns how many changed. */
  changeEach(changes: readonly TagChange[]): number;
  /** Puts a tag, mostly an orphan, on another range; false where there is no such tag or range. */
  move(id: string, range: TextRange): boolean;
  /**
   * Puts a tag on these spans, treated as in `add`; false where there is no such tag, where nothing is left of the
   * spans, or where it is a tag of the whole document. A fragment that stays where it was is followed on.
   */
  setSpans(id: string, spans: readonly TextRange[]): boolean;
  /**
   * Makes one tag of several, whatever their labels: the first, with the spans, attributes, notes and relations of
   * all (where two contradict each other, the first counts). It is accepted. Spans that overlap or have only white
   * space between them become one, others fragments. Relations that led to any of them lead to it. Null where there
   * are not two such tags, or where they are not all of one scope.
   */
  merge(ids: readonly string[]): Annotation | null;
  /**
   * Makes several tags of one. At an offset (UTF-16 raw) inside a span: what is before it and what is after it; at
   * any other, of a tag of several fragments, each fragment. The first keeps id, note and relations; the others have
   * its label, attributes, chain and review. Empty where there is nothing to split.
   */
  split(id: string, offset: number): readonly Annotation[];
  /** Takes back the last change of tags, at the place where the text is now; false where there is none. Never changes the text. */
  undo(): boolean;
  redo(): boolean;
  /**
   * The text changed. The edits count in the text before the event, in any order, not overlapping (as in
   * VS Code's contentChanges).
   * @throws RangeError where they do not fit the text: an event was missed, so load() is due.
   */
  edit(edits: readonly Edit[], reason?: EditReason): void;
  /** The cursor went to this offset: typing elsewhere no longer continues the last replacement. */
  cursorMoved(offset: number): void;
  /** Everything anew, as after the sidecar changed on disk. Forgets what could be undone. */
  load(text: string, annotations: readonly Annotation[]): void;
  get(id: string): Annotation | undefined;
  /**
   * The tags with a span on the character at this offset or just before it, the innermost first: accepted and
   * suggested ones, but none that is rejected, nor those of the whole document.
   */
  at(offset: number): readonly Annotation[];
  /** The tags that share a character with the range, in order of place; accepted and suggested ones, not rejected. */
  overlapping(range: TextRange): readonly Annotation[];
  /** The tags with a relation that leads to this one: anchored ones in order of place, then orphans. */
  linked(id: string): readonly Annotation[];
  /** The tags of a coreference chain: anchored ones in order of place, then orphans. */
  chainOf(name: string): readonly Annotation[];
  /** The tags as they are to be stored: quotes of anchored ones taken anew from the text. Orphans included. */
  toStore(): readonly Annotation[];
  /** Calls the listener after each change; returns what stops it. */
  onDidChange(listener: (event: StoreEvent) => void): () => void;
}
