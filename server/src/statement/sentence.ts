import type { TextRange } from '../text/range.ts';

const ENDS = new Set('。！？!?');
const CLOSERS = new Map([
  ['”', '“'],
  ['’', '‘'],
  ['」', '「'],
  ['』', '『'],
  ['）', '（'],
  [')', '('],
  ['》', '《'],
  ['〉', '〈'],
  ['】', '【'],
]);
const OPENERS = new Set(CLOSERS.values());

/**
 * For each character, whether it stands inside a pair of marks that is closed. A pair that is never closed holds
 * nothing: a lost closing mark must not make one sentence of the rest.
 */
export function enclosed(text: string): Uint8Array {
  const change = new Int32Array(text.length + 1);
  const open: { mark: string; at: number }[] = [];
  const waiting = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (OPENERS.has(character)) {
      open.push({ mark: character, at });
      waiting.set(character, (waiting.get(character) ?? 0) + 1);
      continue;
    }
    const opener = CLOSERS.get(character);
    if (opener === undefined || (waiting.get(opener) ?? 0) === 0) continue;
    for (;;) {
      const last = open.pop();
      if (last === undefined) break;
      waiting.set(last.mark, waiting.get(last.mark)! - 1);
      if (last.mark !== opener) continue;
      change[last.at + 1]! += 1;
      change[at]! -= 1;
      break;
    }
  }
  const inside = new Uint8Array(text.length);
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
    if (!ENDS.has(text.charAt(at))) continue;
    let end = at + 1;
    while (end < text.length && ENDS.has(text.charAt(end))) end++;
    while (end < text.length && '”’」』'.includes(text.charAt(end))) end++;
    const ends = inside[at] === 0 || (end > at + 1 && (end === text.length || inside[end] === 0));
    if (ends) close(end);
    at = end - 1;
  }
  close(text.length);
  return sentences;
}
