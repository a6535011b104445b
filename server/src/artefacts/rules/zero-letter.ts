import type { TextRange } from '../../text/range.ts';
import { mending, type Reading } from '../mending.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';
import { Sign, signOf } from '../signs.ts';

const ones = '一二三四五六七八九';
const units = '年月日号號条條度元人名个個页頁届屆';

const letters = 'OoＯ0０';
const circles = '○◯';
const digitSigns = Sign.letterDigit | Sign.zero;
/** Longer ones are no numerals. */
const longest = 8;

/** A year, month, day or number of an article with letters among its digits: 2O24年, l949年, 1O月. */
const arabic = /(?<![\dA-Za-z])(?=[\dOolI]*\d)(?=[\dOolI]*[OolI])[\dOolI]{1,4}(?=[年月日号號条條])/g;
/** The only digit of a month or a day, which the date about it tells. */
const single = /(?<=\d年)[lI](?=月)|(?<=(?:^|[^\dA-Za-z])[\dlIOo]{1,2}月)[lI](?=[日号號])/g;

function digitsOf(text: string): string {
  return text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
}

/** Whether a number can be what its unit says: a year of four digits, a month, a day, an article. */
function isPossible(digits: string, unit: string): boolean {
  const value = Number(digits);
  if (unit === '年') return digits.length === 4 && value >= 1500 && value <= 2199;
  if (digits.startsWith('0')) return false;
  if (unit === '月') return value <= 12;
  return unit === '条' || unit === '條' ? value <= 999 : value <= 31;
}

/** Whether a run of Chinese digits and zeros is a number, by its unit or by the digits on both its sides. */
function isNumeral(run: string, text: string, start: number): boolean {
  const unit = text.charAt(start + run.length);
  const first = ones.includes(run[0]!);
  const any = first || [...run].some((character) => ones.includes(character));
  // Minutes and seconds of a place on the map: 四O度O六分, OO秒.
  if (/[分秒]/.test(unit)) return any || /[度分]/.test(text.charAt(start - 1));
  if (!first) return false;
  return (run.length > 2 && ones.includes(run.at(-1)!)) || (unit !== '' && units.includes(unit));
}

/** The run of Chinese digits and zeros about an offset; null where it is too long. */
function runAbout(text: string, at: number, zeros: string): TextRange | null {
  const isDigit = (i: number) => {
    const character = text.charAt(i);
    return (
      character !== '' &&
      (ones.includes(character) || '〇零'.includes(character) || zeros.includes(character))
    );
  };
  let start = at;
  let end = at + 1;
  while (at - start < longest && isDigit(start - 1)) start--;
  while (end - start <= longest && isDigit(end)) end++;
  if (end - start > longest || end - start < 2) return null;
  return /[\w十百千]/.test(text.charAt(start - 1) + text.charAt(end)) ? null : { start, end };
}

/** Numerals written digit by digit with other signs for their zeros: 二O二四年, 三七度五O分. */
function zerosIn(paragraph: ParagraphText, zeros: string): Found[] {
  const { text, signs } = paragraph.solid;
  const found: Found[] = [];
  let done = 0;
  for (const place of signs.places) {
    if (place < done || (signOf(text.charCodeAt(place)) & digitSigns) === 0) continue;
    if (!zeros.includes(text[place]!)) continue;
    const shown = runAbout(text, place, zeros);
    if (!shown) continue;
    done = shown.end;
    const run = text.slice(shown.start, shown.end);
    if (!isNumeral(run, text, shown.start)) continue;
    const readings: Reading[] = [];
    for (let i = shown.start; i < shown.end; i++) {
      if (zeros.includes(text[i]!)) readings.push({ start: i, end: i + 1, text: '〇' });
    }
    const whole = [...run].map((character) => (zeros.includes(character) ? '〇' : character)).join('');
    const made = mending(paragraph, readings, { values: [run, whole], shown });
    if (made) found.push(made);
  }
  return found;
}

function lettersIn(paragraph: ParagraphText): Found[] {
  const { text } = paragraph.solid;
  const found: Found[] = [];
  const add = (run: string, start: number) => {
    const digits = digitsOf(run);
    const readings: Reading[] = [];
    for (let i = 0; i < run.length; i++) {
      if (run[i] !== digits[i]) readings.push({ start: start + i, end: start + i + 1, text: digits[i]! });
    }
    const made = mending(paragraph, readings, {
      values: [run, digits],
      shown: { start, end: start + run.length },
    });
    if (made) found.push(made);
  };
  for (const { 0: run, index } of text.matchAll(arabic)) {
    if (isPossible(digitsOf(run), text.charAt(index + run.length))) add(run, index);
  }
  for (const { 0: run, index } of text.matchAll(single)) add(run, index);
  return found;
}

/** Letters read for digits: 二O二四年 for 二〇二四年, 2O24年 for 2024年. */
export const zeroLetter: CharacterRule = {
  id: 'zero-letter',
  class: 'likely',
  name: { en: 'letters read for digits', zh: '误作字母的数字' },
  about: {
    en: 'Letters in numbers, as in 二O二四年, 2O24年 or l949年, and 0 among Chinese digits.',
    zh: '数字中的字母，如“二O二四年”“2O24年”“l949年”，以及汉字数字中的“0”。',
  },
  done: {
    en: { one: '1 number freed of letters', many: '{0} numbers freed of letters' },
    zh: '{0} 处数字改正',
  },
  words: {
    message: {
      en: 'A letter or another kind of digit in a number: {0}',
      zh: '数字中有字母或者另一种数码：{0}',
    },
    fix: { en: 'Read {1}', zh: '改为“{1}”' },
  },
  needs: digitSigns | Sign.letterDigit,
  find(paragraph) {
    const { signs } = paragraph.solid;
    const found = (signs.all & digitSigns) === 0 ? [] : zerosIn(paragraph, letters);
    return (signs.all & Sign.letterDigit) === 0 ? found : found.concat(lettersIn(paragraph));
  },
};

/** The circle that many houses print for 〇: 二○二四年. It is read as zero everywhere, so nobody needs to mend it. */
export const zeroCircle: CharacterRule = {
  id: 'zero-circle',
  class: 'likely',
  name: { en: 'circles for 〇', zh: '代“〇”的圆圈' },
  about: {
    en: 'The circle ○ for the numeral 〇, as in 二○二四年. Many houses print it so: off by default.',
    zh: '以圆圈“○”代数字“〇”，如“二○二四年”。不少出版物习用，默认关闭。',
  },
  done: {
    en: { one: '1 number with circles mended', many: '{0} numbers with circles mended' },
    zh: '{0} 处圆圈改为“〇”',
  },
  words: {
    message: { en: 'A circle stands for the numeral 〇: {0}', zh: '以圆圈代数字“〇”：{0}' },
    fix: { en: 'Read {1}', zh: '改为“{1}”' },
  },
  defaultLevel: 'off',
  needs: Sign.letterDigit,
  find(paragraph) {
    return zerosIn(paragraph, circles);
  },
};
