import type { Instrument } from '../../../server/src/instruments/instrument.ts';
import type { UnresolvedMention } from '../../../server/src/protocol.ts';

/** Mentions in the same words of which nobody could tell what they are to. */
export interface Wording {
  /** Clean text with its 《》. */
  readonly text: string;
  /** In order of place, one at least. */
  readonly mentions: readonly UnresolvedMention[];
  /** What fits equally well, in any of the mentions. */
  readonly candidates: readonly Instrument[];
}

/** The wordings of unresolved mentions, in order of first use. */
export function wordingsOf(unresolved: readonly UnresolvedMention[]): Wording[] {
  const wordings = new Map<string, UnresolvedMention[]>();
  for (const mention of unresolved) {
    const before = wordings.get(mention.text);
    if (before) before.push(mention);
    else wordings.set(mention.text, [mention]);
  }
  return [...wordings].map(([text, mentions]) => ({
    text,
    mentions,
    candidates: [
      ...new Map(mentions.flatMap(({ candidates }) => candidates.map((each) => [each.id, each]))).values(),
    ],
  }));
}
