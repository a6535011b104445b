import type { TextRange } from '../../../server/src/text/range.ts';
import { type Annotation, noQuote, type Quote } from './annotation.ts';
import { quoteOf } from './quote.ts';
import { wholeCharacters } from './span-joining.ts';
import type { TrackedSpans } from './tracked-spans.ts';

/** What a tag says; where it lies is known by the rows of its fragments among the tracked spans. */
export type Said = Omit<Annotation, 'id' | 'spans' | 'quotes' | 'state'>;

/** One span of a tag. */
export interface Fragment {
  readonly row: number;
  /** What it read when the tag was made or read from its file. */
  readonly quote: Quote;
}

/** A tag at one moment, apart from where the text has carried its fragments. A value. */
export interface EntryState {
  readonly said: Said;
  readonly fragments: readonly Fragment[];
}

/** A state with other fragments; what its file says of a place beyond what is understood stays with that place. */
export function stateWith(said: Said, fragments: readonly Fragment[], former: EntryState): EntryState {
  const targets = said.unknown?.targets;
  if (!targets) return { said, fragments };
  const only = fragments.length === 1 && former.fragments.length === 1;
  const kept = fragments.map((each) => targets[only ? 0 : former.fragments.indexOf(each)] ?? {});
  return { said: { ...said, unknown: { ...said.unknown, targets: kept } }, fragments };
}

/** One tag that is or was there; null while it is not. Removed ones stay for undo, and their spans move on with the text. */
export interface Entry {
  readonly id: string;
  state: EntryState | null;
  /** The annotation as last handed out, with the state it was made from. */
  made?: Made;
}

/** An annotation, and its extent at hand for sorting; UTF-16. */
export interface Made extends TextRange {
  readonly from: EntryState;
  readonly annotation: Annotation;
}

/** The tag as it is now; undefined while there is none. The same object until it changes or moves. */
export function annotationOf(entry: Entry, spans: TrackedSpans): Annotation | undefined {
  const { state, made } = entry;
  if (!state) return undefined;
  if (made?.from === state && unmoved(made.annotation, state.fragments, spans)) return made.annotation;
  const placed = placesOf(state.fragments, spans);
  const annotation: Annotation = {
    ...state.said,
    id: entry.id,
    spans: placed.map(({ range }) => range),
    state: placed.length > 0 && placed.every(({ lost }) => lost) ? 'orphan' : 'anchored',
    quotes: placed.map(({ quote }) => quote),
  };
  const start = placed[0]?.range.start ?? 0;
  entry.made = { from: state, annotation, start, end: placed.at(-1)?.range.end ?? start };
  return annotation;
}

function unmoved(
  { spans: ranges, quotes }: Annotation,
  fragments: readonly Fragment[],
  spans: TrackedSpans,
): boolean {
  if (ranges.length !== fragments.length) return false;
  for (let i = 0; i < fragments.length; i += 1) {
    const { row } = fragments[i]!;
    const { start, end } = ranges[i]!;
    if (start !== spans.start(row) || end !== spans.end(row)) return false;
    // It may have been there and gone again meanwhile, with other words.
    if (start === end && quotes[i] !== spans.lostQuote(row)) return false;
  }
  return true;
}

interface PlacedFragment {
  readonly fragment: Fragment;
  readonly range: TextRange;
  readonly quote: Quote;
  readonly lost: boolean;
}

/**
 * Where the fragments are: sorted, not overlapping. Each follows the text by itself, so that words put back may
 * bring two fragments to one place or change their order; what they share counts for the first of them, and one
 * that has nothing else is not shown while it is so.
 */
export function placesOf(fragments: readonly Fragment[], spans: TrackedSpans): readonly PlacedFragment[] {
  const placed = fragments.map((fragment) => ({
    fragment,
    range: { start: spans.start(fragment.row), end: spans.end(fragment.row) },
    quote: spans.lostQuote(fragment.row) ?? fragment.quote,
    lost: spans.isLost(fragment.row),
  }));
  if (placed.length < 2) return placed;
  placed.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let last = 0;
  return placed.filter((each) => {
    const { start, end } = each.range;
    const covered = start < end && end <= last;
    if (start < last) each.range = { start: last, end: Math.max(last, end) };
    last = each.range.end;
    return !covered;
  });
}

/** A new fragment; UTF-16 in the text of the spans. */
export function followed(range: TextRange, spans: TrackedSpans): Fragment {
  const quote = quoteOf(spans.text, range);
  return { row: spans.add(range, quote), quote };
}

/** The state of a tag that comes from elsewhere; its spans are followed from now on. */
export function stateOf(annotation: Annotation, spans: TrackedSpans): EntryState {
  const { id: _i, spans: ranges, quotes, state, ...said } = annotation;
  if (said.scope === 'document') return { said, fragments: [] };
  const places = ranges.length > 0 ? ranges : [{ start: 0, end: 0 }];
  const fragments = places.map((place, i) => {
    const quote = quotes[i] ?? noQuote;
    const { start, end } = wholeCharacters(spans.text, place);
    return { row: spans.add({ start, end: state === 'orphan' ? start : end }, quote), quote };
  });
  return { said, fragments };
}
