import type { CharacterRule } from '../rule.ts';
import { Sign } from '../signs.ts';
import { ideographSubstitute, isRepeatedIdeograph } from '../substitutes.ts';
import { substitutions } from '../substitution.ts';

/** U+F900–FAFF, and U+2F800–2FA1F as pairs of surrogates. */
const ideographs = /[\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/g;

/** A character that Unicode holds a second time for the sake of an old standard. */
export const compatibilityIdeograph: CharacterRule = {
  id: 'compatibility-ideograph',
  class: 'safe',
  name: { en: 'compatibility ideographs', zh: '兼容汉字' },
  about: {
    en: 'Compatibility ideographs (U+F900–FAFF, U+2F800–2FA1F), which double the usual characters.',
    zh: '兼容汉字（U+F900–FAFF、U+2F800–2FA1F），与通用汉字重复。',
  },
  done: {
    en: {
      one: 'compatibility ideographs replaced in 1 paragraph',
      many: 'compatibility ideographs replaced in {0} paragraphs',
    },
    zh: '{0} 段中的兼容汉字换为通用汉字',
  },
  words: {
    message: {
      en: {
        one: 'A compatibility ideograph stands for the usual character {2}.',
        many: '{0} compatibility ideographs stand for usual characters in this paragraph, first for {2}.',
      },
      zh: '本段有 {0} 个兼容汉字，首个的通用字为“{2}”。',
    },
    fix: { en: 'Put the usual characters in place', zh: '换为通用汉字' },
  },
  needs: Sign.unusual,
  find(paragraph) {
    if (paragraph.joined.text.search(ideographs) < 0) return [];
    return substitutions(paragraph, ideographs, (code) => {
      const text = ideographSubstitute(code);
      return text === undefined ? undefined : { text, class: isRepeatedIdeograph(code) ? 'safe' : 'likely' };
    });
  },
};
