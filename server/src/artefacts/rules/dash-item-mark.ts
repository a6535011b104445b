import { mending } from '../mending.ts';
import type { CharacterRule } from '../rule.ts';

/** Two of one sign that is not —, where a word or a title begins behind them. */
const likely = /^(?:──|--|－－|━━|――|––|ーー)(?=[\u4e00-\u9fff“‘《「『])/;
/** The numeral twice. 一一列举, 一一对应 and the like are an adverb. */
const suspect =
  /^一一(?=[\u4e00-\u9fff“‘《「『])(?![一二三四五六七八九十百千年月日号号届条列对對应應介说說解答回落指详詳作予加分道问問握检檢核查审審点點记記细細告同与與为為陈陳叙敘述验驗照具])/;

/** The dash of a list item read as something else: `──不断提升`, `--不断提升`, `一一不断提升` for `——不断提升`. */
export const dashItemMark: CharacterRule = {
  id: 'dash-item-mark',
  class: 'likely',
  name: { en: 'misread item dashes', zh: '误识的列举破折号' },
  about: {
    en: 'Hyphens, ruled lines or 一一 for the dash —— that begins an item.',
    zh: '列举项开头的破折号误作连字符、制表线或者“一一”。',
  },
  done: {
    en: { one: '1 item dash mended', many: '{0} item dashes mended' },
    zh: '{0} 处列举破折号改正',
  },
  words: {
    message: { en: '{0} stands for the dash —— of a list item.', zh: '“{0}”应为列举项的破折号“——”。' },
    fix: { en: 'Put —— for {0}', zh: '把“{0}”改为“——”' },
  },
  find(paragraph) {
    const { text } = paragraph.solid;
    const certain = likely.exec(text);
    const match = certain ?? suspect.exec(text);
    if (!match) return [];
    const found = mending(paragraph, [{ start: 0, end: 2, text: '——' }], {
      class: certain ? 'likely' : 'suspect',
      values: [match[0]],
    });
    return found ? [found] : [];
  },
};
