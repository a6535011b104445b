import type { Analysis } from '../analysis.ts';
import type { Suggestion, SuggestionsResult } from '../protocol.ts';
import type { Steps } from '../steps.ts';
import { findSuggestions, suggestionOf } from '../suggestions/suggestions.ts';
import type { Snapshot } from './snapshot.ts';

/** So many are told before anything else may be done. */
const STEP = 500;

/** What was found in a text, for as long as its analysis is kept: it may be asked for again after every tag. */
const known = new WeakMap<Analysis, SuggestionsResult['suggestions']>();

/** What of a document is worth tagging, in steps; it tells of the version that it was begun with. */
export function* suggestions({
  version,
  analysis,
}: Pick<Snapshot, 'version' | 'analysis'>): Steps<SuggestionsResult> {
  let found = known.get(analysis);
  if (found === undefined) {
    const { reading } = analysis;
    const told: Suggestion[] = [];
    for (const one of yield* findSuggestions(analysis)) {
      if (told.push(suggestionOf(one, reading)) % STEP === 0) yield;
    }
    found = told;
    known.set(analysis, found);
  }
  return { version, suggestions: found };
}
