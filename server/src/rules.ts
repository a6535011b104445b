import type { Artefact, Level, RuleId } from './artefacts/artefact.ts';
import { defaultLevels, type Rule } from './artefacts/rule.ts';
import { rawStageRules } from './artefacts/rules.ts';
import { readingRules } from './findings/rules.ts';

/** Every rule, in the order in which a person would tell of them. */
export const rules: readonly Rule[] = [...rawStageRules, ...readingRules];

export const ruleIds: readonly RuleId[] = rules.map(({ id }) => id);

const ownLevels: ReadonlyMap<RuleId, Level> = new Map(
  rules.flatMap(({ id, defaultLevel }) => (defaultLevel === undefined ? [] : [[id, defaultLevel] as const])),
);

/** How an artefact is reported where the settings say nothing. */
export function defaultLevelOf(artefact: Artefact): Level {
  return ownLevels.get(artefact.rule) ?? defaultLevels[artefact.class];
}
