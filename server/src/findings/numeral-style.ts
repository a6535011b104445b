import { LARGEST_ROMAN, toRoman } from '../statement/numeral.ts';

/** A way of writing numbers; null for a number that it cannot write. */
type Style = (value: number) => string | null;

/** A number that is printed, and how. */
export interface Printed {
  readonly value: number;
  readonly text: string;
}

/** Chinese numerals up to 999: 二十一, 一百零二. */
function han(digits: string, ten: string, hundred: string): Style {
  return (value) => {
    if (value < 1 || value > 999) return null;
    const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
    const last = ones > 0 ? digits.charAt(ones) : '';
    if (hundreds === 0) return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? ten : ''}${last}`;
    const middle = tens > 0 ? `${digits[tens]}${ten}` : ones > 0 ? digits.charAt(0) : '';
    return `${digits[hundreds]}${hundred}${middle}${last}`;
  };
}

const common = han('零一二三四五六七八九', '十', '百');

/** 廿一, 卅 */
const shortTens: Style = (value) => {
  if (value < 20 || value > 39) return common(value);
  return `${value < 30 ? '廿' : '卅'}${value % 10 > 0 ? common(value % 10) : ''}`;
};

/** 二一, 三〇 */
const byDigits: Style = (value) =>
  [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

/** Characters that follow one another in a table, from its first on. */
function table(characters: string): Style {
  const all = [...characters];
  return (value) => all[value - 1] ?? null;
}

/** A stretch of a Unicode block that counts from one. */
function from(first: number, count: number): Style {
  return (value) => (value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : null);
}

const roman: Style = (value) => (value >= 1 && value <= LARGEST_ROMAN ? toRoman(value) : null);

/** The commonest first: where the neighbours do not tell two apart, it is the one that is meant. */
const styles: readonly Style[] = [
  common,
  han('〇一二三四五六七八九', '十', '百'),
  shortTens,
  byDigits,
  han('零壹贰叁肆伍陆柒捌玖', '拾', '佰'),
  han('零壹貳參肆伍陸柒捌玖', '拾', '佰'),
  han('零壹貳叁肆伍陸柒捌玖', '拾', '佰'),
  String,
  (value) => String(value).padStart(2, '0'),
  roman,
  (value) => roman(value)?.toLowerCase() ?? null,
  // Ⅰ, ⅰ, ①, ⑴, ⒈, ⒜: Unicode, “Number Forms” and “Enclosed Alphanumerics”.
  from(0x2160, 12),
  from(0x2170, 12),
  from(0x2460, 20),
  from(0x2474, 20),
  from(0x2488, 20),
  from(0x249c, 26),
  table('甲乙丙丁戊己庚辛壬癸'),
  table('子丑寅卯辰巳午未申酉戌亥'),
  // What typists and scans put for 巳.
  table('子丑寅卯辰已午未申酉戌亥'),
  table('abcdefghijklmnopqrstuvwxyz'),
  table('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
];

/** A number as its neighbours in a list are printed; null where they are printed in no one way. */
export function writtenLike(value: number, neighbours: readonly Printed[]): string | null {
  const style = styles.find((write) => neighbours.every((printed) => write(printed.value) === printed.text));
  return style?.(value) ?? null;
}
