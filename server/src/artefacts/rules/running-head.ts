import type { Rule } from '../rule.ts';

/** What is printed at the edge of every page: the title of the book, the head of the newspaper; found by the layout. */
export const runningHead: Rule = {
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
  vanishing: true,
};
