import type { TextRange } from '../../../server/src/text/range.ts';
import { createBareText, foldLookalikes, stripBlanks } from './bare-text.ts';

/**
 * Every place where the words stand: as the selected ones do, with or without line breaks and spaces between them, and
 * whichever encoding of a character is used. In order, not overlapping; UTF-16 raw. Linear in the text.
 */
export function occurrences(raw: string, words: string): TextRange[] {
  const wanted = foldLookalikes(stripBlanks(words));
  if (wanted === '') return [];
  const { bare, toText } = createBareText(raw);
  const text = foldLookalikes(bare);
  const found: TextRange[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    found.push({ start: toText(at), end: toText(at + wanted.length - 1) + 1 });
  }
  return found;
}

/**
 * The places that share no character with any of the spans. Places in order and not overlapping, spans in order of
 * their starts; both UTF-16 of one text.
 */
export function apartFrom(places: readonly TextRange[], spans: readonly TextRange[]): TextRange[] {
  let next = 0;
  let furthest = 0;
  return places.filter(({ start, end }) => {
    for (; next < spans.length && spans[next]!.start < end; next += 1) {
      furthest = Math.max(furthest, spans[next]!.end);
    }
    return furthest <= start;
  });
}
