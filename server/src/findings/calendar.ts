import { hanNumeralValue } from '../statement/numeral.ts';

/** A digit of a date, as the source of a pattern. */
export const dateDigit = '[\\d〇零○一二三四五六七八九十廿卅]';

/** The number that a part of a date tells; null where it is none. */
export function dateNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = text.replace(/[零○]/g, '〇');
  // 二〇二四 is told by its digits, 二十四 by its value.
  if (/^[〇一二三四五六七八九]{2,}$/.test(digits)) {
    return Number([...digits].map((digit) => '〇一二三四五六七八九'.indexOf(digit)).join(''));
  }
  return hanNumeralValue(text);
}

/** The days of a month, in a leap year where no year is told. Source: the Gregorian calendar. */
export function daysIn(month: number, year: number | null): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year === null) return 29;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** A date with its year, as a text tells it. */
export interface ToldDate {
  /** UTF-16 in the text that was read. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The first and the last day that it may be, each as one number: 20310503. */
  readonly first: number;
  readonly last: number;
  /** Whether it tells the month. */
  readonly hasMonth: boolean;
}

/** In UTF-16 code units. */
const yearLength = 4;
const longestDate = 16;
const yearBefore = new RegExp(`(?<!${dateDigit})${dateDigit}{${yearLength}}$`);
const monthAndDay = new RegExp(`^(?:(${dateDigit}{1,3})月(?:(${dateDigit}{1,3})[日号號])?)?`);

/** The dates of a text that have a year and that the calendar has, in order of place. Linear. */
export function toldDates(text: string): ToldDate[] {
  const dates: ToldDate[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const start = at - yearLength;
    if (start < 0 || !yearBefore.test(text.slice(Math.max(0, start - 1), at))) continue;
    const match = monthAndDay.exec(text.slice(at + 1, at + 1 + longestDate))!;
    const end = at + 1 + match[0].length;
    const year = dateNumber(text.slice(start, at));
    const month = match[1] === undefined ? undefined : dateNumber(match[1]);
    const day = match[2] === undefined ? undefined : dateNumber(match[2]);
    if (year === null || month === null || day === null || year < 1000 || year > 2999) continue;
    if (month !== undefined && (month < 1 || month > 12)) continue;
    if (day !== undefined && (day < 1 || day > daysIn(month!, year))) continue;
    dates.push({
      start,
      end,
      text: text.slice(start, end),
      first: year * 10_000 + (month ?? 1) * 100 + (day ?? 1),
      last: year * 10_000 + (month ?? 12) * 100 + (day ?? daysIn(month ?? 12, year)),
      hasMonth: month !== undefined,
    });
  }
  return dates;
}
