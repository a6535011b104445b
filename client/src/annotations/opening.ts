import { type Anchoring, findQuotes, type LossReason, type SearchedText, type Sought } from './anchoring.ts';
import type { Annotation } from './annotation.ts';
import { createBareText, stripBlanks } from './bare-text.ts';
import { createCodePointMap } from './offsets.ts';
import { quoteOf } from './quote.ts';
import type { Sha256, Sidecar, StoredAnnotation } from './sidecar.ts';
import { textFacts } from './sidecar.ts';

/** The tags of a sidecar put on the text as it is now. */
export interface Opening {
  /** All of them, orphans included; UTF-16 in the text given. */
  readonly annotations: readonly Annotation[];
  /** Whether the text is the one that the sidecar describes. If not, the sidecar is due to be written. */
  readonly sameText: boolean;
  /** Ids of tags that were looked for and found by their quotes. */
  readonly moved: readonly string[];
  /** Ids of tags that became orphans, with the reason. */
  readonly lost: readonly { readonly id: string; readonly reason: LossReason }[];
  /** Ids of orphans whose words are in the text again. */
  readonly foundAgain: readonly string[];
}

/**
 * Puts a sidecar's tags on a text. Where the text is the one described, positions hold, each checked against
 * its quote; else every tag is looked for by its quote. None is dropped: what is not found is an orphan.
 * @param text the editor's text
 * @param reading the clean text of it with the way to the raw text, where at hand
 */
export function openSidecar(sidecar: Sidecar, text: string, sha256: Sha256, reading?: SearchedText): Opening {
  const facts = textFacts(text, sha256);
  const sameText = sidecar.text?.sha256 === facts.sha256 && sidecar.text.length === facts.length;
  const codePoints = createCodePointMap(text);
  const annotations: (Annotation | undefined)[] = sidecar.annotations.map((stored) => {
    const range = stored.codePoints && {
      start: codePoints.toUtf16(stored.codePoints.start),
      end: codePoints.toUtf16(stored.codePoints.end),
    };
    if (!range || !stored.codePoints || stored.codePoints.end > facts.length) return undefined;
    if (stored.state === 'orphan') return sameText ? placed(stored, range.start, range.start) : undefined;
    if (range.start === range.end) return undefined;
    if (sameText) {
      const agrees =
        stored.quotes[0]!.exact === '' ||
        stripBlanks(text.slice(range.start, range.end)) === stored.quotes[0]!.exact;
      return agrees ? placed(stored, range.start, range.end) : undefined;
    }
    // Without a word on which text this is, the position counts if words and neighbours are as they were.
    if (sidecar.text) return undefined;
    const here = quoteOf(text, range);
    const { exact, prefix, suffix } = stored.quotes[0]!;
    const same = here.exact === exact && here.prefix === prefix && here.suffix === suffix;
    return same ? placed(stored, range.start, range.end) : undefined;
  });

  const missing = annotations.flatMap((annotation, index) => (annotation ? [] : [index]));
  const moved: string[] = [];
  const lost: { id: string; reason: LossReason }[] = [];
  const foundAgain: string[] = [];
  if (missing.length > 0) {
    const bare = createBareText(text).bare;
    const map = createCodePointMap(bare);
    const sought = sidecar.annotations.map((stored) => soughtFor(stored, map.toUtf16));
    const formerLength = sidecar.text?.bareLength;
    const results = findQuotes(
      missing.map((index) => sought[index]!),
      {
        ...(reading ?? { text }),
        ...(formerLength !== undefined && { formerBareLength: formerLength + bare.length - map.length }),
      },
    );
    missing.forEach((index, i) => {
      const stored = sidecar.annotations[index]!;
      const result: Anchoring = results[i]!;
      if (result.found) {
        (stored.state === 'orphan' ? foundAgain : moved).push(stored.id);
        annotations[index] = placed({ ...stored, state: 'anchored' }, result.range.start, result.range.end);
        return;
      }
      const place = codePoints.toUtf16(stored.codePoints?.start ?? 0);
      if (stored.state !== 'orphan') lost.push({ id: stored.id, reason: result.reason });
      annotations[index] = placed({ ...stored, state: 'orphan' }, place, place);
    });
  }
  return { annotations: annotations as Annotation[], sameText, moved, lost, foundAgain };
}

function soughtFor(stored: StoredAnnotation, toUtf16: (codePoint: number) => number): Sought {
  return {
    quote: stored.quotes[0]!,
    ...(stored.bareStart !== undefined && { bareStart: toUtf16(stored.bareStart) }),
    ...(stored.state === 'orphan' && { certainOnly: true }),
  };
}

function placed(stored: StoredAnnotation, start: number, end: number): Annotation {
  const { codePoints: _c, bareStart: _b, ...said } = stored;
  return { ...said, spans: [{ start, end }] };
}
