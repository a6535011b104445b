import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Emendation } from './tagged-text.ts';

/**
 * A range of a text as it is read.
 * @param emendations in order of place; those that begin or end outside the range count within it
 */
export function readAs(text: string, emendations: readonly Emendation[], { start, end }: TextRange): string {
  let low = 0;
  let high = emendations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (emendations[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let read = '';
  let at = start;
  for (let i = low; i < emendations.length && emendations[i]!.start < end; i += 1) {
    const { start: from, end: to, reading } = emendations[i]!;
    read += text.slice(at, from);
    // What is read stands for as many units, or for nothing.
    read += reading.slice(Math.max(0, start - from), end - from);
    at = Math.min(to, end);
  }
  return read + text.slice(at, end);
}
