import type { Antecedent } from '../antecedents.ts';
import type { Discourse } from '../discourse.ts';
import { isAnything } from '../genus.ts';
import type { PointingMention } from '../mention.ts';
import { isSubsequence } from '../parties.ts';
import { ONE_CHARACTER_PARTIES } from '../states.ts';
import { type Target, targetOfAll, targetOfOne } from '../target.ts';
import { definedShort } from './word.ts';

/** How many paragraphs back 该条约 can point. */
const REACH = 3;

/** What is said of a treaty, and stands in no title: 此一双边和约. */
const MANNER = /双边|多边|三边|三方|国际|全面|政府间/g;

const TWO_PARTIES = new RegExp(`^[${ONE_CHARACTER_PARTIES}]{2}(?![${ONE_CHARACTER_PARTIES}])`);

/** 该条约, 上述两公约. What points at nothing is a noun. */
export function anaphor(discourse: Discourse, mention: PointingMention): void {
  if (mention.loose === true && definedShort(discourse, mention)) return;
  const fitting = fittingFor(discourse, mention);
  const [nearest] = fitting;
  if (nearest === undefined) return;
  const target =
    mention.count === 1 ? single(discourse, nearest, fitting, mention) : several(discourse, fitting, mention);
  if (target !== null) discourse.pointed(mention, 'anaphor', target);
}

/** What was named within reach and fits the words, the latest first. */
function fittingFor(
  discourse: Discourse,
  { genus, kind, above, also }: PointingMention,
): readonly Antecedent[] {
  const { place } = discourse.progress;
  const { antecedents } = discourse;
  const told =
    isAnything(genus) || isAnything(also ?? '')
      ? antecedents.recent()
      : also === undefined
        ? antecedents.ofGenus(genus)
        : antecedents.recent().filter(({ name }) => name.endsWith(genus) || name.endsWith(also));
  const reachable = told.filter((one) => {
    const paragraphs = place.paragraph - one.place.paragraph;
    if (isAnything(genus)) return paragraphs <= 1;
    return paragraphs <= REACH && (one.place.section === place.section || above === true || paragraphs <= 1);
  });
  const before = kind.slice(0, kind.length - genus.length).replace(MANNER, '');
  if (kind.startsWith('双边')) {
    const bilateral = reachable.filter((one) => isBilateral(discourse, one));
    if (bilateral.length > 0) return bilateral;
  }
  if (before === '' || also !== undefined) return reachable;
  const exact = reachable.filter(({ name }) => name.endsWith(kind));
  return exact.length > 0 ? exact : reachable.filter(({ name }) => isSubsequence(before, name));
}

/** Of two parties, as the registry or its own name tells. */
function isBilateral({ lexicon }: Discourse, { who, name }: Antecedent): boolean {
  return lexicon.byId.get(who)?.parties?.length === 2 || TWO_PARTIES.test(name);
}

function single(
  discourse: Discourse,
  nearest: Antecedent,
  fitting: readonly Antecedent[],
  { above, genus }: PointingMention,
): Target | null {
  const together = inOneBreath(nearest, fitting);
  // 上述文件: all that the paragraph has named.
  if (above === true && isAnything(genus)) {
    const { paragraph } = nearest.place;
    const named = fitting.filter(({ place }) => place.paragraph === paragraph);
    const all = targetOfAll(targetsOf(discourse, named));
    if (all !== null) return all;
  }
  if (together.length < 2 || nearest.times > 1) return discourse.targetAt(nearest.index);
  const targets = targetsOf(discourse, together);
  return (above === true ? targetOfAll(targets) : null) ?? targetOfOne(targets);
}

function several(
  discourse: Discourse,
  fitting: readonly Antecedent[],
  { count, loose }: PointingMention,
): Target | null {
  const nearest = fitting[0]!;
  const isCount = (found: readonly Antecedent[]) => (count === 0 ? found.length > 1 : found.length === count);
  const together = inOneBreath(nearest, fitting);
  const inParagraph = fitting.filter(({ place }) => place.paragraph === nearest.place.paragraph);
  const meant = [together, inParagraph, fitting].find(isCount);
  if (meant !== undefined) return targetOfAll(targetsOf(discourse, meant));
  // 三个公报 after 中美三个联合公报: one name for the three.
  const collective = fitting.find(({ who }) => discourse.lexicon.byId.get(who)?.members?.length === count);
  if (collective !== undefined) return discourse.targetAt(collective.index);
  return loose === true || fitting.length < Math.max(2, count)
    ? null
    : targetOfOne(targetsOf(discourse, fitting));
}

/** The nearest with what was named together with it. */
function inOneBreath(nearest: Antecedent, fitting: readonly Antecedent[]): readonly Antecedent[] {
  return fitting.filter((one) => one === nearest || nearest.group.includes(one.index));
}

/** In the order in which they were named. */
function targetsOf(discourse: Discourse, antecedents: readonly Antecedent[]): Target[] {
  return [...antecedents].sort((a, b) => a.index - b.index).map(({ index }) => discourse.targetAt(index));
}

/**
 * What a short form that nobody defined stands for: the nearest title that ends so, where the text has settled on it;
 * one of several where others that end so were named in the same paragraph and nothing was said of one since.
 */
export function settledTarget(discourse: Discourse, nearest: Antecedent, short: string): Target {
  if (nearest.times > 1) return discourse.targetAt(nearest.index);
  const rivals = discourse.antecedents
    .recent()
    .filter(
      (one) =>
        one.who !== nearest.who &&
        one.place.paragraph === nearest.place.paragraph &&
        one.name.length > short.length &&
        one.name.endsWith(short),
    );
  if (rivals.length === 0) return discourse.targetAt(nearest.index);
  return targetOfOne(targetsOf(discourse, [nearest, ...rivals]));
}
