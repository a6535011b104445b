import { bearersOf, ofDate } from '../bearers.ts';
import type { Discourse } from '../discourse.ts';
import { fold, genusOf, isBareGenus } from '../genus.ts';
import type { Instrument } from '../instrument.ts';
import type { NameMention, TitleMention } from '../mention.ts';
import { nameParties, partings, solidKey } from '../parties.ts';
import { UNKNOWN } from '../target.ts';
import { settledTarget } from './anaphor.ts';

/** 《…》: a name of the registry, a short form, a title that nobody knows, or no instrument. */
export function title(discourse: Discourse, mention: TitleMention): void {
  if (mention.work === true) {
    discourse.antecedents.dismiss(mention.key);
    return;
  }
  const bearers = bearersHere(discourse, mention);
  if (bearers.length === 1 && discourse.shortForms.isEmpty) {
    discourse.naming(mention, 'full', bearers);
    return;
  }
  const name = fold(mention.name);
  const defined = discourse.shortForms.get(name);
  const stands = defined === undefined ? undefined : discourse.references[defined.index];
  if (defined !== undefined && (bearers.length !== 1 || stands?.instrument === bearers[0]?.id)) {
    discourse.again(mention, mention.pointed === 'self' ? 'self' : 'defined-short', defined.index);
  } else if (bearers.length > 0) discourse.naming(mention, 'full', bearers);
  else if (genusOf(mention.name) !== undefined) unknownTitle(discourse, mention, name);
}

function unknownTitle(discourse: Discourse, mention: TitleMention, name: string): void {
  const bare = isBareGenus(name);
  if (bare && mention.pointed === 'self') {
    const { instrument, identity, candidates } = discourse.selves.named(name, name);
    discourse.add(mention, 'self', { instrument, identity, candidates });
    return;
  }
  const antecedent = discourse.antecedents.latest(name);
  if (antecedent !== undefined && antecedent.name.length > name.length) {
    discourse.pointed(mention, 'undefined-short', settledTarget(discourse, antecedent, name));
    return;
  }
  const longer = abbreviated(discourse, name);
  if (longer !== undefined) discourse.again(mention, 'parallel', longer);
  else if (bare) {
    if (discourse.antecedents.isDismissed(name)) return;
    const own = discourse.selves.endingIn(name);
    discourse.add(mention, 'undefined-short', own ?? UNKNOWN);
  } else if (mention.domestic === true) discourse.antecedents.dismiss(name);
  else discourse.naming(mention, 'full', []);
}

/** A name of the registry, a resolution, or a title of old print, without 《》. */
export function name(discourse: Discourse, mention: NameMention): void {
  if (mention.resolution === true) {
    resolution(discourse, mention);
    return;
  }
  const bearers = bearersHere(discourse, mention);
  const longer = bearers.length === 0 ? abbreviated(discourse, mention.key) : undefined;
  if (longer === undefined) discourse.naming(mention, 'unbracketed', bearers);
  else discourse.again(mention, 'unbracketed', longer);
}

/** 安理会第1718号决议; 第1718号决议 is of the body that was told before. */
function resolution(discourse: Discourse, mention: NameMention): void {
  const bearers = discourse.lexicon.resolutions(mention.key);
  const told = mention.key.startsWith('第')
    ? discourse.antecedents.ofGenus('决议').find(({ name }) => name.endsWith(mention.key))
    : undefined;
  if (told === undefined || bearers.some(({ id }) => id === told.who)) {
    discourse.naming(mention, 'unbracketed', bearers);
  } else discourse.again(mention, 'unbracketed', told.index);
}

/**
 * The reference that a title abbreviates by its parties: 《甲乙边界条约》 for 《甲国和乙国关于边界的条约》. Each character
 * before what both titles share stands in the longer one, in the same order.
 */
function abbreviated(discourse: Discourse, name: string): number | undefined {
  for (const { parties, shared } of partings(solidKey(name))) {
    const antecedent = discourse.antecedents.latest(shared);
    if (antecedent === undefined) continue;
    const longer = solidKey(antecedent.name);
    if (!longer.endsWith(shared)) continue;
    const beginning = longer.slice(0, -shared.length);
    if (parties === '' ? beginning.length > 0 : nameParties(parties, beginning)) return antecedent.index;
  }
  return undefined;
}

/** The instruments that a name may mean, narrowed by its date, by what was cited before, and by what cites them. */
function bearersHere(discourse: Discourse, mention: TitleMention | NameMention): readonly Instrument[] {
  const bearers = ofDate(bearersOf(mention.name, discourse.lexicon), mention.date);
  if (bearers.length < 2) return bearers;
  const cited = bearers.filter(({ id }) => discourse.hasNamed(id));
  if (cited.length === 1) return cited;
  const { key, instrument } = discourse.selves.own;
  const own = bearers.filter(
    ({ id }) => id === instrument && mention.date === undefined && key.endsWith(mention.key),
  );
  return own.length > 0 && cited.length === 0 ? own : bearers;
}
