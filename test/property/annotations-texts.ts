import { splitsCharacter } from '../../client/src/annotations/offsets.ts';
import type { Edit } from '../../server/src/text/edit.ts';
import type { TextRange } from '../../server/src/text/range.ts';
import { brokenDocument } from '../bench/long-document.ts';
import type { Random } from '../setting/random.ts';

/** Astral, combining, with a variation selector, half of a pair, a look-alike, line ends of all kinds. */
const characters = [
  ...['中', '俄', '方', '⽅', '。', '，', 'a', 'e\u0301', '𠮷', '葛\u{e0100}', '\ud842', '\udfb7'],
  ...[' ', '　', '\n', '\r\n', '\r'],
];
/** What is typed. */
export const words = [
  '中',
  '俄国',
  '双方。',
  'x',
  ' \n',
  '\r\n',
  '𠮷',
  '葛\u{e0100}',
  'e\u0301',
  '\udfb7',
  '中俄',
];

/** A text to begin with: a broken newspaper page now and then, else whatever may be in a text. */
export function startText(random: Random): string {
  if (random.chance(0.2))
    return brokenDocument({ length: 250, seed: random.below(1e6), known: ['联合国宪章'] });
  return Array.from({ length: 10 + random.below(40) }, () => random.pick(characters)).join('');
}

/** The smallest single edit that makes the one text of the other, as an editor tells an undo. */
export function between(before: string, after: string): Edit {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  const limit = Math.min(before.length, after.length) - head;
  while (tail < limit && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}

/** A place that cuts no character; UTF-16. */
export function someOffset(text: string, random: Random): number {
  const offset = random.below(text.length + 1);
  return splitsCharacter(text, offset) ? offset - 1 : offset;
}

/** A few characters, or none. */
export function someRange(text: string, random: Random): TextRange {
  const start = someOffset(text, random);
  const end = Math.min(text.length, start + random.below(8));
  return { start, end: splitsCharacter(text, end) ? end + 1 : end };
}
