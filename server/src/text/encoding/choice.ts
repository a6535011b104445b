import { plausibility, weightyCharacters } from './plausibility.ts';

/** A text decoded by one of the encodings that its bytes allow. */
export interface Decoded<Encoding> {
  readonly encoding: Encoding;
  readonly text: string;
}

/** Less plausible than this, no reading is Chinese. */
const least = 0.4;
/** The best reading must be better than the next by this much. */
const margin = 0.25;
/** Of fewer characters than this, none is more than a coincidence. */
const fewest = 3;

/**
 * Which of several readings of the same bytes is the text that was written: the most plausible as Chinese, by
 * a clear margin; null where none is, or two are, since a wrong guess would spoil the text.
 */
export function likeliest<Encoding>(readings: readonly Decoded<Encoding>[]): Decoded<Encoding> | null {
  const scored = readings
    .filter(({ text }) => weightyCharacters(text) >= fewest)
    .map((reading) => ({ reading, score: plausibility(reading.text) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || best.score < least || (next && best.score - next.score < margin)) return null;
  return best.reading;
}
