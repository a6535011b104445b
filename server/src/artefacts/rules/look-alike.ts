import { mending } from '../mending.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';
import { Sign, signOf } from '../signs.ts';
import { type LookAlikeWord, lookAlikeWords } from './look-alike-words.ts';

const ones = '一二三四五六七八九';

/** A word, and which of its characters is the misread one. */
interface Entry extends LookAlikeWord {
  readonly at: number;
}

/** By the misread character and the one behind it, or the one before it where it ends the word: a look tells whether a word can be there. */
const byPair = new Map<number, Entry[]>();
for (const word of lookAlikeWords) {
  const { wrong, right } = word;
  let at = 0;
  while (wrong[at] === right[at]) at++;
  const key = at + 1 < wrong.length ? pair(wrong, at) : -pair(wrong, at - 1);
  byPair.set(key, [...(byPair.get(key) ?? []), { ...word, at }]);
}

function pair(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

function wordAt(text: string, at: number): Entry | undefined {
  const fits = (entry: Entry) => {
    const start = at - entry.at;
    if (start < 0 || !text.startsWith(entry.wrong, start)) return false;
    const before = text.charAt(start - 1);
    const after = text.charAt(start + entry.wrong.length);
    return !(before && entry.notAfter?.includes(before)) && !(after && entry.notBefore?.includes(after));
  };
  const behind = at + 1 < text.length ? byPair.get(pair(text, at))?.find(fits) : undefined;
  return behind ?? (at > 0 ? byPair.get(-pair(text, at - 1))?.find(fits) : undefined);
}

/** 16曰, 廿八曰 behind a month. */
const dayBefore = new RegExp(`月(?:[0-3]?\\d|[${ones}廿卅]|[${ones}]?十[${ones}]?|[廿卅][${ones}])$`);
/** 一干二百, 三干人: 干 behind a digit, with a measure or the next digit behind it. */
const thousandBefore = new RegExp(`[${ones}两兩几幾数數]$`);
const thousandAfter = new RegExp(
  `^(?:[${ones}][百十]|零[${ones}]|[人名个個余餘多万萬元吨噸里米册冊份户戶美])`,
);

const says = '曰'.charCodeAt(0);
const eye = '目'.charCodeAt(0);
const dry = '干'.charCodeAt(0);

/** What a character is in a date or a number, where nothing else can be meant. */
function certainAt(text: string, at: number): string | null {
  const unit = text.charCodeAt(at);
  if (unit === says || unit === eye) return dayBefore.test(text.slice(Math.max(0, at - 5), at)) ? '日' : null;
  if (unit !== dry || !thousandBefore.test(text.charAt(at - 1))) return null;
  const after = text.slice(at + 1, at + 3);
  // 一干人 is a word of its own.
  return thousandAfter.test(after) && (text[at - 1] !== '一' || ones.includes(after.charAt(0))) ? '千' : null;
}

function foundAt(paragraph: ParagraphText, at: number): Found | null {
  const { text } = paragraph.solid;
  const certain = certainAt(text, at);
  if (certain)
    return mending(paragraph, [{ start: at, end: at + 1, text: certain }], {
      class: 'likely',
      values: [text[at]!, certain],
    });
  const word = wordAt(text, at);
  if (!word) return null;
  const start = at - word.at;
  return mending(paragraph, [{ start: at, end: at + 1, text: word.right[word.at]! }], {
    values: [word.wrong, word.right],
    shown: { start, end: start + word.wrong.length },
  });
}

/** A character read for one that looks like it: 5月16曰, 己经. */
export const lookAlike: CharacterRule = {
  id: 'look-alike',
  class: 'suspect',
  name: { en: 'look-alike characters', zh: '形近字' },
  about: {
    en: 'Characters read for their look-alikes, as in 5月16曰 or 己经.',
    zh: '误作形近字的字，如“5月16曰”“己经”。',
  },
  done: { en: { one: '1 look-alike mended', many: '{0} look-alikes mended' }, zh: '{0} 处形近字改正' },
  words: {
    message: { en: '{0} was probably printed {1}.', zh: '“{0}”疑为“{1}”。' },
    fix: { en: 'Read {1}', zh: '改为“{1}”' },
  },
  needs: Sign.lookAlike,
  find(paragraph) {
    const { text, signs } = paragraph.solid;
    const found: Found[] = [];
    for (const at of signs.places) {
      if ((signOf(text.charCodeAt(at)) & Sign.lookAlike) === 0) continue;
      const made = foundAt(paragraph, at);
      if (made) found.push(made);
    }
    return found;
  },
};
