import type { Row } from './layout/row.ts';

/** What the layout says about the line breaks of a paragraph. */
export interface ParagraphLayout {
  readonly rows: readonly Row[];
  /** By row: what the decision against would cost more, in tenths of a nat. */
  readonly margins: Int32Array;
  /** Whether the paragraph stands in a column, and whether it or the next one does. */
  readonly wrapped: boolean;
  readonly wrappedAround: boolean;
  /** No paragraph follows. */
  readonly last: boolean;
}
