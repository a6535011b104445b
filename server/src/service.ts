import type { Analysis, Finding, FindingOptions } from './analysis.ts';
import type { Edit } from './text/edit.ts';
import type { TextRange } from './text/range.ts';

/** What cleaning would do. */
export interface Cleaning {
  /** Sorted, not overlapping, UTF-16 raw: applying them all is one undo step. */
  readonly edits: readonly Edit[];
  /** How many places each rule mends. */
  readonly counts: Readonly<Record<string, number>>;
  /** Raw ranges of line breaks whose best reading is doubtful: left as they are. */
  readonly doubtful: readonly TextRange[];
}

/** Everything that is known about statements, with no connection, editor or file system in sight. */
export interface StatementService {
  /** Analysis from scratch. Never throws, whatever the text. */
  analyse(raw: string): Analysis;
  /**
   * Analysis after edits: equal to `analyse` of the edited text, but redoing only what the edits touched.
   * Edits are sorted, do not overlap, and count in `previous.raw`.
   */
  reanalyse(previous: Analysis, edits: readonly Edit[]): Analysis;
  /** What to report, in order of place. */
  findings(analysis: Analysis, options?: FindingOptions): readonly Finding[];
  /** What cleaning applies: safe edits of the rules that are not off, outside `sic` spans; within `range` (raw) where given. */
  cleaning(analysis: Analysis, options?: FindingOptions, range?: TextRange): Cleaning;
}

export declare function createStatementService(): StatementService;
