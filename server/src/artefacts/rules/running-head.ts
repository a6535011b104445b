import type { CharacterRule } from '../rule.ts';

/** The name of a collection with the number of its volume, set into the words of a sentence without a title mark. */
const runIn =
  /(?<=\p{sc=Han})(?:全集|选集|選集|文集|文选|文選|汇编|匯編|彙編|文件集|条约集|條約集)第(?:[一二三四五六七八九十百]{1,5}|\d{1,3})[卷册冊辑輯](?=\p{sc=Han})(?![的中里和与及所是有载載收第])/gu;

/** What is printed at the edge of every page: the title of the book, the head of the newspaper; found by the layout; one that ran into a sentence is found here. */
export const runningHead: CharacterRule = {
  id: 'running-head',
  class: 'likely',
  name: { en: 'running heads', zh: '书眉和报头' },
  about: {
    en: 'Running heads and the heads of newspaper pages between the lines of the text.',
    zh: '夹在正文行间的书眉、报头和版次。',
  },
  done: { en: { one: '1 running head removed', many: '{0} running heads removed' }, zh: '{0} 处书眉删去' },
  words: {
    message: {
      en: 'A head of the page, no word of the document: {0}',
      zh: '书眉、报头之类的版面文字，不属于文件正文：{0}',
    },
    fix: {
      en: 'Remove the head of the page, and join the sentence that it cuts',
      zh: '删去书眉，接合被隔断的句子',
    },
  },
  variants: {
    'run-in': {
      message: {
        en: 'The running head of a book seems to have run into the sentence here: {0}',
        zh: '书眉似混入此句：{0}',
      },
    },
  },
  vanishing: true,
  find({ joined: { text }, claim }) {
    if (!/[集编編选選]第/.test(text)) return [];
    return [...text.matchAll(runIn)].flatMap(({ index: start, 0: words }) => {
      const end = start + words.length;
      if (!claim(start, end)) return [];
      return [{ class: 'suspect', start, end, edits: [], values: [words], variant: 'run-in' }];
    });
  },
};
