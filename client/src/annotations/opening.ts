import type { TextRange } from '../../../server/src/text/range.ts';
import { findQuotes, type LossReason, type SearchedText, type Sought } from './anchoring.ts';
import { type Annotation, noQuote, type Quote } from './annotation.ts';
import { createBareText, stripBlanks } from './bare-text.ts';
import { type CodePointMap, createCodePointMap } from './offsets.ts';
import { quoteOf } from './quote.ts';
import type { Sha256, Sidecar, StoredAnnotation, StoredPlace } from './sidecar.ts';
import { textFacts } from './sidecar.ts';
import { type FoundPlace, placedTag } from './tag-placing.ts';

/** The tags of a sidecar put on the text as it is now. */
export interface Opening {
  /** All of them, orphans included; UTF-16 in the text given. */
  readonly annotations: readonly Annotation[];
  /** Whether the text is the one that the sidecar describes. If not, the sidecar is due to be written. */
  readonly sameText: boolean;
  /** Ids of tags that were looked for and found by their quotes; of several fragments, all that were there. */
  readonly moved: readonly string[];
  /** Ids of tags that became orphans, with the reason. */
  readonly lost: readonly Loss[];
  /** Ids of tags that lost some of their fragments, with the reason of the first. */
  readonly partlyLost: readonly Loss[];
  /** Ids of orphans whose words are in the text again. */
  readonly foundAgain: readonly string[];
}

/** A tag of which words were not found. */
export interface Loss {
  readonly id: string;
  readonly reason: LossReason;
}

/**
 * Puts a sidecar's tags on a text. Where the text is the one described, positions hold, each checked against
 * its quote; else every span is looked for by its quote. No tag is dropped: one of which nothing is found is an
 * orphan, and of one of which a part is found the other spans are empty.
 * @param text the editor's text
 * @param reading the clean text of it with the way to the raw text, where at hand
 */
export function openSidecar(sidecar: Sidecar, text: string, sha256: Sha256, reading?: SearchedText): Opening {
  const facts = textFacts(text, sha256);
  const sameText = sidecar.text?.sha256 === facts.sha256 && sidecar.text.length === facts.length;
  const known = new KnownPlaces(text, sidecar.text === undefined ? 'unknown' : sameText ? 'same' : 'other');
  const found = sidecar.annotations.map((stored) =>
    stored.places.map((place, i) => known.find(place, stored.quotes[i] ?? noQuote, stored)),
  );
  const missing = found.flatMap((places, tag) =>
    places.flatMap((place, span) => (place ? [] : [{ tag, span }])),
  );
  const reasons = new Map<number, LossReason>();
  if (missing.length > 0) {
    const bare = createBareText(text).bare;
    const map = createCodePointMap(bare);
    const formerLength = sidecar.text?.bareLength;
    const results = findQuotes(
      missing.map(({ tag, span }) => soughtFor(sidecar.annotations[tag]!, span, map)),
      {
        ...(reading ?? { text }),
        ...(formerLength !== undefined && { formerBareLength: formerLength + bare.length - map.length }),
      },
    );
    missing.forEach(({ tag, span }, i) => {
      const result = results[i]!;
      if (result.found) found[tag]![span] = result;
      else if (!reasons.has(tag)) reasons.set(tag, result.reason);
    });
  }

  const moved: string[] = [];
  const lost: Loss[] = [];
  const partlyLost: Loss[] = [];
  const foundAgain: string[] = [];
  const sought = new Set(missing.map(({ tag }) => tag));
  const annotations = sidecar.annotations.map((stored, tag) => {
    const placed = placedTag(stored, found[tag]!, (place) => known.formerPlace(place));
    if (!sought.has(tag)) return placed.annotation;
    const { id } = stored;
    const reason = reasons.get(tag) ?? 'ambiguous';
    const isLost = placed.annotation.state === 'orphan';
    if (stored.state === 'orphan') {
      if (!isLost) foundAgain.push(id);
    } else if (isLost) lost.push({ id, reason });
    else if (placed.lessThanBefore) partlyLost.push({ id, reason });
    else moved.push(id);
    return placed.annotation;
  });
  return { annotations, sameText, moved, lost, partlyLost, foundAgain };
}

/** Takes positions of a file as places of the text, where they still are such. */
class KnownPlaces {
  readonly #text: string;
  readonly #described: 'same' | 'other' | 'unknown';
  readonly #codePoints: CodePointMap;

  /** @param described whether the file's positions count in this text, in another, or in one that is not named */
  constructor(text: string, described: 'same' | 'other' | 'unknown') {
    this.#text = text;
    this.#described = described;
    this.#codePoints = createCodePointMap(text);
  }

  /** The place, if its words are there; an empty one where they are known to be gone. Else it is to be looked for. */
  find({ codePoints }: StoredPlace, quote: Quote, stored: StoredAnnotation): FoundPlace | undefined {
    if (!codePoints || this.#described === 'other' || codePoints.end > this.#codePoints.length)
      return undefined;
    const range = this.#toUtf16(codePoints);
    const gone = stored.state === 'orphan' || range.start === range.end;
    if (this.#described === 'same') {
      if (gone) return stored.state === 'orphan' || hasWords(stored) ? empty(range) : undefined;
      const agrees =
        quote.exact === '' || stripBlanks(this.#text.slice(range.start, range.end)) === quote.exact;
      return agrees ? { range, confidence: 1 } : undefined;
    }
    if (gone) return undefined;
    // Without a word on which text this is, the position counts if words and neighbours are as they were.
    const here = quoteOf(this.#text, range);
    const same = here.exact === quote.exact && here.prefix === quote.prefix && here.suffix === quote.suffix;
    return same ? { range, confidence: 1 } : undefined;
  }

  /** Where it was, as far as that can be said in this text. */
  formerPlace({ codePoints }: StoredPlace): number {
    return this.#codePoints.toUtf16(codePoints?.start ?? 0);
  }

  #toUtf16({ start, end }: TextRange): TextRange {
    return { start: this.#codePoints.toUtf16(start), end: this.#codePoints.toUtf16(end) };
  }
}

/** Whether the file has a place of the tag where its words were when it was written. */
function hasWords({ places }: StoredAnnotation): boolean {
  return places.some(({ codePoints }) => codePoints && codePoints.start < codePoints.end);
}

function empty({ start }: TextRange): FoundPlace {
  return { range: { start, end: start }, confidence: 1 };
}

function soughtFor(stored: StoredAnnotation, span: number, bare: CodePointMap): Sought {
  const { bareStart, codePoints } = stored.places[span]!;
  const gone = codePoints !== undefined && codePoints.start === codePoints.end && hasWords(stored);
  return {
    quote: stored.quotes[span] ?? noQuote,
    ...(bareStart !== undefined && { bareStart: bare.toUtf16(bareStart) }),
    ...((stored.state === 'orphan' || gone) && { certainOnly: true }),
  };
}
