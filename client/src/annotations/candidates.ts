import type { TextRange } from '../../../server/src/text/range.ts';
import type { Annotation, Quote } from './annotation.ts';
import { createBareText, foldLookalikes, stripBlanks } from './bare-text.ts';
import { QuoteFinder, type WeighedPlace } from './quote-finder.ts';

/** A place where the words of a lost tag may be, for a person to choose; UTF-16 in the text that was searched. */
export interface Candidate extends TextRange {
  /** How like its words and neighbours are to those that the tag had, 0 to 1. */
  readonly likeness: number;
}

/** So many places are offered. */
const most = 5;
/** What is less like the words than this would only be noise. */
const leastLikeness = 0.4;

/** Where the words of a lost tag may stand now, the likest first. Nothing is decided: these are places to look at. */
export function candidatesFor(tag: Pick<Annotation, 'quotes' | 'spans'>, text: string): Candidate[] {
  const exact = tag.quotes.map((quote) => quote.exact).join('');
  if (exact === '') return [];
  const bareText = createBareText(text);
  const finder = new QuoteFinder(foldLookalikes(bareText.bare));
  const first = tag.quotes[0]!;
  const quote: Quote = {
    exact: fold(exact),
    prefix: fold(first.prefix),
    suffix: fold(tag.quotes.at(-1)!.suffix),
  };
  const near = tag.spans[0] && bareText.toBare(tag.spans[0].start);
  const places = [...finder.places(quote, near)]
    .filter(({ confidence, start, end }) => confidence >= leastLikeness && start < end)
    .sort((a, b) => b.confidence - a.confidence || a.start - b.start);
  return apart(places)
    .slice(0, most)
    .map(({ start, end, confidence }) => ({
      start: bareText.toText(start),
      end: bareText.toText(end - 1) + 1,
      likeness: confidence,
    }));
}

function fold(words: string): string {
  return foldLookalikes(stripBlanks(words));
}

/** Of places that overlap the best alone: given in that order. */
function apart(places: readonly WeighedPlace[]): WeighedPlace[] {
  const kept: WeighedPlace[] = [];
  for (const place of places) {
    if (kept.every((other) => place.end <= other.start || other.end <= place.start)) kept.push(place);
  }
  return kept;
}
