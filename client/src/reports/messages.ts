/**
 * What the report's page and the extension say to each other. Free of vscode and Node: both sides import it. The page
 * keeps no truth: it shows the newest report, and sends what a person does.
 */
import type { Figure, Place, Row } from './figure.ts';
import type { ReportStrings } from './strings.ts';

/** Extension → page. */
export type ReportMessage =
  | { readonly type: 'strings'; readonly strings: ReportStrings }
  | { readonly type: 'report'; readonly report: ShownReport }
  /** How far the counting has come meanwhile; the figures stay as they are. */
  | { readonly type: 'progress'; readonly state: CountingState };

export interface ShownReport {
  /** Grows with each message. */
  readonly version: number;
  readonly title: string;
  readonly figures: readonly ShownFigure[];
  /** Empty: one, or nobody; else whose tags can be counted apart. */
  readonly annotators: readonly string[];
  /** Whose tags are counted; null: everyone's. */
  readonly annotator: string | null;
  readonly state: CountingState;
}

/** How far the counting has come. */
export interface CountingState {
  readonly counted: number;
  readonly all: number;
  readonly running: boolean;
  readonly cancelled: boolean;
  /** How many statements could not be read. */
  readonly unread: number;
}

/** A figure as the page is given it: of very many rows the first, and what leads to a place without the place. */
export interface ShownFigure extends Omit<Figure, 'rows'> {
  readonly rows: readonly ShownRow[];
  /** How many rows there are. */
  readonly all: number;
}

export interface ShownRow extends Pick<Row, 'cells' | 'short' | 'uncertain'> {
  /** The columns whose cells lead to a place; 0: the row as a whole. */
  readonly linked: readonly number[];
}

/** So many rows are handed to the page, and so many stand in its table; the CSV has all. */
const mostGivenRows = 2000;
export const mostTableRows = 500;

export function shown(figure: Figure): ShownFigure {
  const { rows, ...rest } = figure;
  return {
    ...rest,
    rows: rows.slice(0, mostGivenRows).map((row) => ({
      cells: row.cells,
      ...(row.short !== undefined && { short: row.short }),
      ...(row.uncertain && { uncertain: row.uncertain }),
      linked: row.cells.flatMap((_, at) => (placeOf(row, at) ? [at] : [])),
    })),
    all: rows.length,
  };
}

/** What a cell leads to; the first stands for its row. */
export function placeOf(row: Row, column: number): Place | undefined {
  return (column === 0 ? row.place : row.places?.[column]) ?? undefined;
}
