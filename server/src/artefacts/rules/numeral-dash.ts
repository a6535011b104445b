import { mending } from '../mending.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';
import { Sign, signOf } from '../signs.ts';

/** How much of the text on either side tells a numeral (UTF-16 solid). */
const reach = 8;

const ones = '一二三四五六七八九';
const units = '条條章节節款項项編编部届屆次号號卷期回集册版页頁个個位批轮輪季类類世国國天年月课課段句点點';

interface Slot {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** Where a lone dash can be nothing but 一: what stands before it, and what behind. */
const slots: readonly Slot[] = [
  // 第—条, 第一百—十条; 第三—五条 is a range
  {
    before: new RegExp(`第(?:[${ones}十百千零〇]{0,4}[百千零〇])?$`),
    after: new RegExp(`^(?:[十百千][${ones}十百千零〇]{0,4})?[${units}]`),
  },
  // 第十—条
  { before: new RegExp(`第[${ones}百千零〇]{0,4}[十廿卅]$`), after: new RegExp(`^[${units}]`) },
  // 第—，
  { before: /第$/, after: /^[，。；、]/ },
  // 年—月, 十—月
  { before: new RegExp(`(?:年|(?:^|[^${ones}百千])十)$`), after: /^月(?!球)/ },
  // 月—日, 二十—日
  { before: /(?:月|(?:^|[月二三日至、，])十|廿|卅)$/, after: /^[日号號](?!本)/ },
  // （十—）, （—）
  { before: new RegExp(`[（(][${ones}]?十$`), after: /^[）)]/ },
  { before: /(?:^|[。；：:，、条條款项項第])[（(]$/, after: /^[）)]/ },
  { before: /[（(]$/, after: /^[）)][项項目款]/ },
  // —、 and 十—、 where an item begins
  { before: new RegExp(`(?:^|[。；：])(?:[${ones}]?十)?$`), after: /^、./s },
  // 十— by itself
  { before: new RegExp(`^[${ones}]?十$`), after: /^$/ },
  // Words that hold 一 and never a dash
  { before: /之$/, after: /^(?:[，。；、”）]|$)/ },
  { before: /(?:^|[^系总總传傳正血道法])[统統]$/, after: /^(?:战线|戰線|大业|大業|思想|认识|行动|规划|的)/ },
  { before: /唯$/, after: /^(?:的|合法|正确|途径|代表)/ },
  { before: /[进進]$/, after: /^步/ },
  { before: /(?:协商|協商|达成|達成|取得|保持|意见|意見)$/, after: /^致/ },
  { before: /的$/, after: /^切(?!实|實)/ },
];

/** The digits of a year, with what is read for its zeros. */
const digits = `${ones}〇零○OＯo0０`;
/** Documents of this genre name no others by their digits, and a range of two small numbers is none of these. */
const firstYear = 1500;
const lastYear = 2199;

/** Whether the dash is one of the four digits of a year: 二〇—九年. */
function inYear(text: string, at: number): boolean {
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < 4 && isYearDigit(text, start - 1)) start--;
  while (end < text.length && end - at < 5 && isYearDigit(text, end)) end++;
  if (end - start !== 4 || text[end] !== '年' || /[十百千\d]/.test(text.charAt(start - 1))) return false;
  let value = 0;
  for (let i = start; i < end; i++) {
    value = value * 10 + (isDash(text, i) ? 1 : ones.indexOf(text[i]!) + 1);
  }
  return firstYear <= value && value <= lastYear;
}

function isYearDigit(text: string, at: number): boolean {
  return isDash(text, at) || digits.includes(text.charAt(at));
}

/** Arabic digits and letters, which stand beside no 一. */
function isNumber(text: string, at: number): boolean {
  return at >= 0 && text.charCodeAt(at) < 0x7b && /\w/.test(text[at]!);
}

/** Whether no other dash stands beside the one at `at`. */
function isLone(text: string, at: number): boolean {
  return !isDash(text, at - 1) && !isDash(text, at + 1);
}

function isDash(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (signOf(text.charCodeAt(at)) & Sign.dash) !== 0;
}

function inSlot(text: string, at: number): boolean {
  if (isNumber(text, at - 1) || isNumber(text, at + 1)) return false;
  const left = text.slice(Math.max(0, at - reach), at);
  const right = text.slice(at + 1, at + 1 + reach);
  return slots.some(({ before, after }) => after.test(right) && before.test(left));
}

function dashAt(paragraph: ParagraphText, at: number, told: Pick<Found, 'class'> = {}): Found[] {
  const values = [paragraph.solid.text.charAt(at)];
  const found = mending(paragraph, [{ start: at, end: at + 1, text: '一' }], { ...told, values });
  return found ? [found] : [];
}

/** A dash that was read for 一: 第—条, 二〇—九年, —、. */
export const numeralDash: CharacterRule = {
  id: 'numeral-dash',
  class: 'likely',
  name: { en: 'dashes read for 一', zh: '误作横线的“一”' },
  about: {
    en: 'A dash in the place of the numeral 一, as in 第—条 or 二〇—九年.',
    zh: '数字“一”误作横线，如“第—条”“二〇—九年”。',
  },
  done: { en: { one: '1 dash made 一', many: '{0} dashes made 一' }, zh: '{0} 处横线改为“一”' },
  words: {
    message: { en: 'The dash {0} stands in the place of 一 (one).', zh: '横线“{0}”占了“一”字的位置。' },
    fix: { en: 'Put 一 for the dash {0}', zh: '把横线“{0}”改为“一”' },
  },
  needs: Sign.dash,
  find(paragraph) {
    const { text, signs } = paragraph.solid;
    // A line of its own is the number of a section, or a rule between two parts.
    if (text.length === 1) return /[—―ー－]/.test(text) ? dashAt(paragraph, 0, { class: 'suspect' }) : [];
    return signs.places.flatMap((at) =>
      isDash(text, at) && isLone(text, at) && (inSlot(text, at) || inYear(text, at))
        ? dashAt(paragraph, at)
        : [],
    );
  },
};
