import { fold } from './script.ts';
import { isoDate, WRITTEN_DATE } from './written-date.ts';

/** A resolution called by its subject in marks, or by its number. Offsets: UTF-16. */
export interface ResolutionName {
  readonly start: number;
  readonly end: number;
  /** What stands between the marks. */
  readonly subject?: string;
  /** Not adopted yet: “…”提案. */
  readonly proposed?: true;
  /** Of the resolutions told by number, in order: 安理会第1718（2006）号决议 → 联合国安全理事会第1718号决议. */
  readonly numbers?: readonly string[];
}

const BODY =
  '(?:联合国大会|聯合國大會|联大|聯大|联合国安理会|聯合國安理會|联合国安全理事会|聯合國安全理事會|安理会|安理會|安全理事会|安全理事會|大会|大會)';
const OPEN = '[“「『‘《]';
const CLOSE = '[”」』’》]';
const IN_MARKS = '[^“”"「」『』‘’《》，。；]{4,80}';
const SUBJECT_FIRST = new RegExp(
  `${OPEN}(${IN_MARKS})${CLOSE}的?${BODY}[^，。；“”「」《》、]{0,16}?(?:决议|決議)(?!草案)`,
  'g',
);
const BODY_FIRST = new RegExp(
  `${BODY}(?:通过的|通過的|关于|關於|题为|題為|第[一-鿿\\d]{1,4}届会议通过的)?${OPEN}(${IN_MARKS})${CLOSE}的?(?:决议|決議)(?!草案)`,
  'g',
);
const NUMBER = '(?:\\d{1,4}[A-Z]?|[〇零○一二三四五六七八九十百千]{1,8})';
const SESSION = '(?:\\s?[（(][^（()）]{1,12}[）)])?';
const ONE = `第?\\s?(${NUMBER})${SESSION}(?:/\\d{1,4}[A-Z]?)?\\s?[号號]?`;
const BETWEEN = '(?:、|和|与|與|及|以及)';
const UNCAUGHT = ONE.replace('(', '(?:');
/** “…”的, before the number of what it is the subject of. */
const TITLED = `(?:${OPEN}(${IN_MARKS})${CLOSE}的?)?`;
const NUMBERED = new RegExp(
  `${TITLED}(?:(${BODY})的?)?([（(][^（()）]{1,8}[届屆会會][^（()）]{0,4}[）)])?((?:${UNCAUGHT}${BETWEEN}){0,9}${UNCAUGHT})(?:决议|決議)`,
  'g',
);
/** 联合国大会一九四八年十二月十日第217号决议: whose it is, told before its date. */
const BODY_BEFORE = new RegExp(`(${BODY})[^，。；：“”《》]{0,24}$`);
const LONGEST_BODY_BEFORE = 36;
/** 一九七一年十二月二十一日联合国安全理事会的决议: told by its day. */
const DATED = new RegExp(
  `${WRITTEN_DATE}((${BODY})(?:通过|通過)?(?:的|关于[^，。；《》“”]{2,30}的)?(?:决议|決議))`,
  'g',
);
/** Where proposals are none of the business of states. */
const IN_ASSEMBLY = /联合国|聯合國|联大|聯大|安理会|安理會|会员国|會員國/;
const PROPOSAL = new RegExp(`${OPEN}(${IN_MARKS})${CLOSE.replace(']', '"]')}(?:提案|决议草案|決議草案)`, 'g');
const EACH = new RegExp(ONE, 'g');
const DIGITS = '〇一二三四五六七八九';

/** 第二七五八号 is printed for 第2758号. */
function arabic(number: string): string {
  const digits = number.replace(/[零○]/g, '〇');
  if (!/^[〇一二三四五六七八九]+$/.test(digits)) return number;
  return [...digits].map((digit) => String(DIGITS.indexOf(digit))).join('');
}

const ASSEMBLY = '联合国大会';
const COUNCIL = '联合国安全理事会';

function bodyName(body: string | undefined): string {
  if (body === undefined) return '';
  return /安/.test(body) ? COUNCIL : ASSEMBLY;
}

/** The names by which a registry may have a resolution; `key` as {@link ResolutionName.numbers} has it. */
export function namesOfResolution(key: string): string[] {
  const number = key.slice(key.indexOf('第'));
  const bodies = key.startsWith('第')
    ? [ASSEMBLY, '联大', COUNCIL, '联合国安理会', '安理会', '']
    : key.startsWith(COUNCIL)
      ? [COUNCIL, '联合国安理会', '安理会', '安全理事会']
      : [ASSEMBLY, '联大'];
  return bodies.map((body) => body + number);
}

/** “…”联大决议, 安理会第2231号决议; in order of place for each sort. */
export function resolutionNamesIn(text: string): ResolutionName[] {
  const found: ResolutionName[] = [];
  if (/提案|草案/.test(text) && IN_ASSEMBLY.test(text)) {
    for (const match of text.matchAll(PROPOSAL)) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        subject: match[1]!,
        proposed: true,
      });
    }
  }
  if (!/决议|決議/.test(text)) return found;
  for (const match of text.matchAll(DATED)) {
    const date = isoDate(match[1], match[2], match[3]);
    const name = `${bodyName(fold(match[5]!))}${date}决议`;
    const start = match.index + match[0].length - match[4]!.length;
    if (date?.length === 10) found.push({ start, end: start + match[4]!.length, numbers: [name] });
  }
  for (const pattern of [SUBJECT_FIRST, BODY_FIRST]) {
    for (const match of text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, subject: match[1]! });
    }
  }
  for (const match of text.matchAll(NUMBERED)) {
    const [whole, subject, told, , list] = match;
    // 一项决议, 这一决议: a number and no body is one only with 第.
    if (told === undefined && !/^第/.test(list!)) continue;
    const before = text.slice(Math.max(0, match.index - LONGEST_BODY_BEFORE), match.index);
    const body = told ?? BODY_BEFORE.exec(before)?.[1];
    const name = bodyName(body === undefined ? undefined : fold(body));
    const numbers = [...list!.matchAll(EACH)].map(([, number]) => `${name}第${arabic(number!)}号决议`);
    const end = match.index + whole.length;
    if (subject !== undefined && numbers.length === 1) found.push({ start: match.index, end, subject });
    else if (numbers.length > 0) found.push({ start: match.index, end, numbers });
  }
  return found;
}
