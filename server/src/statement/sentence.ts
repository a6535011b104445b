import type { TextRange } from '../text/range.ts';

const ENDS = '。！？!?';
/** Marks that enclose, the closing one behind the opening one. */
const PAIRS = '“”‘’「」『』（）()《》〈〉【】';

/**
 * By UTF-16 code unit: 1 for what ends a sentence, otherwise twice the number of its pair, and one more for a closing
 * mark; 0 for all else. A table, because all text passes.
 */
const MARKS = new Uint8Array(0x10000);
for (const mark of ENDS) MARKS[mark.charCodeAt(0)] = 1;
for (let i = 0; i < PAIRS.length; i++) MARKS[PAIRS.charCodeAt(i)] = i + 2;

/**
 * For each character, whether it stands inside a pair of marks that is closed. A pair that is never closed holds
 * nothing: a lost closing mark must not make one sentence of the rest.
 */
export function enclosed(text: string): Uint8Array {
  const inside = new Uint8Array(text.length);
  const open: { readonly mark: number; readonly at: number }[] = [];
  const waiting = new Int32Array(PAIRS.length + 2);
  let change: Int32Array | undefined;
  for (let at = 0; at < text.length; at++) {
    const mark = MARKS[text.charCodeAt(at)]!;
    if (mark < 2) continue;
    if (mark % 2 === 0) {
      open.push({ mark, at });
      waiting[mark]!++;
      continue;
    }
    const opener = mark - 1;
    if (waiting[opener] === 0) continue;
    for (;;) {
      const last = open.pop();
      if (last === undefined) break;
      waiting[last.mark]!--;
      if (last.mark !== opener) continue;
      change ??= new Int32Array(text.length + 1);
      change[last.at + 1]! += 1;
      change[at]! -= 1;
      break;
    }
  }
  if (change === undefined) return inside;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    depth += change[at]!;
    inside[at] = depth > 0 ? 1 : 0;
  }
  return inside;
}

const isSpace = (character: string) => /\s/.test(character);

/**
 * The sentences of a paragraph: each ends with 。！？ and the closing marks after it, or with the paragraph. A full
 * stop inside brackets, a title or a quotation ends a sentence only where the quotation ends with it. ； does not
 * end one: what it parts belongs to one statement. Offsets: UTF-16 in `text`, from `from` on; white space between
 * sentences belongs to none.
 */
export function splitSentences(text: string, from = 0): TextRange[] {
  const inside = enclosed(text);
  const sentences: TextRange[] = [];
  let start = from;
  const close = (end: number) => {
    let first = start;
    while (first < end && isSpace(text.charAt(first))) first++;
    let last = end;
    while (last > first && isSpace(text.charAt(last - 1))) last--;
    if (last > first) sentences.push({ start: first, end: last });
    start = end;
  };
  for (let at = from; at < text.length; at++) {
    if (MARKS[text.charCodeAt(at)] !== 1) continue;
    let end = at + 1;
    while (end < text.length && MARKS[text.charCodeAt(end)] === 1) end++;
    while (end < text.length && '”’」』'.includes(text.charAt(end))) end++;
    const ends = inside[at] === 0 || (end > at + 1 && (end === text.length || inside[end] === 0));
    if (ends) close(end);
    at = end - 1;
  }
  close(text.length);
  return sentences;
}
