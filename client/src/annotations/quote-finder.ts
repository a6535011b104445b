import search from 'approx-string-match';
import type { TextRange } from '../../../server/src/text/range.ts';
import type { Quote } from './annotation.ts';
import { likeness, unchangedRun } from './likeness.ts';
import { survives } from './survival.ts';
import { WordIndex } from './word-index.ts';

/** A place where the quote may be; offsets in the bare text. */
interface Place extends TextRange {
  /** How like the words are, 0 to 1. */
  readonly words: number;
}

/** What is left of the remembered context on one side of a place. */
export interface Side {
  /** 0 to 1. */
  readonly likeness: number;
  /** How many units next to the words are as they were. */
  readonly run: number;
}

export interface WeighedPlace extends Place {
  readonly confidence: number;
  readonly before: Side;
  readonly after: Side;
  /** Whether a neighbour speaks for it. The same words elsewhere may be another sentence's. */
  readonly witnessed: boolean;
}

/** An unchanged place this good needs no comparison with changed ones, and no neighbour to confirm it. */
export const certain = 0.9;
/** So many units kept in a row, the words' own among them, are more than chance or a short phrase repeats. */
export const tellingRun = 12;
/** Quotes longer than this, in code units, are not looked for with changes. */
export const longQuote = 256;
/** In a long text, changed words are looked for this far from where they were. */
const widestSearch = 20_000;

/** Finds the places in a bare text where a quote may be, and weighs them. Offsets: UTF-16 in the bare text. */
export class QuoteFinder {
  readonly bare: string;
  /** How many code units approximate matching may still look at. */
  private allowance = 100_000_000;
  private lastPrefix = '';
  private lastReversed = '';
  private readonly words: WordIndex;
  private readonly survivals = new WeakMap<WeighedPlace, boolean>();

  constructor(bare: string) {
    this.bare = bare;
    this.words = new WordIndex(bare);
  }

  /** Whether the words stand anywhere unchanged. */
  holds(words: string): boolean {
    return (this.words.occurrences(words)?.length ?? 0) > 0;
  }

  /** @param bareStart where the quote was, if known */
  places(quote: Quote, bareStart: number | undefined): readonly WeighedPlace[] {
    if (quote.exact === '') return [];
    const starts = this.exactPlaces(quote);
    // Among some of the places the likest may be a wrong one.
    if (!starts) return [];
    const exact = starts.map((start) =>
      this.weigh({ start, end: start + quote.exact.length, words: 1 }, quote),
    );
    if (exact.some((place) => place.confidence >= certain)) return exact;
    // Words that stand elsewhere unchanged must not draw a tag away from where they stand slightly changed.
    return [...exact, ...this.likePlaces(quote, bareStart).map((place) => this.weigh(place, quote))];
  }

  /** The place at this offset, if the words stand there unchanged. */
  placeAt(start: number, quote: Quote): WeighedPlace | null {
    if (start < 0 || !this.bare.startsWith(quote.exact, start)) return null;
    return this.weigh({ start, end: start + quote.exact.length, words: 1 }, quote);
  }

  /** Whether it is these words that stand there, and not their like. */
  survive(quote: Quote, place: WeighedPlace): boolean {
    const known = this.survivals.get(place);
    if (known !== undefined) return known;
    const errors = Math.round((1 - place.words) * quote.exact.length);
    const survive = survives(quote, this.bare, place, errors);
    this.survivals.set(place, survive);
    return survive;
  }

  private reversed(prefix: string): string {
    if (prefix !== this.lastPrefix) {
      this.lastPrefix = prefix;
      this.lastReversed = prefix.split('').reverse().join('');
    }
    return this.lastReversed;
  }

  /**
   * Where the words stand unchanged; undefined where looking for them all costs too much. Of words that stand very
   * often, only where a neighbour fits as well.
   */
  private exactPlaces({ exact, prefix, suffix }: Quote): readonly number[] | undefined {
    const all = this.words.occurrences(exact);
    if (!all || all.length <= 100) return all;
    if (prefix === '' && suffix === '') return [];
    const whole = this.words.occurrences(prefix + exact + suffix);
    if (!whole) return undefined;
    if (whole.length > 0) return whole.slice(0, 100).map((at) => at + prefix.length);
    const before = prefix.slice(-6);
    const after = suffix.slice(0, 6);
    const behind = before === '' ? [] : this.words.occurrences(before + exact);
    const ahead = after === '' ? [] : this.words.occurrences(exact + after);
    if (!behind || !ahead) return undefined;
    // A hundred of either hold the first hundred of both.
    const near = new Set([...behind.slice(0, 100).map((at) => at + before.length), ...ahead.slice(0, 100)]);
    return [...near].sort((a, b) => a - b).slice(0, 100);
  }

  /** Where the words stand with a few changes: the likest places, and the likest on either side of them. */
  private likePlaces({ exact }: Quote, bareStart: number | undefined): readonly Place[] {
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
    const before = this.sideOf(this.reversed(prefix), place.start - 1, -1);
    const after = this.sideOf(suffix, place.end, 1);
    // Long words say more of themselves; a context that was short says less.
    const wordsWeight = 20 + 4 * Math.min(exact.length, 30);
    const beforeWeight = contextWeight(prefix);
    const afterWeight = contextWeight(suffix);
    const confidence =
      (wordsWeight * place.words + beforeWeight * before.likeness + afterWeight * after.likeness) /
      (wordsWeight + beforeWeight + afterWeight);
    const alone = prefix === '' && suffix === '';
    const kept = before.run + Math.floor(place.words * exact.length) + after.run;
    const witnessed =
      (Math.max(before.likeness, after.likeness) >= 0.5 &&
        kept >= Math.min(tellingRun, prefix.length + exact.length + suffix.length)) ||
      (alone && exact.length >= 8);
    return { ...place, confidence, before, after, witnessed };
  }

  private sideOf(context: string, origin: number, direction: 1 | -1): Side {
    return {
      likeness: likeness(context, this.bare, origin, direction),
      run: unchangedRun(context, this.bare, origin, direction),
    };
  }
}

function contextWeight(context: string): number {
  return 20 * Math.min(1, context.length / 12);
}
