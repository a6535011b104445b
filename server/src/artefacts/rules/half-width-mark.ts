import { isCjkMark, isDigit, isHan } from '../../text/characters.ts';
import { mending, type Reading } from '../mending.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';
import { Sign, signOf } from '../signs.ts';

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
};

/** As many in one paragraph are one finding: somebody typed it so. */
const many = 3;
/** How far apart brackets may stand that belong together. */
const longestNote = 200;

const numeral = /[一二三四五六七八九十百千〇零]/;

function isChinese(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  return isHan(unit) || isCjkMark(unit);
}

/** Whether a Chinese word, or a mark that closes one, ends before an offset. */
function endsChinese(text: string, end: number): boolean {
  let at = end - 1;
  while (at >= 0 && end - at < 4 && /[”’》〉）」』】)]/.test(text[at]!)) at--;
  return at >= 0 && isHan(text.charCodeAt(at));
}

/** Whether a stop behind a Chinese word goes on in Chinese, or ends the paragraph. */
function isStop(text: string, at: number): boolean {
  if (!endsChinese(text, at)) return false;
  const next = at + 1;
  if (next === text.length || isChinese(text, next) || text[next] === '(' || text[next] === '"') return true;
  // 双方于会谈后,2024年5月; but not 三:2
  return isDigit(text.charCodeAt(next)) && !numeral.test(text[at - 1]!);
}

/** A point at the end of a Chinese sentence; 一. numbers an item. */
function isFullStop(text: string, at: number): boolean {
  if (text[at] !== '.' || at === 0 || !isHan(text.charCodeAt(at - 1))) return false;
  if (at + 1 < text.length && !isHan(text.charCodeAt(at + 1))) return false;
  let start = at;
  while (start > 0 && at - start < 4 && numeral.test(text[start - 1]!)) start--;
  return start === at || (start > 0 && isHan(text.charCodeAt(start - 1)));
}

/** The half-width brackets about Chinese words, each pair together, and those that belong to a full-width one. */
function bracketsIn(text: string, places: readonly number[]): number[][] {
  const found: number[][] = [];
  const open: number[] = [];
  for (const at of places) {
    const sign = text[at]!;
    if (sign === '(' || sign === '（') open.push(at);
    else if (sign === ')' || sign === '）') {
      const opened = open.pop();
      if (opened === undefined || at - opened > longestNote) continue;
      const mixed = (text[opened] === '（') !== (sign === '）');
      if (mixed) found.push([sign === ')' ? at : opened]);
      else if (sign === ')' && isNote(text, opened, at)) found.push([opened, at]);
    }
  }
  return found;
}

/** Whether what stands in a pair of brackets is Chinese, and so is the text about it where it is not wholly so. */
function isNote(text: string, open: number, close: number): boolean {
  const content = text.slice(open + 1, close);
  if (!/[\u4e00-\u9fff]/.test(content)) return false;
  return isChinese(text, open - 1) || isChinese(text, close + 1) || !/\w/.test(content);
}

/** One finding for each mark or pair, or one for all of them where they are many. */
function findings(
  paragraph: ParagraphText,
  marks: readonly (readonly number[])[],
  told: Pick<Found, 'class' | 'variant'>,
): Found[] {
  const { text } = paragraph.solid;
  const sorted = marks.toSorted((a, b) => a[0]! - b[0]!);
  const groups = marks.length < many && !paragraph.context.halfWidth ? sorted : [sorted.flat()];
  return groups.flatMap((places) => {
    const readings = places
      .toSorted((a, b) => a - b)
      .map((at): Reading => ({ start: at, end: at + 1, text: fullWidth[text[at]!]! }));
    if (readings.length === 0) return [];
    const signs = [...new Set(readings.map(({ start }) => text[start]!))].join(' ');
    const found = mending(paragraph, readings, { ...told, values: [readings.length, signs], partly: true });
    return found ? [found] : [];
  });
}

/** Marks of an alphabet among Chinese characters: `双方同意,并(依照宪章)承诺:`. */
export const halfWidthMark: CharacterRule = {
  id: 'half-width-mark',
  class: 'likely',
  name: { en: 'half-width marks', zh: '半角标点' },
  about: {
    en: 'Commas, colons, brackets and other marks of an alphabet among Chinese characters.',
    zh: '汉字之间的半角逗号、冒号、括号等标点。',
  },
  done: {
    en: { one: '1 place with half-width marks mended', many: '{0} places with half-width marks mended' },
    zh: '{0} 处半角标点改为全角',
  },
  words: {
    message: {
      en: {
        one: 'A half-width mark among Chinese characters: {1}',
        many: '{0} half-width marks among Chinese characters: {1}',
      },
      zh: '汉字之间有 {0} 个半角标点：{1}',
    },
    fix: {
      en: { one: 'Put the full-width mark', many: 'Put {0} full-width marks' },
      zh: '改为全角标点（{0} 处）',
    },
  },
  variants: {
    throughout: {
      // The text's own way of writing: nobody wants it in the list of problems.
      defaultLevel: 'hint',
      message: {
        en: {
          one: 'This text is written with half-width marks; here is one: {1}',
          many: 'This text is written with half-width marks; here are {0}: {1}',
        },
        zh: '全文多用半角标点，此处有 {0} 个：{1}',
      },
      fix: {
        en: { one: 'Put the full-width mark', many: 'Put {0} full-width marks' },
        zh: '改为全角标点（{0} 处）',
      },
    },
    point: {
      message: {
        en: { one: 'A point that may be a full stop', many: '{0} points that may be full stops' },
        zh: '{0} 个句点，可能应为句号。',
      },
      fix: { en: 'Put 。', zh: '改为“。”' },
    },
  },
  needs: Sign.halfWidth | Sign.point,
  find(paragraph) {
    const { text, signs } = paragraph.solid;
    const likely: number[][] = (signs.all & Sign.halfWidth) === 0 ? [] : bracketsIn(text, signs.places);
    const suspect: number[][] = [];
    for (const at of signs.places) {
      if ((signOf(text.charCodeAt(at)) & (Sign.halfWidth | Sign.point)) === 0) continue;
      const sign = text[at]!;
      if (sign === '.') {
        if (isFullStop(text, at)) suspect.push([at]);
      } else if (sign !== '(' && sign !== ')' && sign in fullWidth && isStop(text, at)) likely.push([at]);
    }
    // Where the whole text is written so, nobody wants to hear of it again and again.
    const told = paragraph.context.halfWidth
      ? ({ class: 'suspect', variant: 'throughout' } as const)
      : ({ class: 'likely' } as const);
    return [
      ...findings(paragraph, likely, told),
      ...findings(paragraph, suspect, { class: 'suspect', variant: 'point' }),
    ];
  },
};
