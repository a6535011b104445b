import type { RuleId } from './artefact.ts';
import { lineBreak } from './line-break.ts';
import { lineEdgeSpace } from './line-edge.ts';
import type { CharacterRule, Rule } from './rule.ts';
import { compatibilityIdeograph } from './rules/compatibility-ideograph.ts';
import { dashItemSpacing } from './rules/dash-item-spacing.ts';
import { digitSpacing } from './rules/digit-spacing.ts';
import { fullWidthAlphanumeric } from './rules/full-width-alphanumeric.ts';
import { invisibleCharacter } from './rules/invisible-character.ts';
import { jumpMark, jumpMarkSpacing } from './rules/jump-mark.ts';
import { letterSpacing } from './rules/letter-spacing.ts';
import { markSpacing } from './rules/mark-spacing.ts';
import { kangxiRadical, radicalSupplement } from './rules/radicals.ts';
import { unreadableCharacter } from './rules/unreadable-character.ts';

/** The rules about characters in the order in which they may claim text. */
export const characterRules: readonly CharacterRule[] = [
  dashItemSpacing,
  jumpMark,
  jumpMarkSpacing,
  unreadableCharacter,
  kangxiRadical,
  radicalSupplement,
  compatibilityIdeograph,
  fullWidthAlphanumeric,
  invisibleCharacter,
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
  kangxiRadical,
  radicalSupplement,
  compatibilityIdeograph,
  fullWidthAlphanumeric,
  invisibleCharacter,
  unreadableCharacter,
  jumpMark,
  jumpMarkSpacing,
];

/** Every rule, in the same order. */
export const rules: readonly Rule[] = rawStageRules;

export const ruleIds: readonly RuleId[] = rules.map(({ id }) => id);
