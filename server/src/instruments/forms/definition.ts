import type { Discourse } from '../discourse.ts';
import { genusOf } from '../genus.ts';
import type { DefinitionMention } from '../mention.ts';
import { targetOfAll, UNKNOWN } from '../target.ts';

/** A short form that waits for the title that stands after it: “公约”系指《…》. */
export interface Waiting {
  /** Of the reference that the short form is. */
  readonly index: number;
  readonly name: string;
}

/**
 * （以下简称《纲要》）. What is no instrument's short form is passed over.
 * @param byStart index of the reference that each mention of the paragraph has become, by the mention's start
 * @returns whether the rest of the paragraph must be searched for the term, or what it waits for
 */
export function definition(
  discourse: Discourse,
  mention: DefinitionMention,
  byStart: ReadonlyMap<number, number>,
): boolean | Waiting {
  const { name, marked, of } = mention;
  if (of !== undefined && of > mention.start) {
    return { index: discourse.add(mention, 'defined-short', UNKNOWN), name };
  }
  const named = of === undefined ? undefined : byStart.get(of);
  if (named === undefined && genusOf(name) === undefined) return false;
  const all = named === undefined || !isTogether(mention) ? null : together(discourse, named);
  if (all !== null) {
    return discourse.shortForms.define(name, discourse.add(mention, 'defined-short', all), marked);
  }
  if (named !== undefined) discourse.again(mention, 'defined-short', named);
  else discourse.add(mention, 'defined-short', UNKNOWN);
  return discourse.shortForms.define(name, named ?? discourse.references.length - 1, marked);
}

/** 以下合称“两公约”, 以下简称“四公约” */
function isTogether({ name, together }: DefinitionMention): boolean {
  return together === true || /^[两兩三四五]/.test(name);
}

/** All that was named in one breath with a reference. */
function together(discourse: Discourse, index: number) {
  const antecedent = discourse.antecedents.recent().find((one) => one.index === index);
  return antecedent === undefined
    ? null
    : targetOfAll(antecedent.group.map((one) => discourse.targetAt(one)));
}

/** The title that a short form waited for has been named. */
export function arrive(discourse: Discourse, { index, name }: Waiting, named: number): boolean {
  const { instrument, identity, candidates, members } = discourse.targetAt(named);
  Object.assign(discourse.references[index]!, {
    instrument,
    identity,
    candidates,
    ...(members && { members }),
  });
  return discourse.shortForms.define(name, named, false);
}
