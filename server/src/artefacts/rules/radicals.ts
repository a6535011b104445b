import { isHan } from '../../text/characters.ts';
import type { CharacterRule, ParagraphText } from '../rule.ts';
import { Sign } from '../signs.ts';
import { doubtfulRadicalSubstitute, kangxiSubstitute, radicalSubstitute } from '../substitutes.ts';
import { type Substitute, substitutions } from '../substitution.ts';

const kangxi = /[\u2f00-\u2fd5]/g;
const supplement = /[\u2e80-\u2ef3]/g;
const anyRadical = /[\u2e80-\u2fd5]/;

/** What only a text about radicals says. */
const treatise = /部首|偏旁|字旁|字头|字底/;

/** `“⽔”`, `⼀、⼁、⼂`, `⽔旁`: here a radical is meant as one. UTF-16 in the joined text. */
function isMeant(text: string, start: number, end: number): boolean {
  const left = text.charAt(start - 1);
  const right = text.charAt(end);
  if ('“‘「『"'.includes(left || ' ') && '”’」』"'.includes(right || ' ')) return true;
  if (right === '旁' && !isHan(left.charCodeAt(0))) return true;
  // In a list the next one is a radical by itself as well: `中、⽇、韩` is none.
  const before = left !== '' && '、,， '.includes(left) && isLone(text, start - 2);
  const after = right !== '' && '、,， '.includes(right) && isLone(text, end + 1);
  return (before && !isHan(text.charCodeAt(end))) || (after && !isHan(text.charCodeAt(start - 1)));
}

function isLone(text: string, at: number): boolean {
  return (
    anyRadical.test(text.charAt(at)) && !isHan(text.charCodeAt(at - 1)) && !isHan(text.charCodeAt(at + 1))
  );
}

function decide(
  { joined: { text } }: ParagraphText,
  sure: (code: number) => string | undefined,
  doubtful: (code: number) => string | undefined,
) {
  const isTreatise = treatise.test(text);
  return (code: number, start: number, end: number): Substitute | undefined => {
    const safe = sure(code);
    const substitute = safe ?? doubtful(code);
    if (substitute === undefined || isMeant(text, start, end)) return undefined;
    return { text: substitute, class: safe === undefined || isTreatise ? 'likely' : 'safe' };
  };
}

/** A radical of the Kangxi block for the character that it is: `⽅⾯` for `方面`. */
export const kangxiRadical: CharacterRule = {
  id: 'kangxi-radical',
  class: 'safe',
  name: { en: 'Kangxi radicals', zh: '康熙部首字符' },
  about: {
    en: 'Radicals of the Kangxi block (U+2F00–2FD5) that stand for the characters they look like.',
    zh: '康熙部首区（U+2F00–2FD5）的字符，代替了外形相同的汉字。',
  },
  done: {
    en: {
      one: 'Kangxi radicals replaced in 1 paragraph',
      many: 'Kangxi radicals replaced in {0} paragraphs',
    },
    zh: '{0} 段中的康熙部首换为汉字',
  },
  words: {
    message: {
      en: {
        one: 'A Kangxi radical stands for a character: {1} for {2}.',
        many: '{0} Kangxi radicals stand for characters in this paragraph, first {1} for {2}.',
      },
      zh: '本段有 {0} 个康熙部首字符代替了汉字，首个为“{1}”，应为“{2}”。',
    },
    fix: { en: 'Put characters in place of the Kangxi radicals', zh: '把康熙部首换为汉字' },
  },
  needs: Sign.unusual,
  find(paragraph) {
    if (paragraph.joined.text.search(kangxi) < 0) return [];
    return substitutions(
      paragraph,
      kangxi,
      decide(paragraph, kangxiSubstitute, () => undefined),
    );
  },
};

/** A radical of the supplement: `⻓⻛` for `长风`. */
export const radicalSupplement: CharacterRule = {
  id: 'radical-supplement',
  class: 'safe',
  name: { en: 'supplementary radicals', zh: '补充部首字符' },
  about: {
    en: 'Characters of CJK Radicals Supplement (U+2E80–2EF3) that stand for the characters they look like.',
    zh: '部首补充区（U+2E80–2EF3）的字符，代替了外形相同的汉字。',
  },
  done: {
    en: {
      one: 'supplementary radicals replaced in 1 paragraph',
      many: 'supplementary radicals replaced in {0} paragraphs',
    },
    zh: '{0} 段中的补充部首换为汉字',
  },
  words: {
    message: {
      en: {
        one: 'A radical stands for a character: {1} for {2}.',
        many: '{0} radicals stand for characters in this paragraph, first {1} for {2}.',
      },
      zh: '本段有 {0} 个部首字符代替了汉字，首个为“{1}”，应为“{2}”。',
    },
    fix: { en: 'Put characters in place of the radicals', zh: '把部首字符换为汉字' },
  },
  needs: Sign.unusual,
  find(paragraph) {
    if (paragraph.joined.text.search(supplement) < 0) return [];
    return substitutions(
      paragraph,
      supplement,
      decide(paragraph, radicalSubstitute, doubtfulRadicalSubstitute),
    );
  },
};
