import { daysIn } from '../findings/calendar.ts';
import type { Found, Recogniser } from './found.ts';
import { insideOf } from './inside.ts';
import { agesIn } from './written-age.ts';
import { type WrittenPoint, writtenTimes } from './written-time.ts';

/** A date that is known. */
interface KnownDate {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const two = (number: number) => String(number).padStart(2, '0');

function iso({ year, month, day }: KnownDate): string {
  if (month === undefined) return String(year);
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

function known(date: string | undefined): KnownDate | undefined {
  if (date === undefined) return undefined;
  const [year, month, day] = date.split('-').map(Number);
  return { year: year!, month, day };
}

function isInCalendar({ year, month, day }: KnownDate): boolean {
  if (year < 1000 || year > 2999) return false;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (month !== undefined && day >= 1 && day <= daysIn(month, year));
}

function dayAfter({ year, month, day }: KnownDate): KnownDate | undefined {
  if (month === undefined || day === undefined) return undefined;
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

/** By how many years these words lie behind the year of the document. */
const FROM_OWN_YEAR: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  去年: -1,
  上年: -1,
  前年: -2,
  明年: 1,
  后年: 2,
};
/** By how many years these lie behind the date that was told last. */
const FROM_LAST_YEAR: Readonly<Record<string, number>> = { 同年: 0, 当年: 0, 次年: 1, 翌年: 1 };

/**
 * What a point means where the document is of the date `own` and `last` is the date told right before; undefined where
 * that cannot be known or the calendar does not have it.
 */
function meant(point: WrittenPoint, own: KnownDate | undefined, last: KnownDate | undefined) {
  const date = unchecked(point, own, last);
  return date !== undefined && isInCalendar(date) ? date : undefined;
}

function unchecked(
  { year, relative, month, day }: WrittenPoint,
  own: KnownDate | undefined,
  last: KnownDate | undefined,
): KnownDate | undefined {
  if (year !== undefined) return { year, month, day };
  if (relative === undefined) {
    const context = last ?? own;
    return context && { year: context.year, month: month ?? (day && context.month), day };
  }
  const fromOwn = FROM_OWN_YEAR[relative];
  if (fromOwn !== undefined) return own && { year: own.year + fromOwn, month, day };
  const fromLast = FROM_LAST_YEAR[relative];
  if (fromLast !== undefined) return last && { year: last.year + fromLast, month, day };
  if (relative === '本月') return own?.month === undefined ? undefined : { ...own, day };
  if (last?.month === undefined) return undefined;
  if (relative === '同月' || relative === '当月') return { ...last, day };
  if (relative === '次月') {
    return last.month === 12
      ? { year: last.year + 1, month: 1, day }
      : { year: last.year, month: last.month + 1, day };
  }
  if (last.day === undefined) return undefined;
  return relative === '次日' || relative === '翌日' ? dayAfter(last) : last;
}

/**
 * Dates and periods, each with its `iso` (2024, 2024-05, 2024-05-16, a stretch as 2024/2025) where it can be known:
 * 今年 by the date of the document, 同年, 同日 and 5月16日 by the date told before. A date that the calendar does not
 * have is none. The year in the title of an instrument belongs to the title.
 */
export function dateRecogniser(): Recogniser {
  let last: KnownDate | undefined;
  return ({ text, start, whole, titles }) => {
    const own = known(whole.date);
    const inTitle = insideOf(titles);
    const found: Found[] = [];
    const add = (from: number, to: number, value: string | undefined) => {
      const attributes: Record<string, string> = value === undefined ? {} : { iso: value };
      found.push({ kind: 'date', start: start + from, end: start + to, attributes });
    };
    for (const time of writtenTimes(text)) {
      if (inTitle({ start: start + time.start, end: start + time.end })) continue;
      const from = meant(time.from, own, last);
      const to = time.to && meant(time.to, own, from ?? last);
      const isKnown = from !== undefined && (time.to === undefined || to !== undefined);
      // 2031年13月32日 is no date; 同年 is one, whichever year it may be.
      if (!isKnown && time.from.relative === undefined) continue;
      // 同日 and 当年 mean no date where none was told.
      if (!isKnown && time.from.relative !== undefined && !(time.from.relative in FROM_OWN_YEAR)) continue;
      last = to ?? from ?? last;
      const { months } = time.to ?? time.from;
      if (!isKnown) add(time.start, time.end, undefined);
      else if (to !== undefined) add(time.start, time.end, `${iso(from)}/${iso(to)}`);
      else if (months === undefined) add(time.start, time.end, iso(from));
      else add(time.start, time.end, months.map((month) => iso({ year: from.year, month })).join('/'));
    }
    for (const age of agesIn(text, own?.year)) {
      add(age.start, age.end, age.years && `${age.years[0]}/${age.years[1]}`);
    }
    return found;
  };
}
