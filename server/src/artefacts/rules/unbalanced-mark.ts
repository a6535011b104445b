import { isLetter } from '../../text/characters.ts';
import { safeMargin } from '../line-break.ts';
import { mending, pointing } from '../mending.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';
import { Sign, signOf } from '../signs.ts';

/** Opening and closing marks by family: title marks are one, whichever of them closes; brackets of both widths another. */
const openings = ['“', '‘', '《〈', '（(', '「', '『', '【', '〔'];
const closings = ['”', '’', '》〉', '）)', '」', '』', '】', '〕'];
const quotations = new Set([0, 1, 4, 5]);
const round = 3;

const familyOf = (signs: readonly string[]) =>
  new Map(signs.flatMap((family, i) => [...family].map((sign): [number, number] => [sign.charCodeAt(0), i])));
const opensFamily = familyOf(openings);
const closesFamily = familyOf(closings);

interface Mark {
  readonly at: number;
  readonly family: number;
  readonly opens: boolean;
}

/** More in one paragraph tell nothing new. */
const most = 5;

/** The marks of the paragraph that have no partner, in order. */
function unpaired(text: string, places: readonly number[]): Mark[] {
  const alone: Mark[] = [];
  const open: number[] = [];
  const families: number[] = [];
  const waiting = openings.map(() => 0);
  for (const at of places) {
    const unit = text.charCodeAt(at);
    if ((signOf(unit) & Sign.paired) === 0) continue;
    const opens = opensFamily.get(unit);
    if (opens !== undefined) {
      open.push(at);
      families.push(opens);
      waiting[opens]!++;
      continue;
    }
    const family = closesFamily.get(unit);
    if (family === undefined || isApostrophe(text, at)) continue;
    if (waiting[family] === 0) {
      if (!isListMark(text, at)) alone.push({ at, family, opens: false });
      continue;
    }
    for (;;) {
      const last = { at: open.pop()!, family: families.pop()!, opens: true };
      waiting[last.family]!--;
      if (last.family === family) break;
      alone.push(last);
    }
  }
  open.forEach((at, i) => {
    alone.push({ at, family: families[i]!, opens: true });
  });
  return alone.sort((a, b) => a.at - b.at);
}

function isApostrophe(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2019 && at > 0 && isLetter(text.charCodeAt(at - 1));
}

/** The mark of a list `1）`, a face `:)`. */
function isListMark(text: string, at: number): boolean {
  if (text[at] !== '）' && text[at] !== ')') return false;
  const head = text.slice(Math.max(0, at - 5), at);
  return (
    /(?:^|[\s，。；：、])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3}|[甲乙丙丁]|[①-⑳])$/.test(
      head,
    ) || /[:;]-?$/.test(head)
  );
}

/** A quotation of several paragraphs opens each of them, or the first, and closes the last. */
function runsOver(text: string, { at, family, opens }: Mark): boolean {
  if (!quotations.has(family)) return false;
  if (opens)
    return (
      at === 0 ||
      /[：:]/.test(text[at - 1]!) ||
      quotations.has(opensFamily.get(text.charCodeAt(at - 1)) ?? -1)
    );
  if (/[。！？…]/.test(text.charAt(at - 1))) return true;
  return /^[”’」』）。！？；，.]*$/.test(text.slice(at + 1, at + 6)) && at + 6 >= text.length;
}

/** Whether the last line break, or the lack of one, is so doubtful that what is missing may stand in the next paragraph. */
function endsDoubtfully({ layout }: ParagraphText): boolean {
  return layout.wrapped && !layout.last && layout.margins.at(-1)! < safeMargin;
}

/** How long a quotation whose marks were misread may be. */
const longestMisread = 40;

/** Two lone quotation marks that are those of one short quotation, though they do not look it. */
function quotes(text: string, first: Mark, second: Mark | undefined): second is Mark {
  if (second === undefined || second.at - first.at > longestMisread || second.at === first.at + 1)
    return false;
  if (!quotations.has(first.family) || !quotations.has(second.family)) return false;
  // A quotation that ends, and another one that begins behind it.
  return (
    first.opens ||
    !(/[。！？，；…]/.test(text.charAt(first.at - 1)) || /[：:]/.test(text.charAt(second.at - 1)))
  );
}

/** What is to be told of the marks of one quotation, and mended where it is plain. */
function misread(paragraph: ParagraphText, first: Mark, second: Mark): Found | null {
  const { text } = paragraph.solid;
  const shown = { start: first.at, end: second.at + 1 };
  if (first.family !== second.family) {
    const values = [text[first.at]!, text[second.at]!];
    return pointing(paragraph, shown, { variant: 'mixed', values });
  }
  const readings = [
    { start: first.at, end: first.at + 1, text: openings[first.family]! },
    { start: second.at, end: second.at + 1, text: closings[first.family]! },
  ];
  const values = [text[first.at]!, text[second.at]!, openings[first.family]!, closings[first.family]!];
  return mending(paragraph, readings, { variant: 'turned', values, shown });
}

/** Quotation marks, title marks and brackets without a partner in their paragraph. */
export const unbalancedMark: CharacterRule = {
  id: 'unbalanced-mark',
  class: 'suspect',
  name: { en: 'marks without a partner', zh: '不成对的标点' },
  about: {
    en: 'Quotation marks, title marks and brackets that open and do not close, or the reverse.',
    zh: '引号、书名号、括号有前无后，或者有后无前。',
  },
  done: {
    en: { one: '1 pair of marks turned', many: '{0} pairs of marks turned' },
    zh: '{0} 对标点改正',
  },
  words: {
    message: { en: '{0} has no partner in this paragraph.', zh: '{0} 在本段中没有与之相配的一半。' },
  },
  variants: {
    turned: {
      message: {
        en: 'A quotation that begins with {0} and ends with {1}.',
        zh: '引文以 {0} 开头，以 {1} 结尾，方向有误。',
      },
      fix: { en: 'Put {2} and {3}', zh: '改为{2}和{3}' },
    },
    mixed: {
      message: {
        en: 'A quotation that begins with {0} and ends with {1}.',
        zh: '引文以 {0} 开头，以 {1} 结尾，前后不相配。',
      },
    },
  },
  needs: Sign.paired,
  find(paragraph) {
    const { text, signs } = paragraph.solid;
    const alone = unpaired(text, signs.places);
    if (alone.length === 0) return [];
    const found: Found[] = [];
    const doubtful = endsDoubtfully(paragraph);
    for (let i = 0; i < alone.length && found.length < most; i++) {
      const mark = alone[i]!;
      const next = alone[i + 1];
      if (quotes(text, mark, next)) {
        const made = misread(paragraph, mark, next);
        if (made) found.push(made);
        i++;
        continue;
      }
      if ((mark.opens && doubtful) || runsOver(text, mark) || isAscii(text, mark)) continue;
      const made = pointing(paragraph, { start: mark.at, end: mark.at + 1 }, { values: [text[mark.at]!] });
      if (made) found.push(made);
    }
    return found;
  },
};

/** Brackets of an alphabet are that alphabet's business. */
function isAscii(text: string, { at, family }: Mark): boolean {
  return family === round && text.charCodeAt(at) < 0x80;
}
