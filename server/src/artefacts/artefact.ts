import type { Edit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';

/** safe: may be applied unseen; likely: shown, applied on request; suspect: a person decides. */
export type ArtefactClass = 'safe' | 'likely' | 'suspect';

/** How a rule is reported; `off` reports and cleans nothing. The order of names is the order of weight. */
export type Level = 'off' | 'hint' | 'information' | 'warning' | 'error';

/** The ids of the raw-stage rules; each is the code of its diagnostics, a setting and a page of documentation. */
export type RuleId =
  | 'line-break'
  | 'letter-spacing'
  | 'mark-spacing'
  | 'digit-spacing'
  | 'dash-item-spacing'
  | 'line-edge-space'
  | 'jump-mark'
  | 'jump-mark-spacing';

/**
 * One thing that printing, extraction or OCR did to the text. Offsets: UTF-16 raw. Every raw character
 * belongs to at most one edit of all artefacts of a document.
 */
export interface Artefact extends TextRange {
  readonly rule: RuleId;
  readonly class: ArtefactClass;
  /** Sorted, not overlapping; applying them all mends this one artefact. */
  readonly edits: readonly Edit[];
  /** What the message names, in the order of its placeholders {0}, {1} … */
  readonly values: readonly (string | number)[];
  /** Which of the rule's messages; absent: its first. */
  readonly variant?: string;
}
