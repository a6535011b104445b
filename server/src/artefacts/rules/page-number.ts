import type { Rule } from '../rule.ts';

/** The number of a page that stands between two lines, with whatever else is at the edge of that page; found by the layout. */
export const pageNumber: Rule = {
  id: 'page-number',
  class: 'likely',
  name: { en: 'page numbers', zh: '页码' },
  about: { en: 'Page numbers between the lines of the text.', zh: '夹在正文行间的页码。' },
  done: { en: { one: '1 page number removed', many: '{0} page numbers removed' }, zh: '{0} 处页码删去' },
  words: {
    message: {
      en: 'The edge of a page, no word of the document: {0}',
      zh: '页码等版面文字，不属于文件正文：{0}',
    },
    fix: {
      en: 'Remove the page number, and join the sentence that it cuts',
      zh: '删去页码，接合被隔断的句子',
    },
  },
  vanishing: true,
};
