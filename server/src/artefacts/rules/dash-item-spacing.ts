import type { CharacterRule } from '../rule.ts';
import { Sign } from '../signs.ts';

/** Spaces behind the dash of a list item: `—— 不断提升` for `——不断提升`. */
export const dashItemSpacing: CharacterRule = {
  id: 'dash-item-spacing',
  class: 'safe',
  name: { en: 'spaces behind item dashes', zh: '列举破折号后的空白' },
  about: {
    en: 'Spaces behind the dash that begins an item.',
    zh: '列举项开头的破折号之后的空格。',
  },
  done: {
    en: { one: '1 space at a dash closed', many: '{0} spaces at dashes closed' },
    zh: '{0} 处破折号空格合拢',
  },
  words: {
    message: { en: 'White space behind the dash of a list item.', zh: '列举项的破折号后有空白。' },
    fix: { en: 'Remove the space behind the dash', zh: '删去破折号后的空白' },
  },
  needs: Sign.dash,
  find({ joined, claim }) {
    const match = /^——([ \t\u00a0\u2000-\u200a]{1,4})(?=\S)/.exec(joined.text);
    if (!match || !claim(2, match[0].length)) return [];
    const end = match[0].length;
    return [{ start: 0, end, edits: [{ start: 2, end, text: '' }] }];
  },
};
