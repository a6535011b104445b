import { documentDates, type PlacedDate } from '../document-dates.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** Lines that tell another day than that of the signing: a news agency's, a newspaper's, an act of law. */
const otherDay =
  /[电電讯訊]|[社网網报報]|载|載|通过|通過|生效|批准|核准|公布|公佈|颁布|頒布|施行|修[正订訂改]|修訂|[译譯]|更新|[来來]源/;
/** A line that is longer tells more than place and date, unless it says that this was signed. */
const longestLine = 40;
const signed = /[订訂签簽][于於字订訂署立]|完成[于於]|[于於].{1,30}[订訂签簽]/;

/** The dates of signing among those that lines of the head or the closing tell. */
function signingDates(dates: readonly PlacedDate[]): PlacedDate[] {
  return dates.filter(({ hasMonth, block: { text } }) => {
    if (!hasMonth || otherDay.test(text)) return false;
    return text.trim().length <= longestLine || signed.test(text);
  });
}

const overlaps = (a: PlacedDate, b: PlacedDate) => a.first <= b.last && b.first <= a.last;

/** The line of the date under the title and the closing tell different days. */
export const differingDates: ReadingRule = {
  id: 'differing-dates',
  class: 'suspect',
  name: { en: 'dates that differ', zh: '前后不一的文件日期' },
  about: {
    en: 'A date under the title and a date at the end of a document that are not the same.',
    zh: '标题之下的日期与文末的签署日期不一致。',
  },
  done: { en: { one: '1 date mended', many: '{0} dates mended' }, zh: '{0} 处日期改正' },
  words: {
    message: {
      en: 'Here the document bears the date {0}, at its head {1}: one of the two may be misread.',
      zh: '此处日期为{0}，文首日期为{1}，其中之一可能有误。',
    },
    related: { en: 'The date at the head: {1}.', zh: '文首日期：{1}。' },
  },
  find(text) {
    return documentDates(text).flatMap(({ datelines, closing }): ReadingFound[] => {
      const head = signingDates(datelines);
      const end = signingDates(closing);
      const [first, last] = [head[0], end.at(-1)];
      if (!first || !last || head.some((date) => end.some((other) => overlaps(date, other)))) return [];
      const related = [{ start: first.start, end: first.end }];
      return [{ start: last.start, end: last.end, edits: [], values: [last.text, first.text], related }];
    });
  },
};
