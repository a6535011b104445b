import { agrees } from '../bearers.ts';
import type { Discourse } from '../discourse.ts';
import { fold } from '../genus.ts';
import type { WordMention } from '../mention.ts';
import { targetOfBearers } from '../target.ts';

/** As long as YYYY-MM-DD. */
const DAY = 10;

/**
 * 1996年联合声明: the one of that year or day that the text has named, else the only one of that day in the registry.
 * @returns whether it is one
 */
export function dated(discourse: Discourse, { dated, start, end, genus }: WordMention): boolean {
  if (dated === undefined) return false;
  const { lexicon, references, antecedents, block } = discourse;
  const last = references.at(-1);
  if (last !== undefined && block.start + dated.start < last.range.clean.end) return false;
  const words = { start: dated.start, end };
  const suffix = fold(block.text.slice(dated.start, start).replace(/\s/g, '')) + genus;
  const named = antecedents.ofGenus(genus).filter(({ who, name, index }) => {
    const known = lexicon.byId.get(who)?.adopted?.date ?? references[index]!.date;
    return known !== undefined && agrees(known, dated.date) && name.endsWith(suffix);
  });
  if (named.length === 1) {
    discourse.again(words, 'undefined-short', named[0]!.index);
    return true;
  }
  if (named.length > 1 || dated.date.length < DAY) return false;
  const ofDay = [...lexicon.byId.values()].filter(
    ({ names, adopted }) => adopted?.date === dated.date && fold(names.zh).endsWith(suffix),
  );
  if (ofDay.length !== 1) return false;
  discourse.add(words, 'undefined-short', targetOfBearers(ofDay, ofDay[0]!.id));
  return true;
}
