import { hanNumeralValue } from '../statement/numeral.ts';

const DIGIT = '[\\d０-９〇零○一二三四五六七八九十廿卅]';

/** A date as documents write it, to the year, the month or the day; three groups. */
export const WRITTEN_DATE = `(${DIGIT}{4})年(?:(${DIGIT}{1,3})月(?:(${DIGIT}{1,3})[日号])?)?`;
/** Month and day of a year that was told before; two groups. */
export const MONTH_AND_DAY = `(${DIGIT}{1,3})月(?:(${DIGIT}{1,3})[日号])?`;

function numberOf(digits: string | undefined): number | null {
  if (digits === undefined) return null;
  const plain = digits.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : hanNumeralValue(plain);
}

/** ISO date (YYYY, YYYY-MM or YYYY-MM-DD) of what a pattern caught, or undefined where there is no such day. */
export function isoDate(year?: string, month?: string, day?: string): string | undefined {
  const y = numberOf(year);
  if (y === null || y < 1000 || y > 2999) return undefined;
  const m = numberOf(month);
  if (m === null) return String(y);
  if (m < 1 || m > 12) return undefined;
  const d = numberOf(day);
  const yearMonth = `${y}-${String(m).padStart(2, '0')}`;
  if (d === null) return yearMonth;
  const longest = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return d < 1 || d > longest ? undefined : `${yearMonth}-${String(d).padStart(2, '0')}`;
}

const DATE = new RegExp(WRITTEN_DATE, 'g');

/** The dates of a text, in order of place; days that there are not are left out. */
export function datesIn(text: string): string[] {
  return [...text.matchAll(DATE)].flatMap(([, year, month, day]) => isoDate(year, month, day) ?? []);
}
