import { fold } from './script.ts';

const MARKS = /[(),:;《》]/g;
const CANONICAL: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '《': '〈',
  '》': '〉',
};

/**
 * A text as names are looked for in it: folded to one script, half-width and full-width marks and both sorts of title
 * marks counting as one. As long as the text, so that offsets hold in both.
 */
export function canonicalText(text: string): string {
  return withCanonicalMarks(fold(text));
}

function withCanonicalMarks(text: string): string {
  return text.replace(MARKS, (mark) => CANONICAL[mark] ?? mark);
}
