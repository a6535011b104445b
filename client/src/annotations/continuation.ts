import { type Edit, sortEdits } from '../../../server/src/text/edit.ts';
import type { SpanPlace } from './text-history.ts';

/**
 * A replacement that may still be going on: a word was replaced by its first letter, or by the first stage
 * of an input method's composition, and what is typed on there counts as the same replacement until the
 * cursor moves. So spans are always moved anew from where they were before it began.
 */
export interface Continuation {
  readonly regions: readonly Region[];
  /** The text before the replacement. */
  readonly base: string;
  /** Where the spans that it touched were before it, by row. */
  readonly places: ReadonlyMap<number, SpanPlace>;
}

/** One replaced place. Offsets: UTF-16. */
export interface Region {
  /** In the text before the replacement. */
  readonly baseStart: number;
  readonly baseEnd: number;
  /** In the text now. */
  readonly start: number;
  readonly end: number;
}

/** Replacing more than this at once is no correction that somebody types on at. */
const longestReplaced = 20_000;

/** The regions of an event's edits (sorted) if typing may continue there: one of them puts text in place of text. */
export function regionsOf(edits: readonly Edit[]): readonly Region[] | null {
  if (!edits.some((edit) => edit.end > edit.start && edit.text !== '')) return null;
  let growth = 0;
  let replaced = 0;
  const regions: Region[] = [];
  for (const edit of edits) {
    const start = edit.start + growth;
    regions.push({ baseStart: edit.start, baseEnd: edit.end, start, end: start + edit.text.length });
    growth += edit.text.length - (edit.end - edit.start);
    replaced += edit.end - edit.start + edit.text.length;
  }
  return replaced <= longestReplaced ? regions : null;
}

/**
 * The regions after further edits (sorted), if each of these lies within a region: inside it, at its end, or
 * over the whole of it. Typing before its first letter is no continuation.
 */
export function continuedRegions(
  regions: readonly Region[],
  edits: readonly Edit[],
): readonly Region[] | null {
  let growth = 0;
  let next = 0;
  const moved: Region[] = [];
  for (const region of regions) {
    const start = region.start + growth;
    while (next < edits.length && within(region, edits[next]!)) {
      const edit = edits[next]!;
      growth += edit.text.length - (edit.end - edit.start);
      next += 1;
    }
    moved.push({ ...region, start, end: region.end + growth });
  }
  return next === edits.length ? moved : null;
}

function within(region: Region, edit: Edit): boolean {
  if (edit.start < region.start || edit.end > region.end) return false;
  const before = edit.end === region.start && region.end > region.start;
  return !before;
}

/** The whole replacement so far as edits of the text before it. */
export function editsSinceBase(regions: readonly Region[], text: string): Edit[] {
  return sortEdits(
    regions.map((region) => ({
      start: region.baseStart,
      end: region.baseEnd,
      text: text.slice(region.start, region.end),
    })),
  );
}

/** Whether the cursor is still where typing would go on. */
export function holdsCursor(regions: readonly Region[], offset: number): boolean {
  return regions.some((region) => region.start <= offset && offset <= region.end);
}
