import { isClosingBracket, isSpace } from '../../text/characters.ts';

/*
 * Paragraphs of one document tend to begin alike (双方…, 第…条, the name of a person), and not as the sentences
 * within them do. Which words begin which is not known beforehand: it is counted. A beginning is the first two
 * characters of a sentence; it is counted at one of as many places, where a few beginnings share one.
 */
export const beginningPlaces = 1024;

/** The place of the sentence that begins at `at` (UTF-16 raw) and stands before `end`. */
export function beginningAt(raw: string, at: number, end: number): number {
  const first = raw.charCodeAt(at);
  let next = at + 1;
  while (next < end && isSpace(raw.charCodeAt(next))) next++;
  const second = next < end ? raw.charCodeAt(next) : 0;
  return (Math.imul(first * 31 + second, 0x9e3779b1) >>> 22) % beginningPlaces;
}

/** The same for a sentence behind a stop, whose closing brackets end at `at` or later; -1: there is none. */
export function beginningAfter(raw: string, at: number, end: number): number {
  let start = at;
  while (start < end) {
    const unit = raw.charCodeAt(start);
    if (!isSpace(unit) && !isClosingBracket(unit)) return beginningAt(raw, start, end);
    start++;
  }
  return -1;
}
