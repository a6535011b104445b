import type { TextRange } from '../../../server/src/text/range.ts';
import { isBlank } from './bare-text.ts';

/** What can be tagged without being selected first. */
export type Unit = 'word' | 'clause' | 'sentence';

/** How far a sentence is looked for, and how far a word, in UTF-16 units: no text makes a key slow. */
const longestSentence = 4000;
const longestWord = 200;

const stops = '。！？!?';
const pauses = `、，；：,;:${stops}`;
const openers = '《〈（“‘「『(';
const closers = '》〉）”’」』)';
/** What may stand after a full stop and still belong to its sentence. */
const trailing = '”’」』》）)';

let segmenter: Intl.Segmenter | undefined;

/**
 * The word, clause or sentence at an offset of a text (UTF-16, of clean text where it is at hand, since a line
 * break ends all three): what holds the character there, or the one before where nothing does. Without white space
 * at its ends; null where there is none. A pause within 《》 ends no clause. A clause is without the mark that ends it,
 * a sentence with it.
 */
export function unitAt(text: string, offset: number, unit: Unit): TextRange | null {
  const at = placeIn(text, offset);
  if (at === null) return null;
  const sentence = sentenceAround(text, at);
  if (unit === 'sentence') return trimmed(text, sentence);
  const clause = clauseAround(text, sentence, at);
  if (unit === 'clause') return trimmed(text, clause);
  return wordAround(text, sentence, at) ?? (at > sentence.start ? wordAround(text, sentence, at - 1) : null);
}

/** The smallest unit, or run of them, that holds a range; at an empty one, the unit there. */
export function unitAround(text: string, range: TextRange, unit: Unit): TextRange | null {
  const first = unitAt(text, range.start, unit);
  if (range.end <= range.start) return first;
  const last = unitAt(text, range.end - 1, unit);
  if (!first || !last) return first ?? last;
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** Whether a range is just a word, a clause or a sentence. */
export function isUnit(text: string, range: TextRange): boolean {
  return (['word', 'clause', 'sentence'] as const).some((unit) => {
    const found = unitAt(text, range.start, unit);
    return found?.start === range.start && found.end === range.end;
  });
}

/** The first unit that begins or goes on within a range, so that a smaller one is found in a larger. */
export function firstUnit(text: string, range: TextRange, unit: Unit): TextRange | null {
  const last = Math.min(range.end, range.start + longestWord);
  for (let at = range.start; at < last; at += 1) {
    const found = unitAt(text, at, unit);
    if (found && found.end > range.start) return found;
  }
  return null;
}

/** The offset of the character at the cursor, or of the one before where that is a line's end; null on a blank line. */
function placeIn(text: string, offset: number): number | null {
  const at = Math.max(0, Math.min(offset, text.length));
  if (at < text.length && !isLineEnd(text, at)) return at;
  return at > 0 && !isLineEnd(text, at - 1) ? at - 1 : null;
}

function isLineEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x0a || unit === 0x0d;
}

function sentenceAround(text: string, at: number): TextRange {
  const floor = Math.max(0, at - longestSentence);
  const ceiling = Math.min(text.length, at + longestSentence);
  // Closing marks after a full stop belong to what they close, so a cursor on them looks back past the stop.
  let from = at;
  while (from > floor && trailing.includes(text.charAt(from)) && isEnd(text, from - 1)) from -= 1;
  let start = from;
  while (start > floor && !isLineEnd(text, start - 1) && !(start <= from && isEnd(text, start - 1)))
    start -= 1;
  if (start > floor && isEnd(text, start - 1)) {
    while (start < from && trailing.includes(text.charAt(start))) start += 1;
  }
  let end = from;
  while (end < ceiling && !isLineEnd(text, end) && !stops.includes(text.charAt(end))) end += 1;
  while (end < ceiling && stops.includes(text.charAt(end))) end += 1;
  while (end < ceiling && end > from && trailing.includes(text.charAt(end)) && isEnd(text, end - 1)) end += 1;
  return { start, end: Math.max(end, at + 1) };
}

/** Whether a sentence ends with the character at an offset: a full stop, or what closes after one. */
function isEnd(text: string, at: number): boolean {
  let last = at;
  while (last >= 0 && trailing.includes(text.charAt(last))) last -= 1;
  return last >= 0 && stops.includes(text.charAt(last));
}

function clauseAround(text: string, sentence: TextRange, at: number): TextRange {
  let start = sentence.start;
  let depth = 0;
  for (let i = sentence.start; i < sentence.end; i += 1) {
    const character = text.charAt(i);
    if (openers.includes(character)) depth += 1;
    else if (closers.includes(character)) depth = Math.max(0, depth - 1);
    const ends = depth === 0 && pauses.includes(character) && !isWithinNumber(text, i);
    if (!ends) continue;
    if (i >= at) return i > start ? { start, end: i } : { start: i, end: i + 1 };
    start = i + 1;
  }
  return { start, end: sentence.end };
}

/** 1,000 and 12:30 are one thing. */
function isWithinNumber(text: string, at: number): boolean {
  return /[.,:]/.test(text.charAt(at)) && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
}

function wordAround(text: string, sentence: TextRange, at: number): TextRange | null {
  const start = Math.max(sentence.start, at - longestWord);
  const window = text.slice(start, Math.min(sentence.end, at + longestWord));
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const segment = segmenter.segment(window).containing(at - start);
  if (!segment?.isWordLike) return null;
  return { start: start + segment.index, end: start + segment.index + segment.segment.length };
}

function trimmed(text: string, { start, end }: TextRange): TextRange | null {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}
