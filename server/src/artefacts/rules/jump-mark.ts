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
  find(paragraph) {
    const place = findMark(paragraph);
    if (!place || !paragraph.claim(place.start, place.end)) return [];
    const { joined } = paragraph;
    // A mark cut by a line break is shown, but its removal would have to cross the break.
    const oneLine = lineAt(joined, place.start) === lineAt(joined, place.end - 1);
    return [
      {
        ...place,
        deletions: oneLine ? [place] : [],
        values: [joined.text.slice(place.start, place.end)],
        furniture: true,
      },
    ];
  },
};

/** The white space between the sentence and the mark that follows it. */
export const jumpMarkSpacing: CharacterRule = {
  id: 'jump-mark-spacing',
  find(paragraph) {
    const place = findMark(paragraph);
    if (!place || place.start === 0) return [];
    const { text } = paragraph.joined;
    let start = place.start;
    while (start > 0 && /[ \t\u00a0\u3000]/.test(text[start - 1]!)) start--;
    if (start === place.start || start === 0 || !paragraph.claim(start, place.start)) return [];
    return [{ start, end: place.start, deletions: [{ start, end: place.start }] }];
  },
};
