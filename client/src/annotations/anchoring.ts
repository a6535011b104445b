import search from 'approx-string-match';
import type { TextRange } from '../../../server/src/text/range.ts';
import type { Quote } from './annotation.ts';
import { createBareText, foldLookalikes, stripBlanks } from './bare-text.ts';
import { likeness } from './likeness.ts';

/** What is looked for. */
export interface Sought {
  readonly quote: Quote;
  /** How many bare UTF-16 code units stood before it, in the text that it was taken from; absent: not known. */
  readonly bareStart?: number;
  /** The confidence that it takes; absent: the usual floor. */
  readonly floor?: number;
}

/** The text that is searched. */
export interface SearchedText {
  /** The clean text, or the raw text where no reading is at hand. */
  readonly text: string;
  /** The raw UTF-16 offset of the character at an offset of `text`; absent where `text` is the raw text. */
  readonly toRaw?: (offset: number) => number;
}

export type Anchoring =
  | { readonly found: true; readonly range: TextRange; readonly confidence: number }
  /** ambiguous: two places fit about equally well; not-found: none fits well enough. */
  | { readonly found: false; readonly reason: 'ambiguous' | 'not-found' };

/** Below this, no place is taken. */
export const confidenceFloor = 0.7;
/** The best place must be better than the next by this much. */
export const ambiguityMargin = 0.1;

/**
 * Finds quotes in a text that changed, in bare text, so that line breaks and spaces do not matter. A place is
 * taken only where words and neighbours are like enough and no other place comes near; or, where several come
 * near, if the quotes on both sides moved by the same distance and these very words stand just there.
 * Ranges: UTF-16 raw. The cost is bounded; what it does not reach is not found.
 */
export function findQuotes(sought: readonly Sought[], searched: SearchedText): Anchoring[] {
  const bareText = createBareText(searched.text);
  const finder = new QuoteFinder(foldLookalikes(bareText.bare));
  const toRaw = (bare: number) => {
    const offset = bareText.toText(bare);
    return searched.toRaw ? searched.toRaw(offset) : offset;
  };
  const folded = sought.map((each) => ({ ...each, quote: foldQuote(each.quote) }));
  const verdicts = folded.map((each) => finder.find(each));
  settleByNeighbours(folded, verdicts, finder.bare);
  return verdicts.map((verdict) => {
    if (!verdict.place) return { found: false, reason: verdict.reason };
    const { start, end, confidence } = verdict.place;
    return { found: true, range: { start: toRaw(start), end: toRaw(end - 1) + 1 }, confidence };
  });
}

function foldQuote(quote: Quote): Quote {
  const fold = (text: string) => foldLookalikes(stripBlanks(text));
  return { exact: fold(quote.exact), prefix: fold(quote.prefix), suffix: fold(quote.suffix) };
}

/** A place where the quote may be; offsets in the bare text. */
interface Place extends TextRange {
  /** How like the words are, 0 to 1. */
  readonly words: number;
}

interface WeighedPlace extends Place {
  readonly confidence: number;
  /** Whether a neighbour speaks for it. The same words elsewhere may be another sentence's. */
  readonly witnessed: boolean;
}

type Verdict =
  | { readonly place: WeighedPlace }
  | { readonly place: null; readonly reason: 'ambiguous' | 'not-found' };

class QuoteFinder {
  readonly bare: string;
  /** How many code units approximate matching may still look at. */
  private allowance = 100_000_000;
  private lastPrefix = '';
  private lastReversed = '';
  private readonly occurrencesOf = new Map<string, readonly number[]>();

  constructor(bare: string) {
    this.bare = bare;
  }

  find(sought: Sought): Verdict {
    const { quote } = sought;
    if (quote.exact === '') return nowhere;
    const exact = this.exactPlaces(quote).map((start) =>
      this.weigh({ start, end: start + quote.exact.length, words: 1 }, quote),
    );
    const best = Math.max(0, ...exact.map((place) => (place.witnessed ? place.confidence : 0)));
    // Words that stand elsewhere unchanged must not draw a tag away from where they stand slightly changed.
    const places =
      best >= certain
        ? exact
        : [...exact, ...this.likePlaces(sought).map((place) => this.weigh(place, quote))];
    const verdict = decide(places, sought.floor ?? confidenceFloor);
    if (verdict.place || exact.length > 0 || quote.exact.length <= longQuote) return verdict;
    return this.findEnds(sought);
  }

  /** A long quote that changed somewhere: where it begins, and where it ends. */
  private findEnds(sought: Sought): Verdict {
    const { exact, prefix, suffix } = sought.quote;
    const { bareStart, floor } = sought;
    const size = longQuote / 4;
    const rest = { ...(floor !== undefined && { floor }) };
    const head = this.find({
      quote: { exact: exact.slice(0, size), prefix, suffix: exact.slice(size, size * 1.5) },
      ...(bareStart !== undefined && { bareStart }),
      ...rest,
    });
    const tail = this.find({
      quote: { exact: exact.slice(-size), prefix: exact.slice(-size * 1.5, -size), suffix },
      ...(bareStart !== undefined && { bareStart: bareStart + exact.length - size }),
      ...rest,
    });
    if (!head.place || !tail.place) return head.place ? tail : head;
    const { start } = head.place;
    const { end } = tail.place;
    const length = end - start;
    if (length * 4 < exact.length * 3 || length * 3 > exact.length * 4) return nowhere;
    const confidence = Math.min(head.place.confidence, tail.place.confidence);
    return { place: { start, end, words: confidence, confidence, witnessed: true } };
  }

  private occurrences(words: string): readonly number[] {
    const known = this.occurrencesOf.get(words);
    if (known) return known;
    const found: number[] = [];
    for (let at = this.bare.indexOf(words); at >= 0; at = this.bare.indexOf(words, at + 1)) found.push(at);
    this.occurrencesOf.set(words, found);
    return found;
  }

  private reversed(prefix: string): string {
    if (prefix !== this.lastPrefix) {
      this.lastPrefix = prefix;
      this.lastReversed = prefix.split('').reverse().join('');
    }
    return this.lastReversed;
  }

  /** Where the words stand unchanged. Of words that stand very often, only where a neighbour fits as well. */
  private exactPlaces({ exact, prefix, suffix }: Quote): readonly number[] {
    const all = this.occurrences(exact);
    if (all.length <= 100) return all;
    const before = prefix.slice(-6);
    const after = suffix.slice(0, 6);
    const near = all.filter(
      (at) =>
        (before !== '' && this.bare.startsWith(before, at - before.length)) ||
        (after !== '' && this.bare.startsWith(after, at + exact.length)),
    );
    const whole = near.filter(
      (at) =>
        this.bare.startsWith(prefix, at - prefix.length) && this.bare.startsWith(suffix, at + exact.length),
    );
    return (whole.length > 0 ? whole : near).slice(0, 100);
  }

  /** Where the words stand with a few changes: the likest places, and the likest on either side of them. */
  private likePlaces({ quote, bareStart }: Sought): readonly Place[] {
    const { exact } = quote;
    const errors = Math.floor(exact.length / 4);
    if (errors === 0 || exact.length > longQuote) return [];
    let from = 0;
    let to = this.bare.length;
    if (to > widestSearch * 2) {
      if (bareStart === undefined) return [];
      from = Math.max(0, bareStart - widestSearch);
      to = Math.min(to, bareStart + widestSearch);
    }
    const first = this.likest(from, to, exact, errors);
    const one = first[0];
    if (!one) return [];
    return [
      ...first,
      ...this.likest(from, one.start, exact, errors),
      ...this.likest(one.end, to, exact, errors),
    ];
  }

  private likest(from: number, to: number, words: string, errors: number): readonly Place[] {
    const cost = (to - from) * Math.ceil(words.length / 32);
    if (to <= from || cost > this.allowance) return [];
    this.allowance -= cost;
    return search(this.bare.slice(from, to), words, errors)
      .filter((match) => match.end > match.start)
      .slice(0, 100)
      .map((match) => ({
        start: from + match.start,
        end: from + match.end,
        words: 1 - match.errors / words.length,
      }));
  }

  private weigh(place: Place, quote: Quote): WeighedPlace {
    const { prefix, suffix, exact } = quote;
    const before = likeness(this.reversed(prefix), this.bare, place.start - 1, -1);
    const after = likeness(suffix, this.bare, place.end, 1);
    // Long words say more of themselves; a context that was short says less.
    const wordsWeight = 20 + 4 * Math.min(exact.length, 30);
    const beforeWeight = contextWeight(prefix);
    const afterWeight = contextWeight(suffix);
    const confidence =
      (wordsWeight * place.words + beforeWeight * before + afterWeight * after) /
      (wordsWeight + beforeWeight + afterWeight);
    const alone = prefix === '' && suffix === '';
    const witnessed = Math.max(before, after) >= 0.5 || (alone && exact.length >= 8);
    return { ...place, confidence, witnessed };
  }
}

/** An unchanged place this good needs no comparison with changed ones. */
const certain = 0.9;
/** Quotes longer than this, in code units, are looked for by their ends when they changed. */
const longQuote = 256;
/** In a long text, changed words are looked for this far from where they were. */
const widestSearch = 20_000;
const nowhere: Verdict = { place: null, reason: 'not-found' };

function contextWeight(context: string): number {
  return 20 * Math.min(1, context.length / 12);
}

function decide(places: readonly WeighedPlace[], floor: number): Verdict {
  const ranked = [...places].sort((a, b) => b.confidence - a.confidence);
  const best = ranked.find((place) => place.witnessed);
  if (!best || best.confidence < floor) return nowhere;
  const rival = ranked.find((place) => place.end <= best.start || best.end <= place.start);
  if (rival && best.confidence - rival.confidence < ambiguityMargin) {
    return { place: null, reason: 'ambiguous' };
  }
  return { place: best };
}

/**
 * Where the nearest quotes found on both sides moved by the same distance, nothing came or went between them;
 * so words that stand exactly there are the ones sought, however often they stand elsewhere.
 */
function settleByNeighbours(sought: readonly Sought[], verdicts: Verdict[], bare: string): void {
  const inOrder = sought
    .flatMap(({ bareStart, quote, floor }, index) =>
      bareStart === undefined || floor !== undefined ? [] : [{ bareStart, quote, index }],
    )
    .sort((a, b) => a.bareStart - b.bareStart);
  const shiftOf = (each: (typeof inOrder)[number]) => {
    const { place } = verdicts[each.index]!;
    return place && place.confidence >= certain ? place.start - each.bareStart : undefined;
  };
  const shifts = inOrder.map(shiftOf);
  const following = [...shifts];
  for (let i = following.length - 2; i >= 0; i -= 1) following[i] ??= following[i + 1];
  let preceding: number | undefined;
  inOrder.forEach(({ bareStart, quote, index }, i) => {
    preceding = shifts[i] ?? preceding;
    const shift = following[i];
    if (verdicts[index]!.place || shift === undefined || shift !== preceding) return;
    const start = bareStart + shift;
    if (!bare.startsWith(quote.exact, start) || quote.exact === '') return;
    const end = start + quote.exact.length;
    verdicts[index] = { place: { start, end, words: 1, confidence: certain, witnessed: true } };
  });
}
