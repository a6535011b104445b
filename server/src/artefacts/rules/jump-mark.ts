import type { TextRange } from '../../text/range.ts';
import { lineAt } from '../joined.ts';
import type { CharacterRule, ParagraphText } from '../rule.ts';

const mark =
  /[（(][ \t]{0,3}[下上][ \t]{0,3}[转轉接][ \t]{0,3}第?[ \t]{0,3}[^（）()\s]{1,4}[ \t]{0,3}[版页頁][ \t]{0,3}[）)]/y;
const longestMark = 28;

/** The page-jump mark that begins or ends the paragraph: `（下转第7版）`, `（上接第1版）`; UTF-16 in the joined text. */
function findMark({ joined: { text } }: ParagraphText): TextRange | null {
  if (text === '') return null;
  const last = text.charCodeAt(text.length - 1);
  if (last === 0xff09 || last === 0x29) {
    for (let at = text.length - 2; at >= 0 && at > text.length - longestMark; at--) {
      const code = text.charCodeAt(at);
      if (code !== 0xff08 && code !== 0x28) continue;
      mark.lastIndex = at;
      const match = mark.exec(text);
      return match && at + match[0].length === text.length ? { start: at, end: text.length } : null;
    }
  }
  const first = text.charCodeAt(0);
  if (first !== 0xff08 && first !== 0x28) return null;
  mark.lastIndex = 0;
  const match = mark.exec(text);
  return match ? { start: 0, end: match[0].length } : null;
}

/** The mark itself. It is furniture: no word of the document. */
export const jumpMark: CharacterRule = {
  id: 'jump-mark',
  class: 'likely',
  name: { en: 'page marks', zh: '版面标记' },
  about: {
    en: 'Marks such as 下转第7版 and 上接第6版, which lead from page to page of a newspaper.',
    zh: '报纸的转版标记，如“下转第7版”“上接第6版”。',
  },
  done: {
    en: { one: '1 page-jump mark removed', many: '{0} page-jump marks removed' },
    zh: '{0} 处转版标记删去',
  },
  words: {
    message: {
      en: 'A mark of the newspaper page, no word of the document: {0}',
      zh: '报纸版面标记，不属于文件正文：{0}',
    },
    fix: { en: 'Remove the page mark', zh: '删去版面标记' },
  },
  vanishing: true,
  find(paragraph) {
    const place = findMark(paragraph);
    if (!place || !paragraph.claim(place.start, place.end)) return [];
    const { joined } = paragraph;
    // A mark cut by a line break is shown, but its removal would have to cross the break.
    const oneLine = lineAt(joined, place.start) === lineAt(joined, place.end - 1);
    return [
      {
        ...place,
        edits: oneLine ? [{ ...place, text: '' }] : [],
        values: [joined.text.slice(place.start, place.end)],
        furniture: true,
      },
    ];
  },
};

/** The white space between the sentence and the mark that follows it. */
export const jumpMarkSpacing: CharacterRule = {
  id: 'jump-mark-spacing',
  class: 'safe',
  name: { en: 'spaces before page marks', zh: '版面标记前的空白' },
  about: {
    en: 'Spaces before the marks that lead from page to page of a newspaper.',
    zh: '报纸转版标记之前的空格。',
  },
  done: {
    en: { one: '1 space before a page-jump mark closed', many: '{0} spaces before page-jump marks closed' },
    zh: '{0} 处转版标记前空格合拢',
  },
  words: {
    message: { en: 'White space before a mark of the newspaper page.', zh: '版面标记前有空白。' },
    fix: { en: 'Remove the space before the page mark', zh: '删去版面标记前的空白' },
  },
  find(paragraph) {
    const place = findMark(paragraph);
    if (!place || place.start === 0) return [];
    const { text } = paragraph.joined;
    let start = place.start;
    while (start > 0 && /[ \t\u00a0\u3000]/.test(text[start - 1]!)) start--;
    if (start === place.start || start === 0 || !paragraph.claim(start, place.start)) return [];
    return [{ start, end: place.start, edits: [{ start, end: place.start, text: '' }] }];
  },
};
