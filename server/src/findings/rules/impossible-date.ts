import { dateDigit, dateNumber, daysIn } from '../calendar.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** A year, if it is written out, a month, and a day, if it is told: 2024年2月30日, 二月三十日, 2024年13月. */
const date = new RegExp(
  `(?<!${dateDigit})(?:(\\d{4}|[〇零○一二三四五六七八九]{4})年)?(${dateDigit}{1,3})月(?:份|(${dateDigit}{1,3})[日号號])?`,
  'g',
);

/** Calendars in which a second month may have thirty days, or a year thirteen months; looked for before the date. */
const otherCalendar =
  /农历|農曆|阴历|陰曆|旧历|舊曆|夏历|夏曆|回历|回曆|伊历|伊曆|藏历|藏曆|佛历|佛曆|康熙|雍正|乾隆|嘉庆|嘉慶|道光|咸丰|咸豐|同治|光绪|光緒|宣统|宣統|明治|大正|昭和|闰|閏/;
const lookBack = 24;

/** A date that no calendar has: a digit of it was misread. */
export const impossibleDate: ReadingRule = {
  id: 'impossible-date',
  class: 'suspect',
  name: { en: 'impossible dates', zh: '不存在的日期' },
  about: {
    en: 'Dates that the calendar does not have, such as 2月30日 or 13月2日.',
    zh: '历法上不存在的日期，如“2月30日”“13月2日”。',
  },
  done: { en: { one: '1 date mended', many: '{0} dates mended' }, zh: '{0} 处日期改正' },
  words: {
    message: {
      en: 'There is no {0}: look at the print.',
      zh: '历法上没有“{0}”这一天，须查对原件。',
    },
  },
  variants: {
    month: {
      message: {
        en: 'There is no such month: {0}. Look at the print.',
        zh: '没有“{0}”这样的月份，须查对原件。',
      },
    },
  },
  find({ blocks }) {
    const found: ReadingFound[] = [];
    for (const { text, start } of blocks) {
      if (!text.includes('月')) continue;
      for (const match of text.matchAll(date)) {
        const [whole, yearText, monthText, dayText] = match;
        // 13月 alone may be a length of time.
        if (yearText === undefined && dayText === undefined) continue;
        const year = yearText === undefined ? null : dateNumber(yearText);
        const month = dateNumber(monthText!);
        const day = dayText === undefined ? 1 : dateNumber(dayText);
        if (month === null || day === null) continue;
        const isMonth = month >= 1 && month <= 12;
        if (isMonth && day >= 1 && day <= daysIn(month, year)) continue;
        if (otherCalendar.test(text.slice(Math.max(0, match.index - lookBack), match.index + whole.length)))
          continue;
        const at = start + match.index;
        found.push({
          start: at,
          end: at + whole.length,
          edits: [],
          values: [whole],
          ...(isMonth ? {} : { variant: 'month' }),
        });
      }
    }
    return found;
  },
};
