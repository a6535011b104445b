import { isCjkMark, isDigit, isHan, isLetter, isSpace } from '../../text/characters.ts';
import type { CharacterRule } from '../rule.ts';
import { Sign } from '../signs.ts';
import { isInvisible } from '../substitutes.ts';
import { type Substitute, substitutions } from '../substitution.ts';

const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** The nearest characters on both sides of an offset that have a width, as code units; NaN at an edge of the text. */
function neighbours(text: string): (at: number) => readonly [number, number] {
  let run = { end: 0, left: Number.NaN, right: Number.NaN };
  return (at) => {
    if (at >= run.end) {
      let end = at + 1;
      while (end < text.length && isInvisible(text.charCodeAt(end))) end++;
      run = { end, left: text.charCodeAt(at - 1), right: text.charCodeAt(end) };
    }
    return [run.left, run.right];
  };
}

/** Half of a character outside the BMP counts as Han where its block may be: an emoji is none. */
function isWide(unit: number): boolean {
  return isHan(unit) || isCjkMark(unit);
}

/** Where a Chinese typesetter leaves nothing: beside a number, a space, the edge of the text. */
function isNeutral(unit: number): boolean {
  return Number.isNaN(unit) || isDigit(unit) || isSpace(unit);
}

/** Between Han characters nothing invisible has a meaning; a joiner has one elsewhere, and is left alone there. */
function decide(code: number, left: number, right: number): Substitute | undefined {
  const leftIs = isWide(left);
  const rightIs = isWide(right);
  if (leftIs && rightIs) return { text: '', class: 'safe' };
  if (code === 0x200c || code === 0x200d) return undefined;
  if ((leftIs && isNeutral(right)) || (rightIs && isNeutral(left))) return { text: '', class: 'safe' };
  const isKnown = (unit: number) => isWide(unit) || isNeutral(unit) || isLetter(unit);
  if (Number.isNaN(left) && Number.isNaN(right)) return undefined;
  return isKnown(left) && isKnown(right) ? { text: '', class: 'likely' } : undefined;
}

/** What has no width and no meaning between Han characters: `合\u200b作`. */
export const invisibleCharacter: CharacterRule = {
  id: 'invisible-character',
  class: 'safe',
  name: { en: 'invisible characters', zh: '不可见字符' },
  about: {
    en: 'Characters of no width between Chinese ones: zero-width spaces and joiners, soft hyphens, marks of byte order.',
    zh: '夹在汉字之间的零宽字符：零宽空格、零宽连接符、软连字符、字节顺序标记。',
  },
  done: {
    en: {
      one: 'invisible characters removed from 1 paragraph',
      many: 'invisible characters removed from {0} paragraphs',
    },
    zh: '{0} 段中的不可见字符删去',
  },
  words: {
    message: {
      en: {
        one: 'An invisible character stands here.',
        many: '{0} invisible characters stand in this paragraph.',
      },
      zh: '此处有 {0} 个不可见字符。',
    },
    fix: { en: 'Remove the invisible characters', zh: '删去不可见字符' },
  },
  needs: Sign.unusual,
  find(paragraph) {
    const { text } = paragraph.joined;
    if (text.search(invisible) < 0) return [];
    const beside = neighbours(text);
    return substitutions(paragraph, invisible, (code, start) => decide(code, ...beside(start)));
  },
};
