import type { Analysis } from '../analysis.ts';
import type { LineTable } from '../text/lines.ts';

/** What a feature sees of a document: one version of it, with all that is known of that version. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly analysis: Analysis;
  /** The lines of `analysis.raw`. */
  readonly lines: LineTable;
}
