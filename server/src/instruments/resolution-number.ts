import { hanNumeralValue } from '../statement/numeral.ts';
import { fold } from './script.ts';
import { WRITTEN_DATE } from './written-date.ts';

/** A resolution told by its number; a list of numbers tells of one each. Offsets: UTF-16. */
export interface NumberedResolution {
  readonly start: number;
  readonly end: number;
  /** By body and number, however they are printed: 联合国安全理事会第1718号决议; 第1718号决议 where nothing tells the body. */
  readonly key: string;
}

/** Bodies that number their resolutions, as documents call them; folded. 大会 of something is another's. */
export const BODY =
  '(?:联合国大会|联大|联合国安理会|联合国安全理事会|安理会|安全理事会|(?:联合国)?(?:经济及社会|经济和社会|经社|人权)理事会|(?<!代表|人民|卫生|审议|劳工|议员|委员|国际|缔约国|世界)大会)';

const ASSEMBLY = '联合国大会';
const COUNCIL = '联合国安全理事会';

/** The one name that a body goes by here. */
export function bodyName(body: string): string {
  if (/安/.test(body)) return COUNCIL;
  if (/人权/.test(body)) return '联合国人权理事会';
  return /理事会/.test(body) ? '联合国经济及社会理事会' : ASSEMBLY;
}

const HAN = '[〇零○一二三四五六七八九十百千]{1,9}';
/** 1718, 377A, 76/300, ES-11/1, S/RES/1718. */
const NUMBER = `(?:(?:[AS]/RES/)?(?:ES-|S-)?\\d{1,4}(?:/\\d{1,4})?(?: ?[A-Z](?![A-Za-z]))?|${HAN})(?![\\d〇零○一二三四五六七八九十百千]| ?[年月日])`;
/** The year of the Council, the session of the Assembly: (1992), （XXV）, （二届）. */
const IN_BRACKETS = '\\s?[（(［[〔][^（()）［］[\\]〔〕，。；]{1,12}[）)］\\]〕]';
const ITEM = new RegExp(
  `(?:(${BODY})的?)?([（(][^（()）]{1,8}[届会][^（()）]{0,4}[）)])?(第\\s?)?(${NUMBER})(${IN_BRACKETS})?\\s?(号)?(${IN_BRACKETS})?`,
  'g',
);
/** What parts two numbers of a list: 第733（1992）号和1992年4月24日第751（1992）号决议. */
const BETWEEN = new RegExp(`^(?:、|，|和|与|及|以及)\\s?(?:${WRITTEN_DATE}(?:通过)?的?)?$`);
const LONGEST_BETWEEN = 24;
const RESOLUTION = /^\s?决议/;
/** 第1772（2007）号有关海上安全的决议 */
const OF_SUBJECT = /^(?:有关|关于)[^，。；：“”《》「」、]{2,24}的决议/;
const LONGEST_TAIL = 32;
/** 联合国大会一九四八年十二月十日第217号决议: whose it is, told before its date. */
const BODY_BEFORE = new RegExp(`.*(${BODY})[^，。；：“”《》]{0,24}$`, 's');
/** Bodies of others. */
const OTHER_BODY = /(?:大会|会议|理事会|委员会|组织|议会|国会|常委会)[^，。；：“”《》]{0,24}$/;
const LONGEST_BEFORE = 36;

interface Item {
  readonly start: number;
  readonly end: number;
  readonly body: string | undefined;
  readonly isNumbered: boolean;
  readonly number: string;
  readonly brackets: string;
}

const DIGITS = '〇一二三四五六七八九';

/** 第二七五八号 and 第二千七百五十八号 are printed for 第2758号. */
function arabic(number: string): string {
  const han = number.replace(/[零○]/g, '〇');
  if (/^[〇一二三四五六七八九]+$/.test(han)) {
    return [...han].map((digit) => String(DIGITS.indexOf(digit))).join('');
  }
  return String(hanNumeralValue(han) ?? number.replace(/\s|[AS]\/RES\//g, ''));
}

/** Whose a number is by how it is written: the Council's have the year, the Assembly's had the session. */
function bodyByForm({ number, brackets }: Item): string | undefined {
  if (/^S\/RES/.test(number) || /^[（(［[〔](?:19|20)\d\d年?.$/.test(brackets)) return COUNCIL;
  return /^(?:A\/RES|ES-)/.test(number) || /^.[IVXLC]+.$/.test(brackets) ? ASSEMBLY : undefined;
}

/** The numbers of resolutions in a folded text, in order of place. Linear. */
export function numberedResolutionsIn(folded: string): NumberedResolution[] {
  const found: NumberedResolution[] = [];
  let list: Item[] = [];
  for (const match of folded.matchAll(ITEM)) {
    const [whole, body, session, ordinal, number, year, , after] = match;
    const item: Item = {
      start: match.index,
      end: match.index + whole.trimEnd().length,
      body,
      isNumbered: body !== undefined || ordinal !== undefined,
      number: number!,
      brackets: (year ?? after ?? session ?? '').trim(),
    };
    const last = list.at(-1);
    const gap = last === undefined ? '' : folded.slice(last.end, item.start);
    const isLinked = last !== undefined && gap.length <= LONGEST_BETWEEN && BETWEEN.test(gap);
    // 一项决议: a number alone is that of no resolution.
    if (!isLinked && !item.isNumbered) continue;
    if (!isLinked) list = [];
    list.push(item);
    const tail = folded.slice(item.end, item.end + LONGEST_TAIL);
    const direct = RESOLUTION.exec(tail)?.[0].length ?? 0;
    if (direct === 0 && !OF_SUBJECT.test(tail)) continue;
    for (const one of resolutionsOf(list, direct, folded, found.at(-1))) found.push(one);
    list = [];
  }
  return found;
}

function resolutionsOf(
  list: readonly Item[],
  direct: number,
  folded: string,
  previous: NumberedResolution | undefined,
): NumberedResolution[] {
  const first = list[0]!;
  const before = folded.slice(Math.max(0, first.start - LONGEST_BEFORE), first.start);
  let body = first.body ?? BODY_BEFORE.exec(before)?.[1];
  const isOthers = body === undefined && OTHER_BODY.test(before);
  // 安理会第1718号决议、第1874号决议
  const isNext =
    previous !== undefined &&
    BETWEEN.test(folded.slice(previous.end, first.start).slice(0, LONGEST_BETWEEN + 1));
  return list.map((item, i) => {
    body = item.body ?? body;
    const told = body === undefined ? undefined : bodyName(body);
    const whose =
      told ??
      (isNext && !previous.key.startsWith('第')
        ? previous.key.slice(0, previous.key.indexOf('第'))
        : undefined) ??
      (isOthers ? undefined : bodyByForm(item)) ??
      '';
    const end = item.end + (i === list.length - 1 ? direct : 0);
    return { start: item.start, end, key: `${whose}第${arabic(item.number)}号决议` };
  });
}

/** The key of a name that is nothing but body and number; undefined where it is another name. */
export function resolutionKey(name: string): string | undefined {
  if (!/[决決]/.test(name)) return undefined;
  const folded = fold(name).trim();
  const [only, ...others] = numberedResolutionsIn(folded);
  const isWhole = only !== undefined && only.start === 0 && only.end === folded.length;
  return isWhole && others.length === 0 ? only.key : undefined;
}
