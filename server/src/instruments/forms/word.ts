import type { Antecedent, Place } from '../antecedents.ts';
import type { Discourse } from '../discourse.ts';
import { fold } from '../genus.ts';
import type { Bareness, WordMention } from '../mention.ts';
import { dated } from './dated.ts';

/** 国际公约, 各公约: another one, or all of them. */
const OTHERS = new Set('际边多他它关各诸新旧架权两项个类等平好全作资税易间瓦牙纳器法合同治此该本这些任何');
/** The longest name of which a genus word may be the end. */
const LONGEST = 20;
/** How many paragraphs after the one instrument of its kind a bare genus word can still mean it. */
const REACH = 12;
/** How many lines after the last of several an article of it can be cited with the bare word. */
const NEAR = 6;
/** What can stand before a short form in running text. */
const BEFORE_SHORT =
  /(?:^|[，。；：、！？“”「」『』（）()《》—\n\s]|在|据|照|依|按|订|署|结|守|行|反|背|对|使|从|自|由|于|的|和|与|及|是|为|将|把|即|应|须|已|并|或|但|而|就|以|被|因|如|若|到|经|受|凡|除|当|其|之|过|了|同)$/;

/** A genus word that nothing points from: the end of a short form, or one by itself. */
export function word(discourse: Discourse, mention: WordMention): void {
  if (definedShort(discourse, mention) || dated(discourse, mention) || longer(discourse, mention)) return;
  if (mention.bareness !== undefined) alone(discourse, mention, mention.bareness);
}

function foldedBefore(discourse: Discourse, end: number, length: number): string {
  return fold(discourse.block.text.slice(Math.max(0, end - length), end));
}

/** Whether something that was said before reaches into the words from `start` on. */
function isTaken({ references, block }: Discourse, start: number): boolean {
  const last = references.at(-1);
  return last !== undefined && block.start + start < last.range.clean.end;
}

/** Whether what ends at an offset is a short form that was defined without 《》; if so, it is added where it stands free. */
export function definedShort(discourse: Discourse, { end }: { readonly end: number }): boolean {
  if (discourse.shortForms.isEmpty) return false;
  const short = discourse.shortForms.endOf(foldedBefore(discourse, end, 2 * LONGEST));
  if (short === undefined) return false;
  const start = end - short.length;
  if (isTaken(discourse, start) || OTHERS.has(fold(discourse.block.text.charAt(start - 1)))) return true;
  discourse.again({ start, end }, 'defined-short', short.index);
  return true;
}

/** 停战协定 where 《…停战协定》 was named, or its whole title without 《》. */
function longer(discourse: Discourse, { start, end, genus }: WordMention): boolean {
  const { antecedents } = discourse;
  if (antecedents.latest(genus) === undefined) return false;
  const text = foldedBefore(discourse, end, LONGEST + 1);
  let length = end - start;
  let antecedent = antecedents.latest(genus);
  while (length < Math.min(LONGEST, text.length)) {
    const next = antecedents.latest(text.slice(-(length + 1)));
    if (next === undefined) break;
    antecedent = next;
    length++;
  }
  if (length === end - start || antecedent === undefined) return false;
  const isWhole = antecedent.name.length === length;
  // 关于 in the middle of the name joins what stands before it to the rest.
  const joint = !isWhole && text.slice(-length).startsWith('关于') ? 2 : 0;
  const from = end - length + joint;
  if (isTaken(discourse, from)) return false;
  const before = text.slice(0, -length);
  if (isWhole) {
    if (/(?<!违)反$|[非伪假]$/.test(before)) return true;
    discourse.again({ start: from, end }, 'unbracketed', antecedent.index);
    return true;
  }
  if (!BEFORE_SHORT.test(before)) return false;
  discourse.again({ start: from, end }, 'undefined-short', antecedent.index);
  return true;
}

/** 条约规定…, in a text about one treaty, or right after one was named. */
function alone(discourse: Discourse, { start, end, genus }: WordMention, bareness: Bareness): void {
  const named = discourse.antecedents.ofGenus(genus);
  const own = discourse.selves.endingIn(genus);
  const { place } = discourse.progress;
  if (bareness === 'own') {
    if (own !== undefined) discourse.add({ start, end }, 'undefined-short', own);
    return;
  }
  const meant = meantBy(named, place, bareness);
  const isOwn = named.every(({ who }) => who === own?.identity);
  if (isOwn) {
    if (own !== undefined && bareness !== 'only') discourse.add({ start, end }, 'undefined-short', own);
    return;
  }
  if (meant === undefined || (own !== undefined && meant.place.paragraph !== place.paragraph)) return;
  if (place.paragraph - meant.place.paragraph > REACH) return;
  discourse.again({ start, end }, 'undefined-short', meant.index);
}

/** The one that was named in the item, in the paragraph, or else the only one; with an article cited, the one named last. */
function meantBy(named: readonly Antecedent[], place: Place, bareness: Bareness): Antecedent | undefined {
  const [latest] = named;
  if (latest === undefined || named.length === 1) return latest;
  if (bareness === 'only') return undefined;
  if (latest.pointed === true && latest.place.line === place.line) return latest;
  const line = named.filter((one) => one.place.line === latest.place.line);
  const lines = place.line - latest.place.line;
  if (lines <= (bareness === 'cited' ? NEAR : 0)) return line.length === 1 ? latest : undefined;
  const here = named.filter((one) => one.place.paragraph === place.paragraph);
  return here.length === 1 ? latest : undefined;
}
