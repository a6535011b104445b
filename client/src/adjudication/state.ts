/**
 * What the page shows on which annotators' tags are settled. Free of vscode and Node: both sides import it. Every list
 * is bounded, whatever the statement holds.
 */
import type { Aspect } from '../annotations/adjudication/difference.ts';
import type { DecisionKind } from '../annotations/adjudication/record.ts';
import type { ItemState } from '../annotations/adjudication/settlement.ts';
import type { AttributeView, FieldView, ProblemView } from '../panel/state.ts';

/** Which differences are listed. */
export const listedStates = ['open', 'settled', 'agreed', 'all'] as const;
export type ListedState = (typeof listedStates)[number];

export interface LabelLook {
  readonly id: string;
  readonly name: string;
  /** For light and for dark themes, each `#rrggbb`. */
  readonly colour: { readonly light: string; readonly dark: string };
}

/** A difference in the list. */
export interface EntryView {
  readonly id: string;
  readonly words: string;
  readonly state: ItemState;
  /** Whether it was settled once, and something has changed since. */
  readonly changed: boolean;
  readonly aspects: readonly Aspect[];
  /** Those of its tags, each once. */
  readonly labels: readonly LabelLook[];
}

/** A piece of the words, and whether a tag lies on it. */
export interface PieceView {
  readonly text: string;
  readonly marked: boolean;
}

/** What a tag says. */
export interface SaidView {
  readonly label: LabelLook;
  readonly words: string;
  /** Name and value; of a flag, an empty value. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly note: string;
  /** The relation's name, and the words that it leads to. */
  readonly relations: readonly (readonly [name: string, words: string])[];
  readonly chain: string;
}

/** What one annotator has there, or what is settled. */
export interface ColumnView {
  /** The name to show. */
  readonly name: string;
  readonly pieces: readonly PieceView[];
  /** None: the annotator has no tag there. */
  readonly tags: readonly SaidView[];
  /** Whether the decision that stands took this. */
  readonly taken: boolean;
}

/** How it was settled. */
export interface DecisionView {
  readonly decision: DecisionKind;
  /** Whose tags were taken. */
  readonly from?: string;
  /** Whether that one had none there. */
  readonly none: boolean;
  /** Who decided; empty where no name is known. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The difference that is looked at. */
export interface CurrentView {
  readonly id: string;
  readonly state: ItemState;
  readonly aspects: readonly Aspect[];
  /** Words of the paragraph beside it. */
  readonly before: string;
  readonly after: string;
  /** One for each annotator; none where all have removed their tags since it was settled. */
  readonly columns: readonly ColumnView[];
  /** What is settled there now; absent: nothing. */
  readonly settled?: ColumnView;
  readonly decision?: DecisionView;
  /** Decisions that stand no more, the latest first. */
  readonly former: readonly DecisionView[];
  /** Relations of what is settled that lead to a tag which was not taken: how many. */
  readonly looseLinks: number;
}

/** The tag that is being written instead of the annotators'. */
export interface EditView {
  readonly label: string;
  /** Words of the paragraph beside it. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Whether its words can be chosen: it is not on the whole document. */
  readonly hasWords: boolean;
  readonly fields: readonly FieldView[];
  readonly note: string;
}

export interface TopView {
  /** The statement's name. */
  readonly document: string;
  /** Who is compared, as the columns have it. */
  readonly sides: readonly string[];
  /** How many differences there are, and how many of them are settled. */
  readonly settled: number;
  readonly total: number;
  /** On how much the annotators agree. */
  readonly agreed: number;
  readonly canUndo: boolean;
  /** Those who have not marked the statement as finished. */
  readonly unfinished: readonly string[];
  readonly problem?: ProblemView;
}

/** Whether there were differences, and none is open any more. */
export function isAllSettled({ settled, total }: Pick<TopView, 'settled' | 'total'>): boolean {
  return total > 0 && settled === total;
}

export interface ListView {
  readonly shown: ListedState;
  /** Only differences with this label are listed. */
  readonly label?: string;
  /** The labels that differences have. */
  readonly labels: readonly LabelLook[];
  /** The place of the first that is listed, from 1; 0 where there is none. */
  readonly first: number;
  readonly total: number;
  readonly entries: readonly EntryView[];
}

export interface AdjudicationState {
  readonly top: TopView;
  readonly list: ListView;
  readonly current: CurrentView | null;
  readonly edit: EditView | null;
  /** What a tag may have: the labels and attributes of the scheme, for writing one. */
  readonly labels: readonly LabelLook[];
  readonly attributes: readonly AttributeView[];
}
