import type { ArtefactClass, RuleId } from './artefact.ts';
import type { CharacterRule } from './rule.ts';
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

/** Every raw-stage rule with the class of what it usually finds. */
export const rules: Readonly<Record<RuleId, ArtefactClass>> = {
  'line-break': 'safe',
  'letter-spacing': 'safe',
  'mark-spacing': 'safe',
  'digit-spacing': 'safe',
  'dash-item-spacing': 'safe',
  'line-edge-space': 'safe',
  'jump-mark': 'likely',
  'jump-mark-spacing': 'safe',
};

export const ruleIds = Object.keys(rules) as readonly RuleId[];
