import { isCjkMark, isHan } from '../../text/characters.ts';
import { mending } from '../mending.ts';
import type { CharacterRule, Found } from '../rule.ts';
import { Sign } from '../signs.ts';

/** Points, stops or dots in a row, or an ellipsis; longer rows are the leaders of a table of contents. */
const rows = /\.{3,}|．{3,}|。{3,}|·{3,}|•{3,}|…+/g;
const longest = 6;

/** Whether the row of one sign can be the ellipsis of a sentence. */
function isOdd(row: string): boolean {
  return row[0] === '…' ? row.length === 1 : row.length <= longest;
}

function isChinese(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (isHan(text.charCodeAt(at)) || isCjkMark(text.charCodeAt(at)));
}

/** Points, stops or half an ellipsis for ……. */
export const ellipsis: CharacterRule = {
  id: 'ellipsis',
  class: 'likely',
  name: { en: 'ellipses', zh: '省略号' },
  about: {
    en: 'Points, stops, dots or half an ellipsis for the Chinese ellipsis ……',
    zh: '省略号误作句点、句号、间隔号或者只有半个。',
  },
  done: { en: { one: '1 ellipsis mended', many: '{0} ellipses mended' }, zh: '{0} 处省略号改正' },
  words: {
    message: { en: '{0} stands for the ellipsis ……', zh: '“{0}”应为省略号“……”。' },
    fix: { en: 'Put …… for {0}', zh: '把“{0}”改为“……”' },
  },
  needs: Sign.ellipsis | Sign.point | Sign.stopAfterStop | Sign.dot,
  find(paragraph) {
    const { text } = paragraph.solid;
    const found: Found[] = [];
    for (const { 0: row, index: start } of text.matchAll(rows)) {
      const end = start + row.length;
      // A contents line leads to a number; in a passage of an alphabet three points are right.
      if (!isOdd(row) || !isChinese(text, start - 1) || /^[\s\w.…·•]/.test(text.charAt(end))) continue;
      const made = mending(paragraph, [{ start, end, text: '……' }], { values: [row] });
      if (made) found.push(made);
    }
    return found;
  },
};
