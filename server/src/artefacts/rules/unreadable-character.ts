import type { CharacterRule, Found } from '../rule.ts';
import { Sign } from '../signs.ts';

/**
 * Private use, the replacement character and noncharacters, control characters other than white space, halves of
 * surrogate pairs, and what a PDF reader writes for a glyph with no code.
 */
const unreadable = /(?:[\p{Co}\p{Cs}\ufffd\ufffe\uffff]|(?![\t\n\v\f\r])\p{Cc}|\(cid:\d{1,5}\))+/gu;

/** What a text must hold for a closer look to be worth its time: anything but what most texts are made of. */
const suspicious = /[^\s -~\u00a0-\ud7ff\uf900-\ufffc]|\(cid:/;

/** How many characters a message names. */
const mostNamed = 3;

/** The characters by what can be seen of them: `U+E000`, `(cid:123)`. */
function named(text: string): string {
  const names: string[] = [];
  for (const [name] of text.matchAll(/\(cid:\d{1,5}\)|[\s\S]/gu)) {
    if (names.length === mostNamed) return `${names.join(' ')} …`;
    names.push(name.startsWith('(cid') ? name : codeName(name.codePointAt(0)!));
  }
  return names.join(' ');
}

function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Nobody can read it: the print must be looked at. */
export const unreadableCharacter: CharacterRule = {
  id: 'unreadable-character',
  class: 'suspect',
  name: { en: 'unreadable characters', zh: '无法识读的字符' },
  about: {
    en: 'Characters that no reader can make out: private use, U+FFFD, (cid:123), control characters, broken pairs.',
    zh: '无法识读的字符：私用区字符、U+FFFD、(cid:123)、控制字符、残缺的代理对。',
  },
  done: {
    en: { one: '1 unreadable character', many: '{0} unreadable characters' },
    zh: '{0} 处无法识读的字符',
  },
  words: {
    message: {
      en: 'The extraction has lost what stands here ({0}): look at the print.',
      zh: '此处文字在提取时丢失（{0}），须查对原件。',
    },
  },
  needs: Sign.unusual | Sign.halfWidth,
  find({ joined: { text }, claim }) {
    const found: Found[] = [];
    if (!suspicious.test(text)) return found;
    unreadable.lastIndex = 0;
    for (let match = unreadable.exec(text); match; match = unreadable.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (claim(start, end)) found.push({ start, end, edits: [], values: [named(match[0])] });
    }
    return found;
  },
};
