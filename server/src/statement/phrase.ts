import type { TextRange } from '../text/range.ts';

const NUMBER = '[\\d０-９〇零○元一二三四五六七八九十廿卅]';
/** 2031年5月2日, 2031 年 5 月, 二〇三一年, 5月2日 */
const DATE = new RegExp(
  `(?<!${NUMBER})${NUMBER}{2,4} ?年(?: ?${NUMBER}{1,3} ?月(?: ?${NUMBER}{1,3} ?[日号號])?)?|(?<!${NUMBER})${NUMBER}{1,3} ?月 ?${NUMBER}{1,3} ?[日号號]`,
  'g',
);
const PAUSES = new Set('，；：。！？,;:!?');

/** Dates as they are written in a text, in order; UTF-16 offsets. Linear. */
export function writtenDates(text: string): TextRange[] {
  return [...text.matchAll(DATE)].map(({ 0: date, index }) => ({ start: index, end: index + date.length }));
}

/**
 * The clauses of a text, in order, without the marks that part them; one of these in a title parts nothing. UTF-16
 * offsets, the titles' in order of place, outer before inner. Linear.
 */
export function clausesIn(text: string, titles: readonly TextRange[]): TextRange[] {
  const clauses: TextRange[] = [];
  let start = 0;
  let title = 0;
  for (let at = 0; at <= text.length; at++) {
    while (title < titles.length && titles[title]!.end <= at) title++;
    const inTitle = title < titles.length && titles[title]!.start < at;
    if (at < text.length && (inTitle || !PAUSES.has(text.charAt(at)))) continue;
    if (at > start) clauses.push({ start, end: at });
    start = at + 1;
  }
  return clauses;
}
