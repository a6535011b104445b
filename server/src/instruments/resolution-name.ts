import { fold } from './script.ts';

/** A resolution called by its subject in marks, or by its number. Offsets: UTF-16. */
export interface ResolutionName {
  readonly start: number;
  readonly end: number;
  /** What stands between the marks. */
  readonly subject?: string;
  /** Of the resolutions told by number, in order: 安理会第1718（2006）号决议 → 联合国安全理事会第1718号决议. */
  readonly numbers?: readonly string[];
}

const BODY =
  '(?:联合国大会|聯合國大會|联大|聯大|联合国安理会|聯合國安理會|联合国安全理事会|聯合國安全理事會|安理会|安理會|安全理事会|安全理事會|大会|大會)';
const OPEN = '[“「『‘《]';
const CLOSE = '[”」』’》]';
const IN_MARKS = '[^“”「」『』‘’《》，。；]{4,80}';
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
const NUMBERED = new RegExp(
  `(${BODY})?(?:通过的|通過的|的|有关|有關)?((?:${UNCAUGHT}${BETWEEN}){0,9}${UNCAUGHT})(?:决议|決議)`,
  'g',
);
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
  if (!/决议|決議/.test(text)) return [];
  const found: ResolutionName[] = [];
  for (const pattern of [SUBJECT_FIRST, BODY_FIRST]) {
    for (const match of text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, subject: match[1]! });
    }
  }
  for (const match of text.matchAll(NUMBERED)) {
    const [whole, body, list] = match;
    // 一项决议, 这一决议: a number and no body is one only with 第.
    if (body === undefined && !/^第/.test(list!)) continue;
    const name = bodyName(body === undefined ? undefined : fold(body));
    const numbers = [...list!.matchAll(EACH)].map(([, number]) => `${name}第${arabic(number!)}号决议`);
    if (numbers.length > 0) found.push({ start: match.index, end: match.index + whole.length, numbers });
  }
  return found;
}
