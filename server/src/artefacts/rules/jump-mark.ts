import { isSpace } from '../../text/characters.ts';
import type { TextRange } from '../../text/range.ts';
import { lineAt } from '../joined.ts';
import type { CharacterRule, ParagraphText } from '../rule.ts';
import { Sign } from '../signs.ts';

const mark =
  /[（(【〔[][ \t]{0,3}[下上紧緊][ \t]{0,3}[转轉接][ \t]{0,3}第?[ \t]{0,3}[^（）()【】〔〕[\]\s]{1,4}[ \t]{0,3}[版页頁][ \t]{0,3}[）)】〕\]]/g;

/** The page-jump marks of the paragraph, `（下转第7版）`, `（上接第1版）`, but for those that are quoted; UTF-16 in the joined text. */
function findMarks({ joined: { text } }: ParagraphText): TextRange[] {
  const found: TextRange[] = [];
  if (!/[下上紧緊][ \t]{0,3}[转轉接]/.test(text)) return found;
  for (const match of text.matchAll(mark)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!/[“‘"'「『]/.test(text.charAt(start - 1)) && !/[”’"'」』]/.test(text.charAt(end)))
      found.push({ start, end });
  }
  return found;
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
  needs: Sign.page,
  find(paragraph) {
    const { joined } = paragraph;
    return findMarks(paragraph)
      .filter(({ start, end }) => paragraph.claim(start, end))
      .map((place) => {
        // A mark cut by a line break is shown, but its removal would have to cross the break.
        const oneLine = lineAt(joined, place.start) === lineAt(joined, place.end - 1);
        return {
          ...place,
          edits: oneLine ? [{ ...place, text: '' }] : [],
          values: [joined.text.slice(place.start, place.end)],
          furniture: true,
        };
      });
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
  needs: Sign.page,
  find(paragraph) {
    const { joined } = paragraph;
    const { text } = joined;
    return findMarks(paragraph).flatMap(({ start: end }) => {
      const first = lineAt(joined, end).start;
      let start = end;
      while (start > first && isSpace(text.charCodeAt(start - 1))) start--;
      if (start === end || start === first || !paragraph.claim(start, end)) return [];
      return [{ start, end, edits: [{ start, end, text: '' }] }];
    });
  },
};
