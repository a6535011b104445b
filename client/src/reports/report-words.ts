import type { FigureId } from './figure.ts';

/** The columns that have the same name in every figure. */
export type NamedColumn =
  | 'section'
  | 'statement'
  | 'statement_date'
  | 'tags'
  | 'label'
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
