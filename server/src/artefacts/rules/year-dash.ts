import type { CharacterRule, Found } from '../rule.ts';
import { Sign } from '../signs.ts';

/**
 * Two years with a dash between, the second in full or, before 年, by its last two digits. What stands before and
 * behind keeps codes, telephone numbers and dates in figures out.
 */
const years =
  /(?<![\w.,:：/第－—–~～―-]|[A-Za-z] )([12]\d{3})( {0,2}[－—–~～―-] {0,2})(\d{4}(?!\d)|\d{2}(?= ?年))(?! ?[\w/％%页頁号號条條款项項元人名卷期－—–~～―-]|[.,]\d)/g;

const lastYear = 2199;
/** No plan and no period of these texts is longer. */
const longestPeriod = 300;

/** Whether the second number can be the year at the end of a period that begins with the first. */
function isPeriod(first: string, second: string): boolean {
  const start = Number(first);
  const end = Number(first.slice(0, 4 - second.length) + second);
  return end > start && end <= lastYear && end - start <= longestPeriod;
}

/** A dash between two years that is another one than the house's: `2024－2025年`. */
export const yearDash: CharacterRule = {
  id: 'year-dash',
  class: 'likely',
  name: { en: 'dashes between years', zh: '年份之间的连接号' },
  about: {
    en: 'A dash between two years that is not the one of the house style, as in 2024－2025.',
    zh: '两个年份之间的连接号与所设体例不合，如“2024－2025”。',
  },
  done: {
    en: { one: '1 dash between years set right', many: '{0} dashes between years set right' },
    zh: '{0} 处年份连接号改正',
  },
  words: {
    message: { en: 'Between two years the house style wants {0}.', zh: '两个年份之间按体例应为“{0}”。' },
    fix: { en: 'Put {0} between the years', zh: '把年份之间的连接号改为“{0}”' },
  },
  needs: Sign.digit,
  find({ joined: { text }, context, claim }) {
    const found: Found[] = [];
    if (!/\d{4} {0,2}[－—–~～―-]/.test(text)) return found;
    const dash = context.style.yearDash;
    years.lastIndex = 0;
    for (let match = years.exec(text); match; match = years.exec(text)) {
      const [whole, first, printed, second] = match as unknown as [string, string, string, string];
      if (printed === dash || !isPeriod(first, second)) continue;
      const start = match.index + first.length;
      const end = start + printed.length;
      if (!claim(start, end)) continue;
      found.push({
        start: match.index,
        end: match.index + whole.length,
        edits: [{ start, end, text: dash }],
        values: [dash],
      });
    }
    return found;
  },
};
