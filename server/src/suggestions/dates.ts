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
 * What a point means where the document is of the date `own`, a month or a day without a year is one of `context`, and
 * `last` is the date that 同年 goes by; undefined where that cannot be known or the calendar does not have it.
 */
function meant(
  point: WrittenPoint,
  own: KnownDate | undefined,
  last: KnownDate | undefined,
  context: KnownDate | undefined,
) {
  const date = unchecked(point, own, last, context);
  return date !== undefined && isInCalendar(date) ? date : undefined;
}

function unchecked(
  { year, relative, month, day, era }: WrittenPoint,
  own: KnownDate | undefined,
  last: KnownDate | undefined,
  context: KnownDate | undefined,
): KnownDate | undefined {
  if (era) return undefined;
  if (year !== undefined) return { year, month, day };
  if (relative === undefined) {
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

/** A date as it was told in the paragraph that is read. */
interface Told {
  /** Undefined where nobody can tell it. */
  readonly date: KnownDate | undefined;
  /** It is the date of a thing that is spoken of, and not of what is told: 2010年10月8日决议, 1998年签署的协定. */
  readonly isOfThing: boolean;
  /** UTF-16 in the text. */
  readonly end: number;
}

const OF_THING =
  /[^，。；]{0,14}的|[^，。；]{0,3}《|[^，。；]{0,8}(?:决议|公约|条约|协定|声明|公报|宣言|议定书|规划|议程)/y;
/** 将于9月3日: of a day to come, by the document's date. */
const TO_COME = /(?:将[于在]|[定拟]于)$/;
/** 每年3月22日, 农历五月五日: of no year, or of one that is not read. */
const NO_YEAR = /[年历]的?$/;
const SENTENCE_END = /[。！？!?]/;
/** In UTF-16. */
const LONGEST_BEFORE = 2;

/**
 * Dates and periods, each with its `iso` (2024, 2024-05, 2024-05-16, a stretch as 2024/2025) where it can be known:
 * 今年 by the date that the document bears, 同年 and 同日 by the date before in the paragraph, 5月16日 by that in the
 * sentence or else the document's, where the paragraph has not told of another year. A date that the calendar does not
 * have is none. The year in the title of an instrument belongs to the title.
 */
export function dateRecogniser(): Recogniser {
  return ({ text, start, whole, titles }) => {
    const own = known(whole.date);
    const inTitle = insideOf(titles);
    const found: Found[] = [];
    const add = (from: number, to: number, value: string | undefined) => {
      const attributes: Record<string, string> = value === undefined ? {} : { iso: value };
      found.push({ kind: 'date', start: start + from, end: start + to, attributes });
    };
    /** Told last, in a title or not. */
    let last: Told | undefined;
    /** Told last in the text itself. */
    let told: Told | undefined;
    let sentence = 0;
    let read = 0;
    for (const time of writtenTimes(text)) {
      if (SENTENCE_END.test(text.slice(read, time.start))) sentence = time.start;
      read = time.end;
      if (inTitle({ start: start + time.start, end: start + time.end })) {
        // Of the year in a title 同年 may be, or of none that was told.
        last = { date: undefined, isOfThing: true, end: time.end };
        continue;
      }
      const isBare = time.from.year === undefined && time.from.relative === undefined && !time.from.era;
      const context = isBare ? contextOf(text, time.start, own, told, sentence) : undefined;
      const isLoose = last?.isOfThing === true && last.end <= sentence;
      const before = isLoose ? undefined : last?.date;
      const from = meant(time.from, own, before, context);
      const to = time.to && meant(time.to, own, from, from);
      const isKnown = from !== undefined && (time.to === undefined || to !== undefined);
      if (!isKnown && !isTold(time.from, isBare, last !== undefined)) continue;
      OF_THING.lastIndex = time.end;
      last = { date: isKnown ? (to ?? from) : undefined, isOfThing: OF_THING.test(text), end: time.end };
      told = last;
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

/** The date by which a month or a day without a year is told. */
function contextOf(
  text: string,
  start: number,
  own: KnownDate | undefined,
  told: Told | undefined,
  sentence: number,
): KnownDate | undefined {
  const before = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
  if (NO_YEAR.test(before)) return undefined;
  if (told === undefined || TO_COME.test(before)) return own;
  if (told.end > sentence && !told.isOfThing) return told.date;
  // It may be of the year that was spoken of, or of the document's.
  return told.date?.year === own?.year ? own : undefined;
}

/** Whether a point is a date where nobody can tell which: 今年, 昭和二十年, 5月2日; not 2031年13月32日. */
function isTold({ relative, month, day, era }: WrittenPoint, isBare: boolean, anyTold: boolean): boolean {
  if (era) return true;
  // 同日 and 当年 mean no date where none was told.
  if (relative !== undefined) return relative in FROM_OWN_YEAR || anyTold;
  return isBare && month !== undefined && day !== undefined && isInCalendar({ year: 2000, month, day });
}
