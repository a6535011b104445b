import type { CharacterRule, Found } from '../rule.ts';
import { Sign } from '../signs.ts';

const pattern =
  /(?<=[“‘《〈（「『【])[ \u00a0\u2000-\u200a]{1,3}(?=[^\s”’》〉）」』】])|(?<=[\u4e00-\u9fff”’》〉）」』】])[ \u00a0\u2000-\u200a]{1,3}(?=[，。、；：！？”’》〉）」』】])|(?<=[ \u00a0][，、；：])[ \u00a0\u2000-\u200a]{1,3}(?=[\u4e00-\u9fff“《（])/g;

/** White space on the inner side of a mark that clings: behind an opening one, before a closing one; and behind a stop that had it on both sides. */
export const markSpacing: CharacterRule = {
  id: 'mark-spacing',
  class: 'safe',
  name: { en: 'spaces beside marks', zh: '标点旁的空白' },
  about: {
    en: 'Spaces beside Chinese punctuation, on the side to which it clings.',
    zh: '中文标点旁的空格。',
  },
  done: {
    en: { one: '1 space at punctuation closed', many: '{0} spaces at punctuation closed' },
    zh: '{0} 处标点旁空格合拢',
  },
  words: {
    message: { en: 'White space on the inner side of a punctuation mark.', zh: '标点内侧有空白。' },
    fix: { en: 'Remove the space beside the mark', zh: '删去标点旁的空白' },
  },
  needs: Sign.thin,
  find({ joined: { text }, claim }) {
    const found: Found[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (claim(start, end))
        found.push({ start: start - 1, end: end + 1, edits: [{ start, end, text: '' }] });
    }
    return found;
  },
};
