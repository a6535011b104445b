/**
 * What the tagging panel's page shows. Free of vscode and Node: both sides import it. Every list is bounded, whatever
 * the statement holds, and its entries have ids, so that a change is told by the entries that changed (see patch.ts).
 */

/** A label as the palette shows it. */
export interface LabelView {
  readonly id: string;
  readonly name: string;
  /** For light and for dark themes, each `#rrggbb`. */
  readonly colour: { readonly light: string; readonly dark: string };
  /** The digit or capital letter that tags with it. */
  readonly key?: string;
  readonly description?: string;
  /** The id of a group in the list of groups; absent: none. */
  readonly group?: string;
  /** Whether it has a guideline. */
  readonly guideline: boolean;
  /** How many accepted tags of the document carry it. */
  readonly count: number;
  /** How many suggestions wait for an answer. */
  readonly pending: number;
}

/** A label that tags carry and the scheme does not have. */
export interface UnknownLabelView {
  readonly id: string;
  /** How many tags carry it, those that have lost their words included. */
  readonly count: number;
}

export interface GroupView {
  readonly id: string;
  readonly name: string;
}

/** What may be said of a tag beside its label. */
export interface AttributeView {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly kind: 'flag' | 'choice' | 'text' | 'number';
  readonly choices: readonly GroupView[];
}

export type FieldValue = string | number | boolean;

/** An attribute that a tag has, or can have. */
export interface FieldView {
  /** The id of an attribute; where the list of attributes does not hold it, it is shown by its id. */
  readonly id: string;
  /** Absent: not set. */
  readonly value?: FieldValue;
  /** Whether the scheme has this attribute for this label, and allows this value. */
  readonly fits: boolean;
}

/** A link from or to a tag. */
export interface LinkView {
  /** The id of a relation. */
  readonly type: string;
  readonly name: string;
  /** The id of the tag at the other end. */
  readonly tag: string;
  /** Its words, and its label's name; absent where that tag is gone. */
  readonly words?: string;
  readonly label?: string;
}

/** The tags that mean the same thing. */
export interface ChainView {
  readonly name: string;
  /** How many there are; not all of them need be listed. */
  readonly size: number;
  readonly members: readonly { readonly id: string; readonly words: string }[];
}

/** A tag at the cursor, on its section, or on the whole document. */
export interface TagView {
  readonly id: string;
  /** The id of a label; one that the palette does not hold has its name and colours in `unknown`. */
  readonly label: string;
  readonly unknown?: LabelView;
  readonly scope: 'words' | 'section' | 'document';
  /** The tagged words as clean text; empty for the whole document. */
  readonly words: string;
  readonly fragments: number;
  readonly note: string;
  readonly fields: readonly FieldView[];
  readonly links: readonly LinkView[];
  /** Those that lead here. */
  readonly backlinks: readonly LinkView[];
  readonly chain?: ChainView;
  readonly creator: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly review: 'accepted' | 'suggested' | 'rejected';
}

/** A suggestion that waits for an answer. */
export interface SuggestionView {
  readonly id: string;
  readonly label: string;
  readonly unknown?: LabelView;
  /** Clean words, with some of their paragraph. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** What is known of it, as name and value. */
  readonly details: readonly (readonly [name: string, value: string])[];
  /** What was carried over from elsewhere: the words that stand there. */
  readonly inherited?: string;
  /** How many of its label wait in its section, and in the document. */
  readonly inSection: number;
  readonly inDocument: number;
}

export interface QueueView {
  /** How many wait, of the label that is asked for or of all. */
  readonly total: number;
  /** The place of the first that is listed, from 1; 0 where there is none. */
  readonly first: number;
  /** The id of the listed one that is next from the cursor on. */
  readonly next?: string;
  /** Only suggestions of this label are listed. */
  readonly label?: string;
}

/** A part of the document, with how far it is done. */
export interface PartView {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly count: number;
  readonly pending: number;
  readonly reviewed: boolean;
}

export interface ProgressView {
  readonly reviewed: number;
  /** The whole document is marked as finished. */
  readonly finished: boolean;
  /** Of all parts; not all of them need be listed. */
  readonly total: number;
  /** The id of the part in which the cursor is. */
  readonly here?: string;
}

/** The guideline that is open. */
export interface GuidelineView {
  readonly label: string;
  readonly name: string;
  readonly description: string;
  /** Markdown; empty where nobody wrote one. */
  readonly text: string;
}

/** Something that keeps tags from being kept, in words for a person. */
export interface ProblemView {
  readonly message: string;
  /** What the button beside the message says; pressing it sends `open` of the annotations file. */
  readonly action?: string;
}

export interface TopView {
  /** Whether a statement is open whose tags have been read. */
  readonly statement: boolean;
  /** Clean words of the selection; empty where nothing is selected. */
  readonly selection: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly orphans: number;
  /** How many tags lie at the cursor; not all of them need be listed. */
  readonly tagsHere: number;
  readonly problem?: ProblemView;
}

/** All that the page shows, in slices that change apart. */
export interface PanelState {
  readonly top: TopView;
  readonly groups: readonly GroupView[];
  readonly labels: readonly LabelView[];
  /** Those of the most tags first; not all of them need be listed. */
  readonly unknownLabels: readonly UnknownLabelView[];
  readonly attributes: readonly AttributeView[];
  readonly guideline: GuidelineView | null;
  /** Tags at the cursor, the innermost first. */
  readonly tags: readonly TagView[];
  /** Tags on the section of the cursor and on the whole document. */
  readonly wider: readonly TagView[];
  readonly queue: QueueView;
  readonly suggestions: readonly SuggestionView[];
  readonly progress: ProgressView;
  readonly parts: readonly PartView[];
}

/** Where no statement is open. */
export const noStatement: PanelState = {
  top: { statement: false, selection: '', canUndo: false, canRedo: false, orphans: 0, tagsHere: 0 },
  groups: [],
  labels: [],
  unknownLabels: [],
  attributes: [],
  guideline: null,
  tags: [],
  wider: [],
  queue: { total: 0, first: 0 },
  suggestions: [],
  progress: { reviewed: 0, total: 0, finished: false },
  parts: [],
};

/** A colour that is safe to hand to a style sheet: `#rrggbb`, or undefined. */
export function readColour(colour: string): string | undefined {
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : undefined;
}
