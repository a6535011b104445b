import type { TextRange } from '../../../server/src/text/range.ts';
import { type Annotation, noQuote, type Quote, type UnknownTarget } from './annotation.ts';
import type { StoredAnnotation, StoredPlace } from './sidecar.ts';

/** Where a span was found; empty where its words are gone. UTF-16 raw. */
export interface FoundPlace {
  readonly range: TextRange;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A stored tag in a text. */
export interface PlacedTag {
  readonly annotation: Annotation;
  /** Whether it had spans with words that are empty now. */
  readonly lessThanBefore: boolean;
}

interface Fragment {
  readonly quote: Quote;
  readonly target: UnknownTarget;
  readonly hadWords: boolean;
  place: FoundPlace;
}

/**
 * Makes the tag of what was found of its spans. What was not found is an empty span beside the one before it, or the
 * one after; where nothing was found, it is where it was, and the tag is an orphan. Of two spans found on one
 * character, the less certain one is not found: the same words stand for one of them only.
 * @param formerPlace where a span was, as far as that can be said in this text; UTF-16
 */
export function placedTag(
  stored: StoredAnnotation,
  found: readonly (FoundPlace | undefined)[],
  formerPlace: (place: StoredPlace) => number,
): PlacedTag {
  const { places, state, ...said } = stored;
  if (said.scope === 'document') {
    return { annotation: { ...said, state: 'anchored', spans: [] }, lessThanBefore: false };
  }
  const taken = withoutOverlaps(found);
  const beside = taken.includes(undefined) ? placesBeside(taken) : taken;
  const fragments = places.map(
    (place, i): Fragment => ({
      quote: said.quotes[i] ?? noQuote,
      target: said.unknown?.targets?.[i] ?? {},
      hadWords: state === 'anchored' && !isEmpty(place.codePoints),
      place: taken[i] ?? beside[i] ?? at(formerPlace(place)),
    }),
  );
  if (fragments.length > 1) {
    fragments.sort(
      (a, b) => a.place.range.start - b.place.range.start || a.place.range.end - b.place.range.end,
    );
  }
  const spans = fragments.map(({ place }) => place.range);
  const unknown = said.unknown?.targets
    ? { unknown: { ...said.unknown, targets: fragments.map(({ target }) => target) } }
    : {};
  return {
    annotation: {
      ...said,
      ...unknown,
      spans,
      quotes: fragments.map(({ quote }) => quote),
      state: spans.every(isEmpty) ? 'orphan' : 'anchored',
    },
    lessThanBefore: fragments.some(({ hadWords, place }) => hadWords && isEmpty(place.range)),
  };
}

function isEmpty(range: TextRange | undefined): boolean {
  return range !== undefined && range.start === range.end;
}

function at(offset: number): FoundPlace {
  return { range: { start: offset, end: offset }, confidence: 0 };
}

function withoutOverlaps(found: readonly (FoundPlace | undefined)[]): readonly (FoundPlace | undefined)[] {
  if (found.length < 2) return found;
  const sorted = found.flatMap((place) => (place ? [place] : []));
  sorted.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const kept: FoundPlace[] = [];
  for (const place of sorted) {
    const last = kept.at(-1);
    if (!last || last.range.end <= place.range.start) kept.push(place);
    else if (!isEmpty(place.range) && place.confidence > last.confidence) kept[kept.length - 1] = place;
  }
  const all = new Set(kept);
  return found.map((place) => (place && all.has(place) ? place : undefined));
}

/** For each span the place that it has if it is lost: behind what was found before it, or before what was found after it. */
function placesBeside(found: readonly (FoundPlace | undefined)[]): readonly (FoundPlace | undefined)[] {
  const first = found.find((place) => place !== undefined);
  let last = first && at(first.range.start);
  return found.map((place) => {
    if (place) last = at(place.range.end);
    return last;
  });
}
