import type { TextRange } from '../../../server/src/text/range.ts';
import type { Quote } from './annotation.ts';
import { createBareText, foldLookalikes, stripBlanks } from './bare-text.ts';
import { certain, longQuote, QuoteFinder, type Side, tellingRun, type WeighedPlace } from './quote-finder.ts';

/** What is looked for. */
export interface Sought {
  readonly quote: Quote;
  /** How many bare UTF-16 code units stood before it, in the text that it was taken from; absent: not known. */
  readonly bareStart?: number;
  /** Only a place that is certain will do: so for an orphan, which nobody expects back. */
  readonly certainOnly?: boolean;
}

/** The text that is searched. */
export interface SearchedText {
  /** The clean text, or the raw text where no reading is at hand. */
  readonly text: string;
  /** The raw UTF-16 offset of the character at an offset of `text`; absent where `text` is the raw text. */
  readonly toRaw?: (offset: number) => number;
  /** How many bare code units the text had from which the quotes were taken; absent: not known. */
  readonly formerBareLength?: number;
}

/** ambiguous: several places fit; not-found: none fits well enough. */
export type LossReason = 'ambiguous' | 'not-found';

export type Anchoring =
  | { readonly found: true; readonly range: TextRange; readonly confidence: number }
  | { readonly found: false; readonly reason: LossReason };

/** Below this, no place is taken. */
export const confidenceFloor = 0.7;
/** The best place must be better than the next by this much. */
export const ambiguityMargin = 0.1;

/**
 * Finds quotes in a text that changed, in bare text, so that line breaks and spaces do not matter. A tag is
 * never moved on a guess:
 * 1. a place is taken at once where words and context are nearly all there and no other place comes near;
 * 2. a place whose words or context changed is taken only where the nearest quotes of the first kind, or the
 *    text's ends, moved by the same distance, and no second place has such a witness;
 *    neither of these where the change is as well explained by the words being gone (see `survives`);
 * 3. words that stand alike in several places are taken where the nearest quotes on both sides moved by one
 *    distance and these words stand exactly there: nothing came or went between.
 * Ranges: UTF-16 raw. The cost is bounded; what it does not reach is not found.
 */
export function findQuotes(sought: readonly Sought[], searched: SearchedText): Anchoring[] {
  const bareText = createBareText(searched.text);
  const bare = foldLookalikes(bareText.bare);
  const finder = new QuoteFinder(bare);
  const jobs = sought.map((each) => jobsFor({ ...each, quote: foldQuote(each.quote) }, finder));
  settle(jobs.flat(), finder, searched.formerBareLength);
  const toRaw = (offset: number) => {
    const place = bareText.toText(offset);
    return searched.toRaw ? searched.toRaw(place) : place;
  };
  return sought.map(({ quote }, i) => {
    const first = jobs[i]![0]!;
    const last = jobs[i]!.at(-1)!;
    if (!first.place || !last.place)
      return { found: false, reason: first.place ? last.reason : first.reason };
    const { start } = first.place;
    const { end } = last.place;
    const ratio = (end - start) / stripBlanks(quote.exact).length;
    if (ratio < 0.7 || ratio > 1.4) return { found: false, reason: 'not-found' };
    const confidence = Math.min(first.place.confidence, last.place.confidence);
    return { found: true, range: { start: toRaw(start), end: toRaw(end - 1) + 1 }, confidence };
  });
}

function foldQuote(quote: Quote): Quote {
  const fold = (text: string) => foldLookalikes(stripBlanks(text));
  return { exact: fold(quote.exact), prefix: fold(quote.prefix), suffix: fold(quote.suffix) };
}

/** One search: for a quote, or for one end of a long one. */
interface Job extends Sought {
  place: (TextRange & { readonly confidence: number }) | null;
  reason: LossReason;
}

/** A long quote that stands nowhere unchanged is looked for by where it begins and where it ends. */
function jobsFor(sought: Sought, finder: QuoteFinder): Job[] {
  const open = { place: null, reason: 'not-found' } as const;
  const { exact, prefix, suffix } = sought.quote;
  if (exact.length <= longQuote || finder.holds(exact)) return [{ ...sought, ...open }];
  const size = longQuote / 4;
  const { bareStart } = sought;
  return [
    {
      ...sought,
      ...open,
      quote: { exact: exact.slice(0, size), prefix, suffix: exact.slice(size, size * 1.5) },
    },
    {
      ...sought,
      ...open,
      quote: { exact: exact.slice(-size), prefix: exact.slice(-size * 1.5, -size), suffix },
      ...(bareStart !== undefined && { bareStart: bareStart + exact.length - size }),
    },
  ];
}

function settle(jobs: readonly Job[], finder: QuoteFinder, formerLength: number | undefined): void {
  const doubtful: { job: Job; places: readonly WeighedPlace[] }[] = [];
  for (const job of jobs) {
    const places = finder
      .places(job.quote, job.bareStart)
      .filter((place) => place.confidence >= confidenceFloor);
    const best = places.reduce<WeighedPlace | undefined>(
      (top, place) => (top && top.confidence >= place.confidence ? top : place),
      undefined,
    );
    if (!best) continue;
    const rival = rivals(places, best).some((place) => best.confidence - place.confidence < ambiguityMargin);
    if (rival) job.reason = 'ambiguous';
    const sure = best.confidence >= certain && best.witnessed && !rival;
    if (sure && finder.survive(job.quote, best)) job.place = best;
    else if (!job.certainOnly) doubtful.push({ job, places });
  }
  const ends = formerLength === undefined ? [] : [{ at: 0, shift: 0 }];
  if (formerLength !== undefined) ends.push({ at: formerLength, shift: finder.bare.length - formerLength });
  const movements = new Movements([...ends, ...jobs.flatMap(movementOf)]);
  for (const { job, places } of doubtful) {
    const { bareStart } = job;
    if (bareStart === undefined) continue;
    const movement = movements.around(bareStart);
    const fitting = places.filter((place) => place.witnessed && followed(place, job, bareStart, movement));
    const best = fitting.sort((a, b) => b.confidence - a.confidence)[0];
    if (best && rivals(fitting, best).length === 0 && finder.survive(job.quote, best)) job.place = best;
    else job.reason = places.length > 1 ? 'ambiguous' : 'not-found';
  }
  for (const job of jobs) if (!job.place && !job.certainOnly) settleBetween(job, movements, finder.bare);
}

/** Places that do not overlap the best one. */
function rivals(places: readonly WeighedPlace[], best: WeighedPlace): readonly WeighedPlace[] {
  return places.filter((place) => place.end <= best.start || best.end <= place.start);
}

/** A side as like as this has at most a slip or two in it, and no passage missing. */
const firm = 0.8;

/**
 * Whether a place moved as far as the certain ones on one side did, and is firm on that side. Where text went
 * between it and the other side, the words may have gone with it and their like stand where they stood, so that
 * something must hold it there too.
 */
function followed(place: WeighedPlace, { quote }: Job, bareStart: number, movement: Neighbours): boolean {
  const { before, after } = movement;
  const lost = before !== undefined && after !== undefined && after < before;
  const held = ({ likeness, run }: Side) =>
    !lost || likeness >= firm || quote.exact.length + run >= tellingRun;
  const moved = { start: place.start - bareStart, end: place.end - bareStart - quote.exact.length };
  return (
    (moved.start === before && place.before.likeness >= firm && held(place.after)) ||
    (moved.end === after && place.after.likeness >= firm && held(place.before))
  );
}

function settleBetween(job: Job, movements: Movements, bare: string): void {
  if (job.bareStart === undefined || job.quote.exact === '') return;
  const { before, after } = movements.around(job.bareStart);
  if (before === undefined || before !== after) return;
  const start = job.bareStart + before;
  if (start < 0 || !bare.startsWith(job.quote.exact, start)) return;
  const end = start + job.quote.exact.length;
  job.place = { start, end, confidence: certain };
}

/** By how much the nearest on either side moved; undefined where there is none. */
interface Neighbours {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

interface Movement {
  /** Where it was, bare. */
  readonly at: number;
  readonly shift: number;
}

function movementOf({ place, bareStart }: Job): readonly Movement[] {
  if (!place || bareStart === undefined) return [];
  return [{ at: bareStart, shift: place.start - bareStart }];
}

/** How far what is certain has moved, by where it was. */
class Movements {
  private readonly sorted: readonly Movement[];

  constructor(movements: readonly Movement[]) {
    this.sorted = [...movements].sort((a, b) => a.at - b.at);
  }

  around(at: number): Neighbours {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.sorted[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    return { before: this.sorted[low - 1]?.shift, after: this.sorted[low]?.shift };
  }
}
