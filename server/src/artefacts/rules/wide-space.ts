import { isCjkMark, isHan } from '../../text/characters.ts';
import type { Edit } from '../../text/edit.ts';
import type { JoinedLine } from '../joined.ts';
import { isListOfNames } from '../names.ts';
import type { CharacterRule, Found } from '../rule.ts';
import { Sign } from '../signs.ts';

/** All spaces but the usual one: those that do not break, those of a fixed width, the ideographic one. */
const wide = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const anySpace = /[\s\u202f\u205f]/;

/** What parts the columns of a table or two signatures, and the sentence before a lost paragraph break. */
const columnGap = /[\s\u202f\u205f]{3}|\u3000{2}|\t/;

/** A number or a label before the words that it belongs to: the space behind it is the print's. */
const label =
  /^(?:第.{1,8}[章节節条條款编編部]|[一二三四五六七八九十百]{1,4}|附件.{0,3}|[（(].{1,4}[)）]|\d{1,3}[.．、]?)$/;
const longestLabel = 12;

/** So many gaps between single characters, one behind the other, make a stretch. */
const fewestInStretch = 3;

/** A gap of one wide space within a line; offset: UTF-16 in the joined text. */
interface Gap {
  readonly at: number;
  /** One character stands between it and the gap, the mark or the edge of the line before, and behind. */
  readonly loneLeft: boolean;
  readonly loneRight: boolean;
}

function gapsOf(text: string, { start, end }: JoinedLine): Gap[] {
  const gaps: Gap[] = [];
  const isEdge = (at: number) =>
    at < start || at >= end || anySpace.test(text.charAt(at)) || isCjkMark(text.charCodeAt(at));
  wide.lastIndex = start;
  for (let match = wide.exec(text); match && match.index < end; match = wide.exec(text)) {
    const at = match.index;
    const left = text.charCodeAt(at - 1);
    const right = text.charCodeAt(at + 1);
    // Behind a colon a space is the print's, and one beside another space is no slip.
    if (at === start || left === 0xff1a || !(isHan(left) || isCjkMark(left))) continue;
    if (at + 1 >= end || !(isHan(right) || isCjkMark(right))) continue;
    if (at - start <= longestLabel && label.test(text.slice(start, at))) continue;
    gaps.push({ at, loneLeft: isEdge(at - 2), loneRight: isEdge(at + 2) });
  }
  return gaps;
}

/** Which of the gaps stand in a stretch of single characters. */
function stretched(gaps: readonly Gap[]): ReadonlySet<Gap> {
  const found = new Set<Gap>();
  for (let from = 0; from < gaps.length; ) {
    let to = from + 1;
    while (to < gaps.length && gaps[to]!.at - gaps[to - 1]!.at === 2) to++;
    if (to - from >= fewestInStretch) for (const gap of gaps.slice(from, to)) found.add(gap);
    from = to;
  }
  return found;
}

/** Wide spaces inside the text, where the print has none: `中　华　人　民　共　和　国`. */
export const wideSpace: CharacterRule = {
  id: 'wide-space',
  class: 'likely',
  name: { en: 'wide spaces', zh: '特殊空格' },
  about: {
    en: 'Ideographic, non-breaking and other special spaces inside a line, between Chinese characters.',
    zh: '行内汉字之间的全角空格、不间断空格等特殊空格。',
  },
  done: {
    en: { one: 'wide spaces closed in 1 paragraph', many: 'wide spaces closed in {0} paragraphs' },
    zh: '{0} 段中的特殊空格合拢',
  },
  words: {
    message: {
      en: {
        one: 'A special space between Chinese characters.',
        many: '{0} special spaces between the Chinese characters of this paragraph.',
      },
      zh: '本段汉字之间有 {0} 处特殊空格。',
    },
    fix: { en: 'Remove the special spaces', zh: '删去特殊空格' },
  },
  needs: Sign.oddSpace,
  find({ joined: { text, lines }, layout: { wrapped }, context: { profile }, claim }) {
    // In a text that was one from the beginning such spaces were set on purpose.
    if (profile === 'digital' || text.search(wide) < 0) return [];
    const safe: Edit[] = [];
    const likely: Edit[] = [];
    for (const line of lines) {
      const print = text.slice(line.start, line.end);
      if (columnGap.test(print) || isListOfNames(print)) continue;
      const gaps = gapsOf(text, line);
      const inStretch = stretched(gaps);
      const isNoise = profile === 'ocr' || (wrapped && line !== lines.at(-1));
      for (const gap of gaps) {
        // A word of two characters set wide, as `甲　方`.
        if (gap.loneLeft && gap.loneRight && !inStretch.has(gap)) continue;
        if (!claim(gap.at, gap.at + 1)) continue;
        const edits = isNoise && inStretch.has(gap) ? safe : likely;
        edits.push({ start: gap.at, end: gap.at + 1, text: '' });
      }
    }
    return [...foundOf('safe', safe), ...foundOf('likely', likely)];
  },
};

function foundOf(is: 'safe' | 'likely', edits: readonly Edit[]): Found[] {
  if (edits.length === 0) return [];
  const [start, end] = [edits[0]!.start - 1, edits.at(-1)!.end + 1];
  return [{ class: is, start, end, edits, values: [edits.length] }];
}
