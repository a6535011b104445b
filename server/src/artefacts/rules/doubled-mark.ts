import { mending } from '../mending.ts';
import type { CharacterRule, Found } from '../rule.ts';
import { Sign } from '../signs.ts';

/** Stops in a row; of more than two something else has become of an ellipsis or a row of leaders. */
const rows = /[，。；、：]{2,}/g;

/** Which of two stops in a row is the one that was printed: the one that ends more. */
const strength = '、，：；。';

/** One stop printed and two read: `，，`, `，。`. */
export const doubledMark: CharacterRule = {
  id: 'doubled-mark',
  class: 'likely',
  name: { en: 'doubled stops', zh: '重复的标点' },
  about: { en: 'Two stops where one was printed: ，， or ，。', zh: '一个点号误作两个，如“，，”“，。”。' },
  done: {
    en: { one: '1 doubled stop made one', many: '{0} doubled stops made one' },
    zh: '{0} 处重复标点改正',
  },
  words: {
    message: { en: 'Two stops in a row: {0}', zh: '两个点号相连：{0}' },
    fix: { en: 'Leave one stop: {1}', zh: '只留 {1}' },
  },
  needs: Sign.stopAfterStop,
  find(paragraph) {
    const { text } = paragraph.solid;
    const found: Found[] = [];
    for (const { 0: row, index: start } of text.matchAll(rows)) {
      if (row.length !== 2) continue;
      const second = strength.indexOf(row[1]!) > strength.indexOf(row[0]!);
      const at = second ? start : start + 1;
      const made = mending(paragraph, [{ start: at, end: at + 1, text: '' }], {
        values: [row, second ? row[1]! : row[0]!],
        shown: { start, end: start + 2 },
      });
      if (made) found.push(made);
    }
    return found;
  },
};
