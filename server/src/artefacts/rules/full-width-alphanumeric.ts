import type { CharacterRule } from '../rule.ts';
import { Sign } from '../signs.ts';
import { narrowSubstitute } from '../substitutes.ts';
import { substitutions } from '../substitution.ts';

const wide = /[０-９Ａ-Ｚａ-ｚ]/g;
/** What may belong to one number, word or code. */
const coded = /[０-９Ａ-Ｚａ-ｚ－＿／．]+/g;

/** Stretches that hold both letters and digits are codes, and may have to stay as they were printed. */
function codesIn(text: string): (at: number) => boolean {
  let last = { start: 0, end: 0, isCode: false };
  coded.lastIndex = 0;
  return (at) => {
    if (at >= last.end) {
      coded.lastIndex = at;
      const [run] = coded.exec(text)!;
      last = { start: at, end: at + run.length, isCode: /[０-９]/.test(run) && /[Ａ-Ｚａ-ｚ]/.test(run) };
    }
    return last.isCode;
  };
}

/** `２０２４年` for `2024年`. */
export const fullWidthAlphanumeric: CharacterRule = {
  id: 'full-width-alphanumeric',
  class: 'safe',
  name: { en: 'full-width digits and letters', zh: '全角数字和字母' },
  about: {
    en: 'Digits and Latin letters of full width, as in ２０２４.',
    zh: '全角的数字和拉丁字母，如“２０２４”。',
  },
  done: {
    en: {
      one: 'full-width digits and letters narrowed in 1 paragraph',
      many: 'full-width digits and letters narrowed in {0} paragraphs',
    },
    zh: '{0} 段中的全角数字和字母改为半角',
  },
  words: {
    message: {
      en: {
        one: 'A full-width character: {1} for {2}.',
        many: '{0} full-width digits or letters in this paragraph, first {1} for {2}.',
      },
      zh: '本段有 {0} 个全角数字或字母，首个为“{1}”，应为“{2}”。',
    },
    fix: { en: 'Make the digits and letters half-width', zh: '把数字和字母改为半角' },
  },
  needs: Sign.unusual,
  find(paragraph) {
    if (paragraph.joined.text.search(wide) < 0) return [];
    const isInCode = codesIn(paragraph.joined.text);
    return substitutions(paragraph, wide, (code, start) => ({
      text: narrowSubstitute(code)!,
      class: isInCode(start) ? 'likely' : 'safe',
    }));
  },
};
