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
 * 2. a place whose words or context changed is taken only where the nearest quotes that were found, or the
 *    text's ends, moved by the same distance, and no second place has such a witness;
 * 3. one whose words and whose whole context on one side are as they were, only where it alone stands between the
 *    nearest quotes that were found, as it did;
 *    none of these where the change is as well explained by the words being gone (see `survives`);
 * 4. words that stand alike in several places are taken where the nearest quotes on both sides moved by one
 *    distance and these words stand exactly there, in a context like theirs: nothing came or went between.
 * What is found by its neighbours (2 and 3) is a neighbour to others in turn.
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
  let doubtful: Doubt[] = [];
  for (const job of jobs) {
    const places = finder.places(job.quote, job.bareStart);
    const likely = places.filter((place) => place.confidence >= confidenceFloor);
    const best = bestOf(likely);
    const rival =
      best && rivals(likely, best).some((place) => best.confidence - place.confidence < ambiguityMargin);
    if (rival) job.reason = 'ambiguous';
    const sure = best && best.confidence >= certain && best.witnessed && !rival;
    if (sure && finder.survive(job.quote, best)) job.place = best;
    else if (!job.certainOnly && job.bareStart !== undefined)
      doubtful.push({ job, places, likely, bareStart: job.bareStart });
  }
  const ends = formerLength === undefined ? [] : [{ at: 0, shift: 0 }];
  if (formerLength !== undefined) ends.push({ at: formerLength, shift: finder.bare.length - formerLength });
  // What is settled by its neighbours is a neighbour to others.
  for (let round = 0, settled = -1; round < mostRounds && settled !== 0; round += 1) {
    const movements = new Movements([...ends, ...jobs.flatMap(movementOf)]);
    const left = doubtful.filter((doubt) => !settleByNeighbours(doubt, movements, finder));
    settled = doubtful.length - left.length;
    doubtful = left;
  }
  const movements = new Movements([...ends, ...jobs.flatMap(movementOf)]);
  for (const { job, likely } of doubtful) {
    job.reason = likely.length > 1 ? 'ambiguous' : 'not-found';
    settleBetween(job, movements, finder);
  }
}

/** A job whose place is not certain by itself. */
interface Doubt {
  readonly job: Job;
  readonly places: readonly WeighedPlace[];
  /** Those above the confidence floor. */
  readonly likely: readonly WeighedPlace[];
  readonly bareStart: number;
}

/** More of them find next to nothing. */
const mostRounds = 4;

function settleByNeighbours(doubt: Doubt, movements: Movements, finder: QuoteFinder): boolean {
  const { job } = doubt;
  const movement = movements.around(doubt.bareStart);
  const place = followedPlace(doubt, movement) ?? placeBetween(doubt, movement);
  if (!place || !finder.survive(job.quote, place)) return false;
  job.place = place;
  return true;
}

/** The only place that moved as its neighbours did. */
function followedPlace({ job, likely, bareStart }: Doubt, movement: Neighbours): WeighedPlace | undefined {
  const fitting = likely.filter((place) => place.witnessed && followed(place, job, bareStart, movement));
  const best = bestOf(fitting);
  return best && rivals(fitting, best).length === 0 ? best : undefined;
}

/**
 * The place that stands between the neighbours, as it did, with its words as they were and all of the context on one
 * side, which is more than chance repeats; if no other there comes near.
 */
function placeBetween({ job, places }: Doubt, movement: Neighbours): WeighedPlace | undefined {
  const { from, to } = movement;
  if (from === undefined || to === undefined) return undefined;
  const there = places.filter(({ start }) => from <= start && start <= to);
  const best = bestOf(there);
  if (!best || best.words < 1) return undefined;
  if (rivals(there, best).some((place) => best.confidence - place.confidence < ambiguityMargin))
    return undefined;
  const { prefix, suffix } = job.quote;
  const { before, after } = best;
  const telling =
    (before.likeness === 1 && prefix.length >= tellingRun && held(after, job.quote, movement)) ||
    (after.likeness === 1 && suffix.length >= tellingRun && held(before, job.quote, movement));
  return telling ? best : undefined;
}

function bestOf(places: readonly WeighedPlace[]): WeighedPlace | undefined {
  return places.reduce<WeighedPlace | undefined>(
    (top, place) => (top && top.confidence >= place.confidence ? top : place),
    undefined,
  );
}

/** Places that do not overlap the best one. */
function rivals(places: readonly WeighedPlace[], best: WeighedPlace): readonly WeighedPlace[] {
  return places.filter((place) => place.end <= best.start || best.end <= place.start);
}

/** A side as like as this has at most a slip or two in it, and no passage missing. */
const firm = 0.8;

/** Whether a place moved as far as the certain ones on one side did, and is firm on that side. */
function followed(place: WeighedPlace, { quote }: Job, bareStart: number, movement: Neighbours): boolean {
  const { before, after } = movement;
  const moved = { start: place.start - bareStart, end: place.end - bareStart - quote.exact.length };
  return (
    (moved.start === before && place.before.likeness >= firm && held(place.after, quote, movement)) ||
    (moved.end === after && place.after.likeness >= firm && held(place.before, quote, movement))
  );
}

/**
 * Whether the words are held on this side as well, where they have to be: where text went between the neighbours, the
 * words may have gone with it and their like stand where they stood.
 */
function held({ likeness, run }: Side, { exact }: Quote, { before, after }: Neighbours): boolean {
  const lost = before !== undefined && after !== undefined && after < before;
  return !lost || likeness >= firm || exact.length + run >= tellingRun;
}

function settleBetween(job: Job, movements: Movements, finder: QuoteFinder): void {
  if (job.bareStart === undefined || job.quote.exact === '') return;
  const { before, after } = movements.around(job.bareStart);
  if (before === undefined || before !== after) return;
  const place = finder.placeAt(job.bareStart + before, job.quote);
  // As much may have come as went between: then what stands there is some other passage.
  if (place?.witnessed) job.place = { ...place, confidence: certain };
}

/** By how much the nearest on either side moved, and where they are now; undefined where there is none. */
interface Neighbours {
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
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
    const before = this.sorted[low - 1];
    const after = this.sorted[low];
    return {
      before: before?.shift,
      after: after?.shift,
      from: before && before.at + before.shift,
      to: after && after.at + after.shift,
    };
  }
}
