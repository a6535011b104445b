import type { Artefact, RuleId } from '../artefacts/artefact.ts';
import type { Rule, RuleWords } from '../artefacts/rule.ts';
import { rules } from '../rules.ts';
import { say } from './bilingual.ts';
import { dateInWords } from './dates.ts';

const byId: ReadonlyMap<RuleId, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of an id. */
export function ruleOf(id: RuleId): Rule {
  return byId.get(id)!;
}

type Worded = Pick<Artefact, 'rule' | 'variant' | 'values'>;

function wordsOf({ rule, variant }: Worded): RuleWords {
  const { words, variants } = ruleOf(rule);
  return (variant === undefined ? undefined : variants?.[variant]) ?? words;
}

/** What an artefact is, in a sentence for the person who sees it. */
export function artefactMessage(artefact: Worded): string {
  return say(wordsOf(artefact).message, inWords(artefact.values));
}

const ISO_DATE = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** The values of a message, dates as the language of the user writes them. */
function inWords(values: Worded['values']): Worded['values'] {
  return values.map((value) =>
    typeof value === 'string' && ISO_DATE.test(value) ? dateInWords(value) : value,
  );
}

/** What stands at the other places that an artefact is about. */
export function relatedMessage(artefact: Worded): string {
  const { related } = wordsOf(artefact);
  return related === undefined ? '' : say(related, artefact.values);
}

/** What the fix of one artefact does; empty where its rule has none. */
export function fixTitle(artefact: Worded): string {
  const { fix } = wordsOf(artefact);
  return fix === undefined ? '' : say(fix, artefact.values);
}

/** What a rule is about, as a name. */
export function ruleName(rule: RuleId): string {
  return say(ruleOf(rule).name);
}

/** What cleaning did, in phrases, from how many places each rule has mended. */
export function cleaningWords(counts: Readonly<Record<string, number>>): string[] {
  return rules.flatMap(({ id, done }) => {
    const count = counts[id] ?? 0;
    return count > 0 ? [say(done, [count])] : [];
  });
}
