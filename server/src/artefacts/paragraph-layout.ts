import type { Pages } from './layout/pages.ts';
import type { Row } from './layout/row.ts';

/** What the layout says about the line breaks of a paragraph. */
export interface ParagraphLayout {
  readonly rows: readonly Row[];
  /** By row: what the decision against would cost more, in tenths of a nat. */
  readonly margins: Int32Array;
  /** Whether the paragraph stands in a column, and whether it or the next one does. */
  readonly wrapped: boolean;
  readonly wrappedAround: boolean;
  /** The columns of the document are beyond doubt. */
  readonly firm: boolean;
  /** Blank lines stand between the lines of a paragraph; else they part paragraphs, and are the document's own. */
  readonly spacedOut: boolean;
  /** No paragraph follows. */
  readonly last: boolean;
  /** The row before the paragraph. */
  before(): RowBeside | undefined;
  /** The rows behind it, the first one for 0; none from `rowsAhead` on. */
  after(index: number): RowBeside | undefined;
  /** What the document says of its pages and notes. */
  readonly pages: Pages;
}

/** A row beside the paragraph: a rule may look at its own line, not at the blank lines and the furniture behind it. */
export interface RowBeside {
  readonly row: Row;
  /** What is printed on it. */
  readonly print: string;
}

/** How far a paragraph looks ahead. */
export const rowsAhead = 8;
