import { isCjkMark, isDigit, isHan, isLetter, isThinSpace } from '../../text/characters.ts';
import { isListOfNames } from '../names.ts';
import type { CharacterRule, Found } from '../rule.ts';
import { Sign } from '../signs.ts';

/**
 * How many pairs of Han characters with a space between them make a stretched line: two of them may be a
 * heading, but on a line of a column which is not the last of its paragraph they are justification.
 */
const fewestPairs = 3;
const fewestInColumn = 2;

/** Where the first thin space stands from `from` on; the length of the text where there is none. */
function nextThin(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isThinSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The same in a text whose only thin spaces are those of ASCII. */
function nextPlain(text: string, from: number): number {
  const at = text.indexOf(' ', from);
  return at < 0 ? text.length : at;
}

/** How many pairs a line must hold to be a stretched one, where nothing says that it stands in a column. */
const surePairs = 8;

/** The code point that ends before `offset`, which is behind a space and so never inside a pair of surrogates. */
function codePointBefore(text: string, offset: number): number {
  const unit = text.charCodeAt(offset - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && offset > 1 ? text.codePointAt(offset - 2)! : unit;
}

function isCjk(code: number): boolean {
  return isHan(code) || isCjkMark(code);
}

/** A heading that is printed with spaces: `第 十 一 条`, as typesetters do to fill a short line. */
const spacedHeading = /^第 ?[一二三四五六七八九十百千〇零\d ]{1,12} ?[章节節条條款编編部](?: |$)/;

/** A line stretched to the measure: `中 华 人 民 共 和 国`, wholly or in part, with its marks: `谈 ，并`. */
export const letterSpacing: CharacterRule = {
  id: 'letter-spacing',
  class: 'safe',
  name: { en: 'stretched lines', zh: '字间空格' },
  about: {
    en: 'Spaces between Chinese characters, from words set wide to fill a line.',
    zh: '汉字之间的空格，由排版时拉开字距造成。',
  },
  done: { en: { one: '1 spaced line closed', many: '{0} spaced lines closed' }, zh: '{0} 行字距合拢' },
  words: {
    message: {
      en: {
        one: 'A space between the characters of a line that fills its column.',
        many: 'This line was stretched to the width of the column: {0} spaces between its characters.',
      },
      zh: '此行被拉宽以撑满分栏，字间有 {0} 处空格。',
    },
    fix: { en: 'Close up the stretched line', zh: '合拢被拉开的一行' },
  },
  needs: Sign.thin,
  find({ joined, layout: { wrapped }, context, claim }) {
    const { text } = joined;
    // Where every space is noise they are the matter of word-spacing.
    if (context.profile === 'ocr') return [];
    const next = /[\u00a0\u2000-\u200a]/.test(text) ? nextThin : nextPlain;
    let space = next(text, 0);
    if (space === text.length) return [];
    const inColumn = wrapped && context.profile !== 'digital';
    const keepsDigits = context.style.digitSpacing === 'one';
    const found: Found[] = [];
    for (const line of joined.lines) {
      const places: number[] = [];
      let pairs = 0;
      // Single characters with a gap on both sides, one behind the other.
      let run = 0;
      let longestRun = 0;
      if (space <= line.start) space = next(text, line.start + 1);
      for (; space < line.end - 1; space = next(text, space + 1)) {
        const i = space;
        const left = codePointBefore(text, i);
        const right = text.codePointAt(i + 1)!;
        if (isThinSpace(left) || isThinSpace(right)) continue;
        if (keepsDigits && ((isHan(left) && isDigit(right)) || (isDigit(left) && isHan(right)))) continue;
        run = isThinSpace(text.charCodeAt(i - 2)) ? run + 1 : 1;
        if (run > longestRun) longestRun = run;
        if (isHan(left) && isHan(right)) pairs++;
        else if (
          !(isCjk(left) && isCjk(right)) &&
          !(isCjk(left) && (isDigit(right) || isLetter(right))) &&
          !(isCjk(right) && (isDigit(left) || isLetter(left)))
        )
          continue;
        places.push(i);
      }
      const full = inColumn && line !== joined.lines.at(-1);
      if (pairs < (full ? fewestInColumn : fewestPairs)) continue;
      // Where no column stretched the line, spaces between groups of characters are no letter-spacing.
      if (!inColumn && longestRun < fewestPairs) continue;
      const print = text.slice(line.start, line.end);
      if (spacedHeading.test(print) || isListOfNames(print)) continue;
      const edits = places.filter((i) => claim(i, i + 1)).map((i) => ({ start: i, end: i + 1, text: '' }));
      if (edits.length === 0) continue;
      const sure = inColumn || (line.spaced && pairs >= surePairs);
      found.push({
        class: sure ? 'safe' : 'likely',
        start: edits[0]!.start - 1,
        end: edits.at(-1)!.end + 1,
        edits,
        values: [edits.length],
      });
    }
    return found;
  },
};
