import { isCjkMark, isDigit, isHan, isLetter, isThinSpace } from '../../text/characters.ts';
import type { Edit } from '../../text/edit.ts';
import type { JoinedLine } from '../joined.ts';
import { readSpacing } from '../layout/spacing.ts';
import { isListOfNames } from '../names.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';
import { Sign } from '../signs.ts';

/** More spaces than this part what stands side by side. */
const widestGap = 2;
/** So many gaps make a line one that an engine has read, where the document does not show it by itself. */
const fewestGaps = 3;

const closingAscii = ',.;:!?)';

/** Numbers in a ring or in brackets, one character each: `①`, `㈠`. */
function isEnclosedNumber(code: number): boolean {
  return (
    (code >= 0x2460 && code <= 0x249b) ||
    (code >= 0x3220 && code <= 0x3229) ||
    (code >= 0x3280 && code <= 0x3289)
  );
}

function isWide(code: number): boolean {
  return isHan(code) || isCjkMark(code) || isEnclosedNumber(code);
}

/** Whether a space between two characters (code units) of a Chinese text can only be noise. */
function clings(text: string, start: number, end: number): boolean {
  const left = text.charCodeAt(start - 1);
  const right = text.charCodeAt(end);
  const leftIs = isWide(left) || isAstralHan(text, start);
  const rightIs = isWide(right) || isHan(text.codePointAt(end) ?? 0);
  if (leftIs && rightIs) return true;
  // What stands between a number and a character is the house's to decide.
  if (leftIs) {
    return (
      isLetter(right) ||
      (isDigit(right) && isCjkMark(left)) ||
      closingAscii.includes(text.charAt(end)) ||
      right === 0x28
    );
  }
  if (!rightIs) return false;
  if (isLetter(left) || (isDigit(left) && isCjkMark(right)) || left === 0x28) return true;
  return closingAscii.includes(text.charAt(start - 1)) && followsWide(text, start - 1);
}

/** A Han character outside the BMP that ends at an offset. */
function isAstralHan(text: string, end: number): boolean {
  return end > 1 && isHan(text.codePointAt(end - 2)!) && text.codePointAt(end - 2)! > 0xffff;
}

/** Whether the mark at an offset stands behind a character of full width, with or without noise between. */
function followsWide(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before <= widestGap && isThinSpace(text.charCodeAt(before))) before--;
  return before >= 0 && (isWide(text.charCodeAt(before)) || isAstralHan(text, before + 1));
}

/** The gaps of a line that can only be noise, first to last. */
function gapsOf(text: string, { start, end }: JoinedLine): Edit[] {
  const gaps: Edit[] = [];
  for (let at = start + 1; at < end; at++) {
    if (!isThinSpace(text.charCodeAt(at))) continue;
    const from = at;
    while (at + 1 < end && isThinSpace(text.charCodeAt(at + 1))) at++;
    if (at - from < widestGap && at + 1 < end && clings(text, from, at + 1))
      gaps.push({ start: from, end: at + 1, text: '' });
  }
  return gaps;
}

/** A heading that is printed with spaces: `第 十 一 条`; and the gap behind it: `第一条 总则`. */
const heading = /^第[ 一二三四五六七八九十百千〇零\d]{1,16}[章节節条條款编編部]/;

/** A line that by itself looks as an engine leaves it: spaces at several places, single characters among them. */
function looksRead(text: string, { start, end }: JoinedLine): boolean {
  const { gaps, lone } = readSpacing(text, start, end);
  return gaps >= fewestGaps && lone > 0 && !heading.test(text.slice(start, Math.min(end, start + 24)));
}

/** Spaces between groups of characters, as an engine that reads pictures leaves them: `联合 国 海洋 法 公约`. */
export const wordSpacing: CharacterRule = {
  id: 'word-spacing',
  class: 'safe',
  name: { en: 'spaces between words', zh: '词间空格' },
  about: {
    en: 'Spaces between single characters and words of a Chinese text, as text recognition leaves them.',
    zh: '汉字与汉字、词与词之间的空格，由文字识别程序留下。',
  },
  done: {
    en: { one: 'stray spaces closed in 1 paragraph', many: 'stray spaces closed in {0} paragraphs' },
    zh: '{0} 段中的多余空格合拢',
  },
  words: {
    message: {
      en: {
        one: 'A stray space between Chinese characters.',
        many: 'Text recognition has left {0} spaces between the characters of this paragraph.',
      },
      zh: '文字识别程序在本段的汉字之间留下 {0} 处空格。',
    },
    fix: { en: 'Close the spaces between the characters', zh: '合拢字间空格' },
  },
  needs: Sign.thin,
  find({ joined: { text, lines }, context, claim }: ParagraphText): Found[] {
    const isNoise = context.profile === 'ocr';
    const edits: Edit[] = [];
    for (const line of lines) {
      if (!isNoise && !looksRead(text, line)) continue;
      if (isListOfNames(text.slice(line.start, line.end))) continue;
      for (const gap of gapsOf(text, line)) if (claim(gap.start, gap.end)) edits.push(gap);
    }
    if (edits.length === 0) return [];
    return [
      {
        class: isNoise ? 'safe' : 'likely',
        start: edits[0]!.start - 1,
        end: edits.at(-1)!.end + 1,
        edits,
        values: [edits.length],
      },
    ];
  },
};
