import type { TextRange } from '../../../../server/src/text/range.ts';
import type { PendingSuggestion } from '../../annotations/pending-suggestions.ts';

/**
 * The suggestion that is meant by a selection: one on just these words, the one with the id given before others; else
 * the innermost that holds the cursor or the selection. All offsets UTF-16 raw; the list is in order of place.
 */
export function currentSuggestion(
  suggestions: readonly PendingSuggestion[],
  selected: TextRange,
  id?: string,
): PendingSuggestion | undefined {
  return (
    selectedSuggestion(suggestions, selected, id) ??
    suggestions.findLast(({ start, end }) => start <= selected.start && selected.end <= end)
  );
}

/** The suggestion on just the selected words, the one with the id given before others. */
function selectedSuggestion(
  suggestions: readonly PendingSuggestion[],
  selected: TextRange,
  id?: string,
): PendingSuggestion | undefined {
  const exact = suggestions.filter(({ start, end }) => start === selected.start && end === selected.end);
  return exact.find((each) => each.id === id) ?? exact[0];
}

/**
 * Where a step from a selection begins: at the suggestion that is selected, else at the cursor, or the start of what is
 * selected, so that one that begins there is the next.
 */
export function stepFrom(
  suggestions: readonly PendingSuggestion[],
  selected: TextRange,
  id?: string,
): TextRange & { readonly id?: string } {
  return selectedSuggestion(suggestions, selected, id) ?? { start: selected.start, end: selected.start };
}

/**
 * The suggestion after a place or another suggestion (which need not wait any more), or before it; round the ends.
 * Undefined where there is none at all.
 */
export function nextSuggestion(
  suggestions: readonly PendingSuggestion[],
  from: TextRange & { readonly id?: string },
  by: 1 | -1,
): PendingSuggestion | undefined {
  const beyond =
    by === 1
      ? suggestions.find((each) => compare(each, from) > 0)
      : suggestions.findLast((each) => compare(each, from) < 0);
  return beyond ?? (by === 1 ? suggestions[0] : suggestions.at(-1));
}

/** A cursor comes before what begins at it; a selection is like a suggestion on its words. */
function compare(a: PendingSuggestion, b: TextRange & { readonly id?: string }): number {
  if (a.start !== b.start || b.start === b.end) return a.start - b.start || 1;
  return b.end - a.end || (b.id === undefined || a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
}
