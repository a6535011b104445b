import type { Analysis } from '../analysis.ts';
import type { SuggestionsResult } from '../protocol.ts';
import type { Steps } from '../steps.ts';
import { findSuggestions, suggestionOf } from '../suggestions/suggestions.ts';
import type { Snapshot } from './snapshot.ts';

/** What was found in a text, for as long as its analysis is kept: it may be asked for again after every tag. */
const known = new WeakMap<Analysis, SuggestionsResult['suggestions']>();

/** What of a document is worth tagging, in steps; it tells of the version that it was begun with. */
export function* suggestions({
  version,
  analysis,
}: Pick<Snapshot, 'version' | 'analysis'>): Steps<SuggestionsResult> {
  let found = known.get(analysis);
  if (found === undefined) {
    const clean = yield* findSuggestions(analysis);
    found = clean.map((one) => suggestionOf(one, analysis.reading));
    known.set(analysis, found);
  }
  return { version, suggestions: found };
}
