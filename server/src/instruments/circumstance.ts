import { isoDate, MONTH_AND_DAY, WRITTEN_DATE } from './written-date.ts';

/** What the words about a title say of it: 2001年7月16日签署的《…》, 《…》于1992年6月19日签订. */
export interface Circumstance {
  /** ISO: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date?: string;
  readonly verb?: string;
  /** UTF-16 offset of the first character that belongs to it; the title's start where there is none before it. */
  readonly start: number;
}

const VERB =
  '(?:签署|簽署|签订|簽訂|签定|簽定|缔结|締結|订立|訂立|通过|通過|发表|發表|达成|達成|批准|核准|制定|制订|制訂|公布|公佈|颁布|頒布|发布|發布|宣布|提出|商定|修订|修訂|生效|加入)';
const MARKS = '，。；：！？《》“”「」';
const LONGEST = 56;
const LONGEST_AFTER = 48;
const LONGEST_VERB_PHRASE = 6;
/** How far back the year of 同年 is looked for. */
const LONGEST_YEAR_BACK = 240;

/** What leads from the date to the title: a place and a verb, or nothing but 的. A comma only after the date. */
const LEADING = `(?:，[^${MARKS}\\d]{0,24}?(${VERB})(?:的|了)?|[^${MARKS}\\d]{0,24}?(${VERB})(?:的|了)?[^${MARKS}]{0,8}|的?)$`;
const DATED = new RegExp(`^${WRITTEN_DATE}${LEADING}`);
/** 同年12月…的《…》, 当日签署的《…》: of the year or day that was told before. */
const SAME = new RegExp(`(?:(?:同年|当年|當年)(?:${MONTH_AND_DAY})?|(同日|当日|當日|当天|當天))${LEADING}`);
const VERB_ALONE = new RegExp(`(${VERB})(?:的|了)?(?:新版|新的|一项|了)?$`);
const IN_BRACKETS = new RegExp(
  `^[（(](?:[^（()）\\d]{0,8}?(${VERB})?[于於]?)${WRITTEN_DATE}(?:[^（()）]{0,12}?(${VERB}))?[^（()）]{0,4}[）)]`,
);
const FOLLOWING = new RegExp(
  `^(?:，|已|是|现|業|业|将|將|便|即)?(?:[于於在自]|已[于於]|是[在于於])?${WRITTEN_DATE}(?:起)?(?:在[^${MARKS}、（()）\\d对對]{1,10})?(?:正式|共同|联合|聯合|由[^${MARKS}、对對]{1,10})?(${VERB})`,
);

function circumstance(start: number, date: string | undefined, verb: string | undefined): Circumstance {
  return { start, ...(date === undefined ? {} : { date }), ...(verb === undefined ? {} : { verb }) };
}

/** Date and verb about the title that stands at [start, end) of `text`; UTF-16 offsets. */
export function circumstanceOf(text: string, start: number, end: number): Circumstance {
  const from = Math.max(0, start - LONGEST);
  const before = text.slice(from, start);
  const dated = lastDated(before) ?? ofTheSame(text, from, before);
  if (dated !== null) return circumstance(from + dated.index, dated.date, dated.verb);
  const near = before.slice(-LONGEST_VERB_PHRASE);
  const alone = VERB_ALONE.exec(near);
  const first = alone === null ? start : start - near.length + alone.index;
  const told = toldAfter(text.slice(end, end + LONGEST_AFTER));
  return circumstance(first, told?.date, alone?.[1] ?? told?.verb);
}

interface Dated {
  /** UTF-16, in the text before the title. */
  readonly index: number;
  readonly date: string;
  readonly verb: string | undefined;
}

/** The last date, so that an earlier one about something else is left alone. */
function lastDated(before: string): Dated | null {
  for (let year = before.lastIndexOf('年'); year >= 4; year = before.lastIndexOf('年', year - 1)) {
    const match = DATED.exec(before.slice(year - 4));
    // In force for one state, which is another event.
    if (match === null || (match[0].includes('生效') && /[对對]/.test(match[0]))) continue;
    const date = isoDate(match[1], match[2], match[3]);
    if (date !== undefined) return { index: year - 4, date, verb: match[4] ?? match[5] };
  }
  return null;
}

/** 同年, 当日: the year or the day that was told last. */
function ofTheSame(text: string, from: number, before: string): Dated | null {
  const same = /[同当當][年日天]/.test(before) ? SAME.exec(before) : null;
  if (same === null) return null;
  const at = from + same.index;
  const last = [...text.slice(Math.max(0, at - LONGEST_YEAR_BACK), at).matchAll(ANY_DATE)].at(-1);
  if (last === undefined) return null;
  const [, year, month, day] = last;
  const date = same[3] === undefined ? isoDate(year, same[1], same[2]) : isoDate(year, month, day);
  return date === undefined ? null : { index: same.index, date, verb: same[4] ?? same[5] };
}

const ANY_DATE = new RegExp(WRITTEN_DATE, 'g');

/** （1968年7月1日）, 于1992年6月19日在北京签订 */
function toldAfter(after: string): { date: string | undefined; verb: string | undefined } | null {
  const bracketed = IN_BRACKETS.exec(after);
  if (bracketed !== null) {
    const [, verb, year, month, day, later] = bracketed;
    return { date: isoDate(year, month, day), verb: verb ?? later };
  }
  const following = FOLLOWING.exec(after);
  if (following === null) return null;
  const [, year, month, day, verb] = following;
  return { date: isoDate(year, month, day), verb };
}
