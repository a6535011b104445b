import type { FigureId } from './figure.ts';

/** The columns that have the same name in every figure. */
export type NamedColumn =
  | 'section'
  | 'statement'
  | 'statement_date'
  | 'tags'
  | 'label'
  | 'f1_exact'
  | 'f1_overlapping'
  | 'cohen_kappa'
  | 'krippendorff_alpha'
  | 'gwet_ac1'
  | 'alpha_u'
  | 'instrument'
  | 'identity'
  | 'date'
  | 'date_from'
  | 'reason'
  | 'mentions'
  | 'statements'
  | 'sections'
  | 'first'
  | 'second';

/** The words of figures in the reader's language. Free of vscode and Node. */
export interface ReportWords {
  readonly titles: Readonly<Record<FigureId, string>>;
  readonly meanings: Readonly<Record<FigureId, string>>;
  readonly columns: Readonly<Record<NamedColumn, string>>;
  /** The row of the tags on the document as a whole, and of those before its first part. */
  readonly wholeDocument: string;
  readonly outside: string;
  /** Who has signed no tags. */
  readonly nobody: string;
  /** Between names in a list. */
  readonly separator: string;
  /** The row of all labels together. */
  readonly allLabels: string;
  /** The row and the column of tags that the other annotator has not. */
  readonly notTagged: string;
  /** {0}: whose labels are the rows, {1}: and the columns. */
  readonly confusionsOf: string;
  /** {0}: who are compared, {1}: over how many statements, {2}: and how many characters of them. */
  readonly compared: string;
  /** {0}: how many statements. */
  readonly leftOut: string;
  /** {0}: who. */
  readonly oneAnnotator: string;
  /** {0}: who. */
  readonly notFinished: string;
  /** {0}: how many labels are crossed, {1}: of how many. */
  readonly mostUsed: string;
  /** Where the date of an instrument is from. */
  readonly fromRegistry: string;
  readonly fromText: string;
  /** Why an instrument has no date; {0}: the dates. */
  readonly noDate: string;
  readonly datesDiffer: string;
  /** Why there is nothing to show. */
  readonly noTags: string;
  readonly noStatements: string;
  readonly noInstruments: string;
  readonly noDatedInstruments: string;
  readonly noPairs: string;
  /** {0}: how many. */
  readonly undated: string;
  readonly undatedStatements: string;
  /** {0}: how many instruments are crossed, {1}: of how many. */
  readonly mostCited: string;
}
