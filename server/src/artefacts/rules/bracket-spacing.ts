import { isClosing, isHan, isThinSpace } from '../../text/characters.ts';
import type { CharacterRule, Found } from '../rule.ts';
import { Sign } from '../signs.ts';

/** What parts the columns of a table; such a line stands where it was set. */
const columnGap = / {3}|[\t\u3000]/;
const widestGap = 2;

/** A space before an opening bracket: `协定 （草案）`. */
export const bracketSpacing: CharacterRule = {
  id: 'bracket-spacing',
  class: 'safe',
  name: { en: 'spaces before brackets', zh: '括号前的空白' },
  about: {
    en: 'A space between a Chinese character and the bracket behind it.',
    zh: '汉字与其后括号之间的空格。',
  },
  done: {
    en: { one: '1 space before a bracket closed', many: '{0} spaces before brackets closed' },
    zh: '{0} 处括号前空格合拢',
  },
  words: {
    message: { en: 'White space before a bracket.', zh: '括号前有空白。' },
    fix: { en: 'Remove the space before the bracket', zh: '删去括号前的空白' },
  },
  needs: Sign.thin,
  find({ joined: { text }, layout: { wrapped }, context: { profile }, claim }) {
    const found: Found[] = [];
    // A text that was one from the beginning has the space because its writer put it there.
    if (profile === 'digital' || !text.includes(' （') || columnGap.test(text)) return found;
    for (let at = text.indexOf('（', 1); at >= 0; at = text.indexOf('（', at + 1)) {
      let start = at;
      while (at - start <= widestGap && isThinSpace(text.charCodeAt(start - 1))) start--;
      const left = text.charCodeAt(start - 1);
      if (start === at || at - start > widestGap || !(isHan(left) || isClosing(left)) || !claim(start, at))
        continue;
      found.push({
        class: wrapped ? 'safe' : 'likely',
        start: start - 1,
        end: at + 1,
        edits: [{ start, end: at, text: '' }],
      });
    }
    return found;
  },
};
