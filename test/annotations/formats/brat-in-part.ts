import type { HeldInPart } from './held-in-part.ts';

/** What stands on line ends alone, as Python has them (str.splitlines), cannot be quoted on a line. */
const lineEnds = new Set('\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029');

export const bratInPart: HeldInPart = {
  quotes: true,
  rules: {
    blanks: (document) => ({
      ...document,
      tags: document.tags.filter(({ state, scope, spans }) => {
        const words = spans.map(({ start, end }) => document.text.slice(start, end)).join('');
        return state === 'orphan' || scope === 'document' || [...words].some((each) => !lineEnds.has(each));
      }),
    }),
  },
};
