import search from 'approx-string-match';
import type { TextRange } from '../../../server/src/text/range.ts';
import type { Annotation, Quote } from './annotation.ts';
import { createBareText, foldLookalikes, stripBlanks } from './bare-text.ts';
import { QuoteFinder } from './quote-finder.ts';

/** A place where the words of a lost tag may be, for a person to choose; UTF-16 in the text that was searched. */
export interface Candidate extends TextRange {
  /** How like its words and neighbours are to those that the tag had, 0 to 1. */
  readonly likeness: number;
}

/** So many places are offered. */
const most = 5;
/** What is less like the words than this would only be noise. */
const leastLikeness = 0.4;
/** Words that changed much are looked for this far from where they were, in bare UTF-16 units, and if they are no longer than this. */
const loosely = { reach: 20_000, longest: 64, shortest: 4 };

/** A place in the bare text. */
interface Place extends TextRange {
  readonly confidence: number;
}

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
  const alike = (place: Place) => place.confidence >= leastLikeness && place.start < place.end;
  const firm = finder.places(quote, near).filter(alike);
  const places = [
    ...(firm.length > 0 ? firm : loosePlaces(finder.bare, quote.exact, near).filter(alike)),
  ].sort((a, b) => b.confidence - a.confidence || a.start - b.start);
  return apart(places)
    .slice(0, most)
    .map(({ start, end, confidence }) => ({
      start: bareText.toText(start),
      end: bareText.toText(end - 1) + 1,
      likeness: confidence,
    }));
}

/** Where the words stand with up to half of them changed, near where they were: too little to be sure of, but enough to look at. */
function loosePlaces(bare: string, words: string, near: number | undefined): Place[] {
  if (words.length < loosely.shortest || words.length > loosely.longest) return [];
  const middle = near ?? 0;
  const from = Math.max(0, middle - loosely.reach);
  const searched = bare.slice(from, middle + loosely.reach);
  return search(searched, words, Math.floor(words.length / 2))
    .filter(({ start, end }) => start < end)
    .map(({ start, end, errors }) => ({
      start: from + start,
      end: from + end,
      confidence: 1 - errors / words.length,
    }));
}

function fold(words: string): string {
  return foldLookalikes(stripBlanks(words));
}

/** Of places that overlap the best alone: given in that order. */
function apart(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    if (kept.every((other) => place.end <= other.start || other.end <= place.start)) kept.push(place);
  }
  return kept;
}
