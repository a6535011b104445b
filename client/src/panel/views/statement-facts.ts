import type { ReadingPart } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Annotation, Attributes } from '../../annotations/annotation.ts';
import type { BilingualText, LabelScheme } from '../../annotations/labels.ts';
import type { AnnotationSnapshot } from '../../annotations/store.ts';
import type { ProblemView } from '../state.ts';

/** A suggestion that waits for an answer; its range: UTF-16 raw. */
export interface Pending extends TextRange {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly attributes: Attributes;
  /** Where what it carries over stands; UTF-16 raw. */
  readonly inherited?: TextRange;
}

/** Room for words beside a place, in UTF-16 units. */
export interface Room {
  readonly before: number;
  readonly after: number;
}

/**
 * What the panel has to be told of a statement. Lists keep their identity while nothing in them changes, so that what
 * is counted over all of them need not be counted at each move of the cursor. Offsets: UTF-16 raw.
 */
export interface StatementFacts {
  readonly scheme: LabelScheme;
  readonly snapshot: AnnotationSnapshot;
  /** In order of place. */
  readonly parts: readonly ReadingPart[];
  /** In order of place. */
  readonly pending: readonly Pending[];
  readonly cursor: number;
  /** Empty where nothing is selected. */
  readonly selection: TextRange;
  readonly problem?: ProblemView;
  /** The tags at the cursor, the innermost first. */
  readonly here: readonly Annotation[];
  /** The tag with this id, anchored or orphan. */
  tag(id: string): Annotation | undefined;
  /** Clean words of a range, on one line. */
  words(range: TextRange): string;
  /** Clean words beside a range. */
  around(range: TextRange, room: Room): { readonly before: string; readonly after: string };
  /** A text in the reader's language. */
  read(text: BilingualText): string;
}

/** What a person has chosen to see in the panel. */
export interface PanelChoices {
  /** Suggestions of this label alone. */
  readonly queueLabel?: string;
  /** The label whose guideline is open. */
  readonly guideline?: string;
}
