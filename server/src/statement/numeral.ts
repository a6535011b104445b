/** The ways in which Chinese documents count their parts. */
export type NumeralSystem = 'han' | 'arabic' | 'roman' | 'stem' | 'branch' | 'circled' | 'latin';

export interface Numeral {
  readonly system: NumeralSystem;
  readonly value: number;
  /** UTF-16 offset after its last character, in the text that was read. */
  readonly end: number;
}

/** Chinese digits, with the formal ones and with the circles and letters that scans put for 〇. */
const DIGITS = new Map<string, number>(
  [
    '〇零○ＯO',
    '一壹弌',
    '二贰貳两兩弍',
    '三叁參叄弎',
    '四肆',
    '五伍',
    '六陆陸',
    '七柒',
    '八捌',
    '九玖',
  ].flatMap((spellings, value) => [...spellings].map((spelling): [string, number] => [spelling, value])),
);
const MULTIPLIERS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const TENS = new Map([
  ['廿', 20],
  ['卅', 30],
]);
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
/** What scans and typists put for 巳. */
const SIXTH_BRANCH = '已';
/** What of the ideographs a numeral may begin with. */
const FIRST_HAN = new Set([
  ...DIGITS.keys(),
  ...MULTIPLIERS.keys(),
  ...TENS.keys(),
  ...STEMS,
  ...BRANCHES,
  SIXTH_BRANCH,
]);
/** The longest numeral that is read: what is longer counts nothing. */
const LONGEST = 12;

/** Value of a whole Chinese numeral (二十三, 一百零二, 二〇二四, 贰拾), or null where it is not a well-formed one. */
export function hanNumeralValue(text: string): number | null {
  if (text === '' || text.length > LONGEST) return null;
  const positional = [...text].every((character) => DIGITS.has(character));
  if (positional) return [...text].reduce((value, character) => value * 10 + DIGITS.get(character)!, 0);
  let value = 0;
  let digit: number | null = null;
  let lastMultiplier = Number.POSITIVE_INFINITY;
  for (const character of text) {
    const ten = TENS.get(character);
    const multiplier = MULTIPLIERS.get(character);
    const next = DIGITS.get(character);
    if (ten !== undefined) {
      if (digit !== null || lastMultiplier <= 10) return null;
      value += ten;
      lastMultiplier = 10;
    } else if (multiplier !== undefined) {
      if (multiplier >= lastMultiplier || digit === 0) return null;
      if (digit === null && multiplier !== 10) return null;
      value += (digit ?? 1) * multiplier;
      lastMultiplier = multiplier;
      digit = null;
    } else if (next !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = next;
    } else return null;
  }
  return value + (digit ?? 0);
}

/** The largest number that is read and written in Roman numerals. */
export const LARGEST_ROMAN = 99;

/** A number from 1 to {@link LARGEST_ROMAN} in Roman numerals. */
export function toRoman(value: number): string {
  const signs: readonly [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let roman = '';
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      roman += sign;
      rest -= worth;
    }
  }
  return roman;
}

const ROMAN = new Map(
  Array.from({ length: LARGEST_ROMAN }, (_, i): [string, number] => [toRoman(i + 1), i + 1]),
);
/** Single letters that a list A, B, C also has: only these stand for a Roman number when alone. */
const LONE_ROMAN = new Set(['I', 'V', 'X']);

/** UTF-16 offset after the run of characters that satisfy `holds`, from `at` on. */
function runEnd(text: string, at: number, holds: (character: string) => boolean): number {
  let end = at;
  while (end < text.length && end - at <= LONGEST && holds(text.charAt(end))) end++;
  return end;
}

const isHan = (c: string) => (DIGITS.has(c) && c !== 'O' && c !== 'Ｏ') || MULTIPLIERS.has(c) || TENS.has(c);
const isArabic = (c: string) => (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
const isRoman = (c: string) => 'IVXLC'.includes(c);

/**
 * The numeral that stands at a UTF-16 offset of `text`, as long as it goes; null where there is none.
 * 〇 alone, 0 and malformed numerals (十十) are none: nothing is numbered so.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  const first = text.charAt(at);
  if (first === '' || (first >= '\u3400' && first <= '\u9fff' && !FIRST_HAN.has(first))) return null;
  if (isHan(first)) {
    const end = runEnd(text, at, isHan);
    const value = hanNumeralValue(text.slice(at, end));
    return value === null || value === 0 ? null : { system: 'han', value, end };
  }
  if (isArabic(first)) {
    const end = runEnd(text, at, isArabic);
    const value = Number(text.slice(at, end).normalize('NFKC'));
    return value === 0 || end - at > 4 ? null : { system: 'arabic', value, end };
  }
  const code = first.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x249b) {
    return { system: 'circled', value: ((code - 0x2460) % 20) + 1, end: at + 1 };
  }
  if (code >= 0x2160 && code <= 0x216b) return { system: 'roman', value: code - 0x215f, end: at + 1 };
  if (isRoman(first)) {
    const end = runEnd(text, at, isRoman);
    const roman = text.slice(at, end);
    const value = ROMAN.get(roman);
    if (value !== undefined && (roman.length > 1 || LONE_ROMAN.has(roman))) {
      return { system: 'roman', value, end };
    }
  }
  const stem = STEMS.indexOf(first);
  if (stem >= 0) return { system: 'stem', value: stem + 1, end: at + 1 };
  const branch = BRANCHES.indexOf(first);
  if (first === SIXTH_BRANCH && /[、.．）)]/.test(text.charAt(at + 1))) {
    return { system: 'branch', value: 6, end: at + 1 };
  }
  if (branch >= 0) return { system: 'branch', value: branch + 1, end: at + 1 };
  if (/^[a-zA-Z](?![a-zA-Z])/.test(text.slice(at, at + 2))) {
    return { system: 'latin', value: (code | 0x20) - 0x60, end: at + 1 };
  }
  return null;
}
