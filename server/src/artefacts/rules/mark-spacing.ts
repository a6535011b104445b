import type { CharacterRule, Found } from '../rule.ts';

const pattern =
  /(?<=[“‘《〈（「『【])[ \u00a0\u2000-\u200a]{1,3}(?=[^\s”’》〉）」』】])|(?<=[\u4e00-\u9fff”’》〉）」』】])[ \u00a0\u2000-\u200a]{1,3}(?=[，。、；：！？”’》〉）」』】])|(?<=[ \u00a0][，、；：])[ \u00a0\u2000-\u200a]{1,3}(?=[\u4e00-\u9fff“《（])/g;

/** White space on the inner side of a mark that clings: behind an opening one, before a closing one; and behind a stop that had it on both sides. */
export const markSpacing: CharacterRule = {
  id: 'mark-spacing',
  find({ joined: { text }, claim }) {
    const found: Found[] = [];
    if (!/[ \u00a0\u2000-\u200a]/.test(text)) return found;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (claim(start, end)) found.push({ start: start - 1, end: end + 1, deletions: [{ start, end }] });
    }
    return found;
  },
};
