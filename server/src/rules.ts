import type { Artefact, Level, RuleId } from './artefacts/artefact.ts';
import { defaultLevels, type Rule } from './artefacts/rule.ts';
import { rawStageRules } from './artefacts/rules.ts';
import { readingRules } from './findings/rules.ts';

/** Every rule, in the order in which a person would tell of them. */
export const rules: readonly Rule[] = [...rawStageRules, ...readingRules];

export const ruleIds: readonly RuleId[] = rules.map(({ id }) => id);

const byId: ReadonlyMap<RuleId, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** How an artefact is reported where the settings say nothing. */
export function defaultLevelOf({ rule: id, class: is, variant }: Artefact): Level {
  const rule = byId.get(id);
  const ofVariant = variant === undefined ? undefined : rule?.variants?.[variant]?.defaultLevel;
  return ofVariant ?? rule?.defaultLevel ?? defaultLevels[is];
}
