import { RowFlag as flag } from '../layout/row-flag.ts';
import type { CharacterRule } from '../rule.ts';

const title =
  /(?:声明|聲明|公报|公報|宣言|条约|條約|协定|協定|议定书|議定書|公约|公約|备忘录|備忘錄|通知|决议|決議|决定|命令|电报|電報|照会|照會|讲话|講話|谈话|社论|报告|贺电|唁电)$/;
/** No title is longer (UTF-16). */
const longestTitle = 48;
const year = '(?:[一二三四五六七八九〇○零OＯ]{4}|\\d{4})';
const day = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';
/** The date of a document below its title; without brackets it may be that of a signature. */
const dateLine = new RegExp(`^[（(]\\s*${year}\\s*年\\s*${day}\\s*月\\s*${day}\\s*日[^（）()。]{0,12}[）)]$`);

/** The title of another document, with its date below, behind the end of a text. */
export const strayArticle: CharacterRule = {
  id: 'stray-article',
  class: 'suspect',
  name: { en: 'other articles on the page', zh: '混入的其他文章' },
  about: {
    en: 'The title of another document, with its date, behind a text that has ended.',
    zh: '前文已完，其后又有另一文件的标题和日期。',
  },
  done: { en: { one: '1 other article', many: '{0} other articles' }, zh: '{0} 处其他文章' },
  words: {
    message: {
      en: 'Another document seems to begin here: what stands before it may be a different article of the page.',
      zh: '此处似为另一文件的开头，以上文字可能是同页的其他文章。',
    },
  },
  find({ joined, layout: { rows, before, after } }) {
    // A title stands by itself, below the end of something else.
    const above = before();
    if (!above || rows.length > 3 || !(above.row.flags & flag.endsSentence || /[）)]$/.test(above.print)))
      return [];
    const { text } = joined;
    if (text.length > longestTitle || /[。；，]/.test(text)) return [];
    // What the layout joined to the date is looked at line by line.
    const lines = [
      ...joined.lines.map(({ start, end }) => text.slice(start, end)),
      after(0)?.print,
      after(1)?.print,
    ];
    for (let i = 0; i < 3 && i + 1 < lines.length; i++) {
      const line = lines[i];
      const next = lines[i + 1];
      if (line === undefined || next === undefined) break;
      if (title.test(line.replace(/\s+/g, '')) && dateLine.test(next)) {
        const end = joined.lines[0]!.end;
        return [{ start: 0, end, edits: [] }];
      }
    }
    return [];
  },
};
