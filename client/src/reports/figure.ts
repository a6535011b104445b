import type { TextRange } from '../../../server/src/text/range.ts';
import type { LabelColour } from '../annotations/labels.ts';

/** What reports show, each as a table and as a picture of it. */
export type FigureId =
  | 'labels-by-section'
  | 'labels-by-statement'
  | 'agreement-by-label'
  | 'confusions'
  | 'instruments-by-date'
  | 'instruments-by-statement'
  | 'undated-instruments'
  | 'co-citation-in-sections'
  | 'co-citation-in-statements'
  | 'pairs-in-sections'
  | 'pairs-in-statements';

/**
 * How a figure is drawn. bars: a bar for each row, with a stretch for each column of numbers; dates: a row for each
 * thing, with its date on a time line; links: a row for each statement, with the dates of all that it cites; matrix:
 * rows and columns crossed; ranking: a bar for each row, of its last number; shares: a row for each, with measures
 * that are 1 at most; none: the table is all.
 */
export type Picture = 'bars' | 'dates' | 'links' | 'matrix' | 'ranking' | 'shares' | 'none';

/** Figures as a table, told in words. JSON can hold it. */
export interface Figure {
  readonly id: FigureId;
  readonly picture: Picture;
  readonly title: string;
  /** What the figures mean and how they were counted, in a sentence or two. */
  readonly meaning: string;
  /** The first names the row. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What is to be known beside the figures. */
  readonly notes: readonly string[];
  /** Where there are no rows: why, and what to do. */
  readonly none?: string;
}

export interface Column {
  /** How it is called in a CSV. */
  readonly id: string;
  /** How a person reads it. */
  readonly name: string;
  readonly kind: 'text' | 'number' | 'date';
  /** Of numbers that measure and do not count: how many places stand behind the point. */
  readonly places?: number;
  /** Of a column that counts a label. */
  readonly colour?: LabelColour;
  /** For pipelines alone: it stands in the CSV and nowhere else. */
  readonly unseen?: true;
}

/** Texts, numbers and ISO dates; null: there is none. */
export type Cell = string | number | null;

export interface Row {
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** Its name in few characters, where the first cell has many. */
  readonly short?: string;
  /** It is drawn hollow: it rests on less than the others. */
  readonly uncertain?: true;
  readonly place?: Place;
  /** Of single cells, one for each column. */
  readonly places?: readonly (Place | null)[];
}

/** What a row or a cell leads to: a document by its URI, and in it a range (UTF-16 raw). */
export interface Place extends TextRange {
  readonly document: string;
}
