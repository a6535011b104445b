const DIGITS = '零一二三四五六七八九';

/** A number up to 99 in Chinese numerals. */
export function han(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** A way of counting: the mark of a number, and what stands between it and the text. */
export type Numbering = (value: number) => string;

/** The ways in which lists count; each as long as `list` may be. */
export const numberings = {
  bare: han,
  hanPoint: (value) => `${han(value)}、`,
  hanBracket: (value) => `（${han(value)}）`,
  arabicPoint: (value) => `${value}.`,
  arabicBracket: (value) => `（${value}）`,
  arabicClosing: (value) => `${value}）`,
  circled: (value) => String.fromCodePoint(0x245f + value),
  stem: (value) => `${'甲乙丙丁戊己庚辛壬癸'[value - 1]}、`,
  stemBracket: (value) => `（${'甲乙丙丁戊己庚辛壬癸'[value - 1]}）`,
  branch: (value) => `${'子丑寅卯辰已午未申酉'[value - 1]}、`,
  roman: (value) => `${ROMAN[value - 1]}.`,
  latin: (value) => `${'ABCDEFGHIJ'[value - 1]}.`,
  latinBracket: (value) => `(${'abcdefghij'[value - 1]})`,
  dash: () => '——',
} satisfies Record<string, Numbering>;

/** From outer to inner: which lists may stand in which. */
export const INNER: readonly Numbering[][] = [
  [numberings.hanBracket, numberings.arabicPoint, numberings.dash],
  [numberings.arabicPoint, numberings.arabicBracket, numberings.branch, numberings.latinBracket],
  [numberings.arabicBracket, numberings.circled, numberings.arabicClosing, numberings.latinBracket],
];
