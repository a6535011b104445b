import { hanNumeralValue } from '../statement/numeral.ts';

/** A day, month or year as it is written, before anyone knows of which year 同年 is. */
export interface WrittenPoint {
  /** UTF-16 in the text that was read. */
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  /** 今年, 同日: told by another date. */
  readonly relative: string | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** It is counted by an era that this calendar does not tell the year of: 昭和二十年. */
  readonly era: boolean;
  /** The first and the last month of 第一季度 and 上半年. */
  readonly months: readonly [first: number, last: number] | undefined;
}

/** A point, or a stretch from one to another. */
export interface WrittenTime {
  readonly start: number;
  readonly end: number;
  readonly from: WrittenPoint;
  readonly to: WrittenPoint | undefined;
}

/** The years of the Republic (1912 is the first) go with the months and days of this calendar; those of the others are not told. */
const REPUBLIC = '(?:中华)?民国';
const ERAS =
  '顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|明治|大正|昭和|平成|令和|隆熙|光武|公元前|[伊佛回]历|檀纪';
const DIGIT = '[\\d０-９〇零○一二三四五六七八九]';
/** Of a month or a day. */
const NUMBER = '(?:\\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})';
/** The letter O is what scans and typists put for 〇: 二OOO年. */
const YEAR = `(?<!${DIGIT}|公元前|[伊佛回]历|檀纪)(${DIGIT}{4}|[一二][OＯ〇零○一二三四五六七八九]{3})年(?!历史|代)`;
const RELATIVE_YEAR =
  '今年|本年|去年|上年|前年|明年|后年|同年|次年|翌年|当年(?=[\\d０-９一二三四五六七八九十])';
const PART = '第[一二三四1-4]季度|上半年|下半年|年?[底末初]';
const MONTH = `(${NUMBER})月份?(?:(${NUMBER})[日号]|[上中下]旬|[底末初])?`;
/** 16日下午, 二十七日在甲城: a day of the month told before, as news has it. */
const DAY_ALONE = `(?<![月至日第初\\d０-９一二三四五六七八九十])(${NUMBER})日(?=上午|下午|晚|凌晨|清晨|中午|[在于电])`;
const POINT = `(?:${YEAR}|(${RELATIVE_YEAR}))(?:${MONTH}|(${PART}))?|(${NUMBER})月(${NUMBER})[日号]|(同日(?![益本])|当日|同一天|次日|翌日)|(同月|当月|次月|本月)(?:(${NUMBER})[日号])?|${DAY_ALONE}|(?:(${REPUBLIC})|(?:${ERAS}))(元|\\d{1,4}|[一二三四五六七八九十廿卅百〇零]{1,5})年(?:(${NUMBER})月(?:(${NUMBER})[日号])?)?`;
const UNTIL = '(?:至|到|[—–－─~～-]{1,2})';

const anyPoint = new RegExp(POINT, 'g');
const pointHere = new RegExp(POINT, 'y');
const until = new RegExp(UNTIL, 'y');
/** What may follow 至: 17日, 6月2日, 6月. */
const tailHere = new RegExp(`(${NUMBER})月份?(?:(${NUMBER})[日号])?|(${NUMBER})[日号]`, 'y');
/** 2023—2026年: a first year without its 年 is read backwards from the second. */
const bareYearBefore = new RegExp(`(?<!${DIGIT})(${DIGIT}{4})${UNTIL}$`);
/** In UTF-16. */
const longestBareYear = 6;

/** The number that digits tell; undefined where there are none or they tell none. */
function written(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  const plain = digits.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : (hanNumeralValue(plain) ?? undefined);
}

function monthsOf(part: string | undefined): readonly [number, number] | undefined {
  if (part === '上半年') return [1, 6];
  if (part === '下半年') return [7, 12];
  if (part?.endsWith('季度') !== true) return undefined;
  const quarter = written(part.charAt(1))!;
  return [3 * quarter - 2, 3 * quarter];
}

function pointOf(match: RegExpExecArray): WrittenPoint {
  const [
    text,
    year,
    relativeYear,
    month,
    day,
    part,
    ownMonth,
    ownDay,
    sameDay,
    sameMonth,
    dayThere,
    dayAlone,
    republic,
    eraYear,
    eraMonth,
    eraDay,
  ] = match;
  const yearOfRepublic = republic && (eraYear === '元' ? 1 : written(eraYear));
  return {
    start: match.index,
    end: match.index + text.length,
    year: yearOfRepublic ? 1911 + yearOfRepublic : written(year),
    relative: relativeYear ?? sameDay ?? sameMonth,
    month: written(month ?? ownMonth ?? eraMonth),
    day: written(day ?? ownDay ?? dayThere ?? dayAlone ?? eraDay),
    era: eraYear !== undefined && !yearOfRepublic,
    months: monthsOf(part),
  };
}

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** Where the stretch that begins with a point ends, right behind it: 至17日, —2025年. */
function endOf(text: string, { end, month, day }: WrittenPoint): WrittenPoint | undefined {
  const words = matchAt(until, text, end);
  if (words === null) return undefined;
  const start = end + words[0].length;
  const whole = matchAt(pointHere, text, start);
  if (whole !== null) return pointOf(whole);
  const tail = matchAt(tailHere, text, start);
  if (tail === null || month === undefined) return undefined;
  const [found, tailMonth, tailDay, dayOnly] = tail;
  if (dayOnly !== undefined && day === undefined) return undefined;
  return {
    start,
    end: start + found.length,
    year: undefined,
    relative: undefined,
    month: written(tailMonth) ?? month,
    day: written(tailDay ?? dayOnly),
    era: false,
    months: undefined,
  };
}

/** 十五时, 上午10时30分: told with its day. */
const hourHere = new RegExp(`(?:上午|下午|中午|凌晨|晚)?${NUMBER}时(?:${NUMBER}分|整)?(?![期间候代])`, 'y');

function behindHour(text: string, { end, day }: WrittenPoint): number {
  return end + (day === undefined ? 0 : (matchAt(hourHere, text, end)?.[0].length ?? 0));
}

function bareYear(text: string, { start, year }: WrittenPoint): WrittenPoint | undefined {
  if (year === undefined) return undefined;
  const before = text.slice(Math.max(0, start - longestBareYear - 1), start);
  const found = bareYearBefore.exec(before);
  if (found === null) return undefined;
  const none = { era: false, relative: undefined, month: undefined, day: undefined, months: undefined };
  const from = start - before.length + found.index;
  return { ...none, start: from, end: from + found[1]!.length, year: written(found[1]) };
}

/** The dates of a text in simplified characters, in order of place and apart. Linear. */
export function writtenTimes(text: string): WrittenTime[] {
  const times: WrittenTime[] = [];
  anyPoint.lastIndex = 0;
  for (let match = anyPoint.exec(text); match !== null; match = anyPoint.exec(text)) {
    const point = pointOf(match);
    const before = bareYear(text, point);
    const to = before === undefined ? endOf(text, point) : point;
    const from = before ?? point;
    const end = behindHour(text, to ?? from);
    times.push({ start: from.start, end, from, to });
    anyPoint.lastIndex = end;
  }
  return times;
}
