import { hanNumeralValue } from '../statement/numeral.ts';

/** What the words about a title say of it: 2001年7月16日签署的《…》. */
export interface Circumstance {
  /** ISO: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date?: string;
  readonly verb?: string;
  /** UTF-16 offset of the first character that belongs to it; the title's start where there is none before it. */
  readonly start: number;
}

const VERB =
  '(?:签署|簽署|签订|簽訂|签定|簽定|缔结|締結|订立|訂立|通过|通過|发表|發表|达成|達成|批准|核准|制定|制订|制訂|公布|公佈|颁布|頒布|发布|發布|宣布|提出|商定|修订|修訂|生效|加入)';
const DIGIT = '[\\d０-９〇零○一二三四五六七八九十廿卅]';
const DATE = `(${DIGIT}{4})年(?:(${DIGIT}{1,3})月(?:(${DIGIT}{1,3})日)?)?`;
const LONGEST = 56;
const LONGEST_VERB_PHRASE = 6;

/** The last date before the title, then a place and a verb, or nothing but 的. */
const DATED = new RegExp(
  `${DATE}(?:[^，。；：！？《》“”\\d]{0,24}?(${VERB})(?:的|了)?[^，。；：！？《》“”]{0,8}|的)$`,
);
const VERB_ALONE = new RegExp(`(${VERB})(?:的|了)?(?:新版|新的|一项|了)?$`);
const DATED_AFTER = new RegExp(`^[（(]${DATE}(?:[^（()）]{0,12}?(${VERB}))?[^（()）]{0,4}[）)]`);

function numberOf(digits: string | undefined): number | null {
  if (digits === undefined) return null;
  const plain = digits.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : hanNumeralValue(plain);
}

/** ISO date of what a pattern caught, or undefined where there is no such day. */
function isoDate(year?: string, month?: string, day?: string): string | undefined {
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

function circumstance(start: number, date: string | undefined, verb: string | undefined): Circumstance {
  return { start, ...(date === undefined ? {} : { date }), ...(verb === undefined ? {} : { verb }) };
}

/** Date and verb about the title that stands at [start, end) of `text`; UTF-16 offsets. */
export function circumstanceOf(text: string, start: number, end: number): Circumstance {
  const from = Math.max(0, start - LONGEST);
  const before = text.slice(from, start);
  const dated = lastDated(before);
  if (dated !== null) {
    const date = isoDate(dated[1], dated[2], dated[3]);
    if (date !== undefined) return circumstance(from + dated.index, date, dated[4]);
  }
  const near = before.slice(-LONGEST_VERB_PHRASE);
  const alone = VERB_ALONE.exec(near);
  const after = DATED_AFTER.exec(text.slice(end, end + 40));
  const date = after === null ? undefined : isoDate(after[1], after[2], after[3]);
  const first = alone === null ? start : start - near.length + alone.index;
  return circumstance(first, date, alone?.[1] ?? after?.[4]);
}

/** The last date, so that an earlier one about something else is left alone. */
function lastDated(before: string): RegExpExecArray | null {
  for (let year = before.lastIndexOf('年'); year >= 4; year = before.lastIndexOf('年', year - 1)) {
    const match = DATED.exec(before.slice(year - 4));
    if (match !== null && match.index === 0) {
      match.index = year - 4;
      return match;
    }
  }
  return null;
}
