import type { Edit } from '../../text/edit.ts';
import type { CharacterRule, Found } from '../rule.ts';

/**
 * What a number counts or dates in this genre; with one of these behind it a number takes no space in the house
 * style of the People's Daily. In a column, where spaces are the typesetter's, any character counts.
 */
const units =
  '年月日号號时時分秒小天届屆周週世纪紀次条條款项項章节節个個国國名人位万萬亿億千百元美欧岁歲代余餘多版页頁卷期公平立吨所座处處家场場倍件起轮輪份种種类類至到';
const number = '\\d+(?:[.,]\\d+)*(?:[－—–~～-]\\d+)?';
const spaces = '[ \\u00a0\\u2000-\\u200a]{1,3}';
const patternFor = (behind: string) =>
  new RegExp(
    `(?<![\\d.,－—–~～-])(?<!\\d[ \\u00a0])(?:(?<=[\\u4e00-\\u9fff，、。；：“”‘’《》（）])(${spaces}))?(?<![\\d.,－—–~～-])(${number})(${spaces})?(?=[${behind}])`,
    'g',
  );
const anywhere = patternFor(units);
const inColumn = patternFor('\\u4e00-\\u9fff');

/** Spaces about the numbers of dates and counts: `2001年 7月 16日`, `第 13 届`. */
export const digitSpacing: CharacterRule = {
  id: 'digit-spacing',
  class: 'safe',
  name: { en: 'spaces about numbers', zh: '数字两旁的空白' },
  about: {
    en: 'Spaces between digits and the Chinese characters beside them, as in 2024 年 5 月.',
    zh: '数字与相邻汉字之间的空格，如“2024 年 5 月”。',
  },
  done: {
    en: { one: '1 space at digits closed', many: '{0} spaces at digits closed' },
    zh: '{0} 处数字旁空格合拢',
  },
  words: {
    message: { en: 'White space about a number.', zh: '数字两旁有空白。' },
    fix: { en: 'Remove the spaces about the number', zh: '删去数字两旁的空白' },
  },
  find({ joined: { text }, layout: { wrapped }, claim }) {
    if (!/\d/.test(text) || !/[ \u00a0\u2000-\u200a]/.test(text)) return [];
    const found: Found[] = [];
    const pattern = wrapped ? inColumn : anywhere;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const edits: Edit[] = [];
      let at = match.index;
      for (const part of match.slice(1)) {
        if (part === undefined) continue;
        const end = at + part.length;
        if (/^[ \u00a0\u2000-\u200a]/.test(part) && claim(at, end)) edits.push({ start: at, end, text: '' });
        at = end;
      }
      if (edits.length > 0) found.push({ start: match.index, end: match.index + match[0].length, edits });
    }
    return found;
  },
};
