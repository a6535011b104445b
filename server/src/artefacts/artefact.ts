import type { Edit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import type { RuleId } from './rule-id.ts';

export type { RuleId } from './rule-id.ts';

/** safe: may be applied unseen; likely: shown, applied on request; suspect: a person decides. */
export type ArtefactClass = 'safe' | 'likely' | 'suspect';

/** How a rule is reported; `off` reports and cleans nothing. The order of names is the order of weight. */
export type Level = 'off' | 'hint' | 'information' | 'warning' | 'error';

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
  /** Where it is drawn, if that is only a part of it. */
  readonly shown?: TextRange;
  /** Which of the rule's variants; absent: its main words. */
  readonly variant?: string;
  /** Other places that it is about: the rule says in its words what stands there. */
  readonly related?: readonly TextRange[];
}
