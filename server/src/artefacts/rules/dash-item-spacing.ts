import type { CharacterRule } from '../rule.ts';

/** Spaces behind the dash of a list item: `—— 不断提升` for `——不断提升`. */
export const dashItemSpacing: CharacterRule = {
  id: 'dash-item-spacing',
  find({ joined, claim }) {
    const match = /^——([ \t\u00a0\u2000-\u200a]{1,4})(?=\S)/.exec(joined.text);
    if (!match || !claim(2, match[0].length)) return [];
    return [{ start: 0, end: match[0].length, deletions: [{ start: 2, end: match[0].length }] }];
  },
};
