import { mending } from '../mending.ts';
import type { CharacterRule, Found } from '../rule.ts';
import { Sign } from '../signs.ts';

interface Pair {
  readonly open: number;
  readonly close: number;
  /** How many titles it stands in. */
  readonly depth: number;
}

/** The title marks of a text as pairs, whatever their kind; null where one has no partner. */
function pairsOf(text: string, places: readonly number[]): Pair[] | null {
  const pairs: Pair[] = [];
  const open: number[] = [];
  for (const at of places) {
    const sign = text[at]!;
    if (sign === '《' || sign === '〈') open.push(at);
    else if (sign === '》' || sign === '〉') {
      const opened = open.pop();
      if (opened === undefined) return null;
      pairs.push({ open: opened, close: at, depth: open.length });
    }
  }
  return open.length > 0 ? null : pairs;
}

/** A title that is opened by one kind of mark and closed by the other: 《联合国宪章〉. */
export const titleMarkNesting: CharacterRule = {
  id: 'title-mark-nesting',
  class: 'suspect',
  name: { en: 'title marks of two kinds', zh: '不相配的书名号' },
  about: {
    en: 'A title that begins with 《 and ends with 〉, or the reverse.',
    zh: '书名号前后不相配，如“《……〉”“〈……》”。',
  },
  done: {
    en: { one: '1 pair of title marks mended', many: '{0} pairs of title marks mended' },
    zh: '{0} 对书名号改正',
  },
  words: {
    message: { en: '{0} closes a title that {1} opened.', zh: '以 {1} 开头的书名却以 {0} 结尾。' },
    fix: { en: 'Put {2}', zh: '改为 {2}' },
  },
  needs: Sign.angle,
  find(paragraph) {
    const { text, signs } = paragraph.solid;
    if (!/[〈〉]/.test(text)) return [];
    const found: Found[] = [];
    for (const { open, close, depth } of pairsOf(text, signs.places) ?? []) {
      const pair = `${text[open]}${text[close]}`;
      if (pair === '《》' || pair === '〈〉') continue;
      const right = depth % 2 === 0 ? '《》' : '〈〉';
      const at = text[open] === right[0] ? close : open;
      const mark = at === open ? right[0]! : right[1]!;
      const made = mending(paragraph, [{ start: at, end: at + 1, text: mark }], {
        values: [text[close]!, text[open]!, mark],
        shown: { start: close, end: close + 1 },
      });
      if (made) found.push(made);
    }
    return found;
  },
};
