import { isCjkMark, isClosing, isDigit, isHan, isLetter, isThinSpace } from '../../text/characters.ts';
import type { Edit } from '../../text/edit.ts';
import { lineAt } from '../joined.ts';
import { surely } from '../profile.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';
import { Sign } from '../signs.ts';

/** A number with its points and commas, and a second one behind a dash. */
const number = /[\d０-９]+(?:[.,][\d０-９]+)*(?:[－—–~～-][\d０-９]+)?/g;

/**
 * What a number counts or dates in this genre. Outside a column, a space between a number and another character may
 * be meant; before one of these it is none of the print.
 */
const units = new Set(
  '年月日号號时時分秒小天届屆周週世纪紀次条條款项項章节節个個国國名人位万萬亿億千百元美欧岁歲代余餘多版页頁卷期公平立吨所座处處家场場倍件起轮輪份种種类類至到',
);

/** In a text that was one from the beginning: what does not end a label before a date, so that the space behind it is a slip. */
const runsOn = new Set('年月日第于於自从從在至到由与與和及约約近超共计計的为為');

/** More spaces than this part what stands side by side. */
const widestGap = 3;

/** A number and what stands beside it. Offsets: UTF-16 in the joined text. */
interface NumberPlace {
  readonly start: number;
  readonly end: number;
  /** Where the gaps before and behind it begin and end. */
  readonly gapStart: number;
  readonly gapEnd: number;
  /** The code units beyond the gaps; NaN at the edges of the text, and where a gap is too wide. */
  readonly left: number;
  readonly right: number;
}

function* numbersIn(text: string): Generator<NumberPlace> {
  number.lastIndex = 0;
  for (let match = number.exec(text); match; match = number.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    let gapStart = start;
    while (start - gapStart <= widestGap && isThinSpace(text.charCodeAt(gapStart - 1))) gapStart--;
    let gapEnd = end;
    while (gapEnd - end <= widestGap && isThinSpace(text.charCodeAt(gapEnd))) gapEnd++;
    const left = start - gapStart > widestGap ? Number.NaN : text.charCodeAt(gapStart - 1);
    const right = gapEnd - end > widestGap ? Number.NaN : text.charCodeAt(gapEnd);
    yield { start, end, gapStart, gapEnd, left, right };
  }
}

/** Deletes the gaps that a number has for no reason. */
function closed(paragraph: ParagraphText, place: NumberPlace): Edit[] {
  const { joined, layout, context } = paragraph;
  const { start, end, gapStart, gapEnd, left, right } = place;
  const unit = units.has(joined.text.charAt(gapEnd));
  const dense = layout.wrapped || context.profile === 'ocr';
  if (!unit && !(dense && (isHan(right) || (isCjkMark(right) && isClosing(right))))) return [];
  // Behind another number with a space between, as in a telephone's; behind a point or a dash, as in a code.
  if (isDigit(left) || (gapStart === start && '.,－—–~～-'.includes(joined.text.charAt(start - 1) || ' ')))
    return [];
  const before = start > gapStart && (isHan(left) || isCjkMark(left));
  const behind = gapEnd > end;
  const edits: Edit[] = [];
  if (before && paragraph.claim(gapStart, start)) edits.push({ start: gapStart, end: start, text: '' });
  if (behind && paragraph.claim(end, gapEnd)) edits.push({ start: end, end: gapEnd, text: '' });
  return edits;
}

/** Whether a gap is a slip of the writer: on one side only, and not behind a label. On both sides it is style. */
function isSlip(text: string, { start, end, gapStart, gapEnd, left }: NumberPlace): boolean {
  const before = gapStart < start;
  if (before === gapEnd > end || !isHan(left)) return false;
  return !before || runsOn.has(text.charAt(gapStart - 1));
}

function closedEverywhere(paragraph: ParagraphText): Found[] {
  const { text } = paragraph.joined;
  const found: Found[] = [];
  if (!/[ \u00a0\u2000-\u200a]/.test(text)) return found;
  for (const place of numbersIn(text)) {
    const edits = closed(paragraph, place);
    if (edits.length === 0) continue;
    const { gapStart: start, gapEnd: end } = place;
    if (paragraph.context.profile !== 'digital') found.push({ start, end, edits });
    else found.push({ class: 'likely', start, end, edits, read: true, unreported: !isSlip(text, place) });
  }
  return found;
}

/** Puts one space between a number and each Han character beside it. */
function spacedOnce({ joined, claim }: ParagraphText, place: NumberPlace): Edit[] {
  const { start, end, gapStart, gapEnd, left, right } = place;
  // `G20`, `5G`: a name, and no number.
  if ((isLetter(left) && gapStart === start) || (isLetter(right) && gapEnd === end)) return [];
  const before = isHan(left) ? oneSpace(joined, gapStart, start) : undefined;
  const behind = isHan(right) ? oneSpace(joined, end, gapEnd) : undefined;
  const edits: Edit[] = [];
  // The digit beside it as well, so that nothing is put into what another rule changes.
  if (before && claim(before.start, start + 1)) edits.push(before);
  const digit = edits.length > 0 && end - start === 1 ? end : end - 1;
  if (behind && claim(digit, behind.end)) edits.push(behind);
  return edits;
}

function oneSpace(joined: ParagraphText['joined'], start: number, end: number): Edit | undefined {
  if (end - start === 1) return undefined;
  if (end > start) return { start: start + 1, end, text: '' };
  // Before a line or behind it, a space would stand at the edge of the line.
  return lineAt(joined, start).start === start ? undefined : { start, end, text: ' ' };
}

function spacedEverywhere(paragraph: ParagraphText): Found[] {
  const { joined, context } = paragraph;
  // Nothing is put into a table.
  if (/ {4}|[\t\u3000]/.test(joined.text)) return [];
  const edits: Edit[] = [];
  for (const place of numbersIn(joined.text)) edits.push(...spacedOnce(paragraph, place));
  if (edits.length === 0) return [];
  const start = Math.max(0, edits[0]!.start - 1);
  const end = Math.min(joined.text.length, edits.at(-1)!.end + 1);
  return [{ class: surely(context.profile), start, end, edits, variant: 'one', values: [edits.length] }];
}

/** Spaces about the numbers of dates and counts, by the house style: `2001年 7月 16日`, `第 13 届`. */
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
  variants: {
    one: {
      message: {
        en: {
          one: 'A number does not have one space beside it, as the house style wants.',
          many: 'Numbers of this paragraph do not have one space beside them at {0} places, as the house style wants.',
        },
        zh: '本段有 {0} 处数字与汉字之间不是一个空格，与所设体例不合。',
      },
      fix: { en: 'Put one space beside each number', zh: '数字与汉字之间各留一个空格' },
    },
  },
  needs: Sign.digit,
  find(paragraph) {
    return paragraph.context.style.digitSpacing === 'one'
      ? spacedEverywhere(paragraph)
      : closedEverywhere(paragraph);
  },
};
