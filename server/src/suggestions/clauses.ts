import { enclosed, splitSentences } from '../statement/sentence.ts';
import type { TextRange } from '../text/range.ts';

/** A sentence with its clauses; UTF-16 in the text of the paragraph. */
export interface Sentence extends TextRange {
  /** In order, each without the mark behind it. */
  readonly clauses: readonly TextRange[];
}

/** By UTF-16 code unit, whether it parts clauses. */
const MARKS = new Uint8Array(0x10000);
for (const mark of '，,；;：:。！？!?') MARKS[mark.charCodeAt(0)] = 1;

/** The sentences of a text from an offset on, each by its clauses: what marks part outside of quotations, brackets and titles. */
export function sentencesOf(text: string, from: number): Sentence[] {
  const inside = enclosed(text);
  return splitSentences(text, from).map(({ start, end }) => {
    const clauses: TextRange[] = [];
    let first = start;
    const close = (at: number) => {
      while (first < at && /\s/.test(text.charAt(first))) first++;
      if (at > first) clauses.push({ start: first, end: at });
    };
    for (let at = start; at < end; at++) {
      if (MARKS[text.charCodeAt(at)] === 0 || inside[at] === 1 || isInNumber(text, at)) continue;
      close(at);
      first = at + 1;
    }
    close(end);
    return { start, end, clauses };
  });
}

/** 10:30, 1,000 */
function isInNumber(text: string, at: number): boolean {
  return ',:'.includes(text.charAt(at)) && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
}
