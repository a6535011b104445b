import type { DatedWords } from './mention.ts';
import { isoDate, WRITTEN_DATE } from './written-date.ts';

/** How far before a genus word its year is looked for, in UTF-16. */
const LONGEST = 28;
const DATED = new RegExp(`^${WRITTEN_DATE}的?([一-鿿]{0,12})$`);

/** 1996年联合声明, 1972年3月25日议定书: the date right before what ends with the genus word at `start` of a folded text. */
export function datedBefore(folded: string, start: number): DatedWords | undefined {
  const before = folded.slice(Math.max(0, start - LONGEST), start);
  const year = before.lastIndexOf('年');
  if (year < 4) return undefined;
  const found = DATED.exec(before.slice(year - 4));
  const date = found === null ? undefined : isoDate(found[1], found[2], found[3]);
  return date === undefined ? undefined : { date, start: start - found![4]!.length };
}
