import type { Suggestion, SuggestionKind } from '../../../server/src/protocol.ts';
import { type Edit, offsetsAfter, sortEdits } from '../../../server/src/text/edit.ts';
import { overlaps, type TextRange } from '../../../server/src/text/range.ts';
import { type Annotation, type Attributes, extent } from './annotation.ts';
import type { Label, LabelScheme } from './labels.ts';

/** A span that waits for a person to say whether it is to be tagged. Offsets: UTF-16 raw. */
export interface PendingSuggestion extends TextRange {
  /** The id of the suggested tag that a machine has put beside the text; or made of label, place and words. */
  readonly id: string;
  readonly label: string;
  /** Clean text, on one line. */
  readonly text: string;
  readonly attributes: Attributes;
  /** Who says it is carried over from an earlier sentence: where that stands. */
  readonly inherited?: TextRange;
}

export interface PendingInput {
  /** The server's, of the present text, in order of place. */
  readonly suggestions: readonly Suggestion[];
  /** The anchored tags, in order of place. */
  readonly tags: readonly Annotation[];
  readonly scheme: LabelScheme;
  /** The ids of the labels that are suggested for; undefined: all. */
  readonly labels?: ReadonlySet<string>;
  /** The clean words of a raw range. */
  words(range: TextRange): string;
}

/** A name is one of these, never two. */
const names: ReadonlySet<string> = new Set<SuggestionKind>([
  'party',
  'organisation',
  'person',
  'place',
  'date',
  'instrument',
]);

/**
 * What is suggested and not decided yet, in order of place: of the server's suggestions those whose kind a label
 * asks for, without what is tagged or was rejected; and the tags that a machine has made. A suggestion is decided by
 * a tag of the same label that shares most of its words, a name by any accepted tag on just its words.
 */
export function pendingSuggestions(input: PendingInput): PendingSuggestion[] {
  const { suggestions, tags, scheme, labels } = input;
  const labelOfKind = new Map<string, Label>();
  for (const label of [...scheme.labels].reverse()) labelOfKind.set(label.suggestion ?? label.id, label);
  const wanted = (label: string) => labels === undefined || labels.has(label);
  const kindOf = new Map(scheme.labels.map((label) => [label.id, label.suggestion ?? label.id]));
  const decided = new Decided(tags, kindOf);
  const pending: PendingSuggestion[] = [];
  for (const { kind, start, end, text, attributes, inherited } of suggestions) {
    const label = labelOfKind.get(kind)?.id;
    if (label === undefined || !wanted(label) || decided.has(label, { start, end }, names.has(kind)))
      continue;
    const id = `${label} ${start} ${text}`;
    pending.push({ id, label, start, end, text, attributes, ...(inherited ? { inherited } : {}) });
  }
  for (const tag of tags) {
    if (tag.review !== 'suggested' || tag.scope === 'document' || !wanted(tag.label)) continue;
    const { start, end } = extent(tag);
    const { id, label, attributes } = tag;
    pending.push({ id, label, start, end, text: input.words({ start, end }), attributes });
  }
  return pending.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** Which spans tags have decided on already. */
class Decided {
  /** In order of their starts. */
  readonly #byLabel = new Map<string, TextRange[]>();
  readonly #named = new Set<string>();

  constructor(tags: readonly Annotation[], kindOf: ReadonlyMap<string, string>) {
    for (const { label, review, scope, spans } of tags) {
      if (scope !== 'words') continue;
      const same = this.#byLabel.get(label) ?? [];
      this.#byLabel.set(label, same);
      for (const span of spans) same.push(span);
      const isName = names.has(kindOf.get(label) ?? '');
      if (!isName || review !== 'accepted') continue;
      for (const { start, end } of spans) this.#named.add(`${start} ${end}`);
    }
    for (const spans of this.#byLabel.values()) spans.sort((a, b) => a.start - b.start);
  }

  has(label: string, range: TextRange, isName: boolean): boolean {
    if (isName && this.#named.has(`${range.start} ${range.end}`)) return true;
    const spans = this.#byLabel.get(label) ?? [];
    // What shares most of its words begins less than its own length before it.
    const earliest = 2 * range.start - range.end;
    for (let i = firstFrom(spans, earliest); i < spans.length && spans[i]!.start < range.end; i += 1) {
      if (sharesMost(spans[i]!, range)) return true;
    }
    return false;
  }
}

/** The index of the first of the spans, which are in order of their starts, that starts at an offset or later. */
function firstFrom(spans: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two ranges share more than half of the longer one. */
function sharesMost(a: TextRange, b: TextRange): boolean {
  if (!overlaps(a, b)) return false;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return 2 * shared > Math.max(a.end - a.start, b.end - b.start);
}

/**
 * The server's suggestions after an edit of the text that it has not seen yet: moved along with the text; those whose
 * words were edited are left out until it answers. Edits: of the text before, in any order, not overlapping.
 */
export function movedAlong(suggestions: readonly Suggestion[], edits: readonly Edit[]): Suggestion[] {
  const sorted = sortEdits(edits);
  const untouched = suggestions.filter((suggestion) => !touches(sorted, suggestion));
  const kept = untouched.map(
    ({ inherited, ...suggestion }): Suggestion =>
      inherited && !touches(sorted, inherited) ? { ...suggestion, inherited } : suggestion,
  );
  // Sorted once, so that edits and places are walked in step.
  const ranges = kept.flatMap((suggestion) =>
    suggestion.inherited ? [suggestion, suggestion.inherited] : [suggestion],
  );
  const offsets = [...new Set(ranges.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const after = offsetsAfter(sorted, offsets);
  const now = new Map(offsets.map((offset, i) => [offset, after[i]!]));
  const moved = ({ start, end }: TextRange) => ({
    // What was typed just before its first character pushes it along.
    start: now.get(start)! + insertedAt(sorted, start),
    end: now.get(end)!,
  });
  return kept.map((suggestion) => ({
    ...suggestion,
    ...moved(suggestion),
    ...(suggestion.inherited ? { inherited: moved(suggestion.inherited) } : {}),
  }));
}

/** The index of the first of the edits, which are sorted, that ends after an offset. */
function firstEndingAfter(edits: readonly Edit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function touches(edits: readonly Edit[], { start, end }: TextRange): boolean {
  const edit = edits[firstEndingAfter(edits, start)];
  return edit !== undefined && edit.start < end && edit.end > start;
}

/** How much is inserted at an offset, in UTF-16 units. */
function insertedAt(edits: readonly Edit[], offset: number): number {
  let length = 0;
  for (let i = firstEndingAfter(edits, offset - 1); i < edits.length; i += 1) {
    const edit = edits[i]!;
    if (edit.start > offset) break;
    if (edit.start === offset && edit.end === offset) length += edit.text.length;
  }
  return length;
}
