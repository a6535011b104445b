import type { Analysis } from '../analysis.ts';
import type { Suggestion } from '../protocol.ts';
import type { Steps } from '../steps.ts';
import { overlaps } from '../text/range.ts';
import { dateRecogniser } from './dates.ts';
import { definitionRecogniser } from './definitions.ts';
import type { Found, Recogniser } from './found.ts';
import { instrumentRecogniser } from './instruments.ts';
import { organisationRecogniser } from './organisations.ts';
import { paragraphsOf } from './paragraph.ts';
import { partyRecogniser } from './parties.ts';
import { personRecogniser } from './persons.ts';
import { placeRecogniser } from './places.ts';
import { speechRecogniser } from './speech.ts';

/** Each is given what those before it have found in a paragraph. */
const recognisers: readonly (() => Recogniser)[] = [
  instrumentRecogniser,
  definitionRecogniser,
  dateRecogniser,
  personRecogniser,
  organisationRecogniser,
  partyRecogniser,
  placeRecogniser,
  speechRecogniser,
];

/** So much is looked at before anything else may be done; UTF-16 clean. */
const STEP = 2000;

/**
 * What of a document is worth tagging, in order of place, as UTF-16 clean ranges: the same for the same clean text. No
 * two of a kind overlap; of different kinds one may stand in another. Linear.
 */
export function* findSuggestions({
  reading,
  tree,
  references,
}: Pick<Analysis, 'reading' | 'tree' | 'references'>): Steps<Found[]> {
  const all: Found[] = [];
  const looking = recognisers.map((make) => make());
  let looked = 0;
  for (const paragraph of paragraphsOf(reading.blocks, tree, references, reading.clean)) {
    let here: Found[] = [];
    for (const recognise of looking) here = [...here, ...recognise(paragraph, here)];
    for (const found of apart(here)) all.push(found);
    looked += paragraph.text.length;
    if (looked >= STEP) {
      looked = 0;
      yield;
    }
  }
  return all;
}

/** In order of place, outer before inner; where two of a kind overlap, the longer one, or the first. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const last = new Map<string, number>();
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = last.get(one.kind);
    if (before === undefined || !overlaps(kept[before]!, one)) last.set(one.kind, kept.push(one) - 1);
    else if (one.end - one.start > kept[before]!.end - kept[before]!.start) kept[before] = one;
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** As a client is told it: raw offsets, and the clean words. */
export function suggestionOf(
  { kind, start, end, attributes, inherited }: Found,
  { clean, map }: Analysis['reading'],
): Suggestion {
  return {
    kind,
    ...map.rangeToRaw({ start, end }),
    text: clean.slice(start, end),
    attributes,
    ...(inherited === undefined ? {} : { inherited: map.rangeToRaw(inherited) }),
  };
}
