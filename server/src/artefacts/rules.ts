import type { RuleId } from './artefact.ts';
import { lineBreak } from './line-break.ts';
import { lineEdgeSpace } from './line-edge.ts';
import type { CharacterRule, Rule } from './rule.ts';
import { dashItemSpacing } from './rules/dash-item-spacing.ts';
import { digitSpacing } from './rules/digit-spacing.ts';
import { jumpMark, jumpMarkSpacing } from './rules/jump-mark.ts';
import { letterSpacing } from './rules/letter-spacing.ts';
import { markSpacing } from './rules/mark-spacing.ts';

/** The rules about characters in the order in which they may claim text. */
export const characterRules: readonly CharacterRule[] = [
  dashItemSpacing,
  jumpMark,
  jumpMarkSpacing,
  letterSpacing,
  digitSpacing,
  markSpacing,
];

/** Every raw-stage rule, in the order in which a person would tell of them. */
export const rawStageRules: readonly Rule[] = [
  lineBreak,
  letterSpacing,
  markSpacing,
  digitSpacing,
  dashItemSpacing,
  lineEdgeSpace,
  jumpMark,
  jumpMarkSpacing,
];

/** Every rule, in the same order. */
export const rules: readonly Rule[] = rawStageRules;

export const ruleIds: readonly RuleId[] = rules.map(({ id }) => id);
