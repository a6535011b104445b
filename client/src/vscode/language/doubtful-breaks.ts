import { type Edit, offsetsAfter, sortEdits } from '../../../../server/src/text/edit.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';

/**
 * The line breaks of one text that a cleaning has left to a person. Once the column round a break is joined, nothing
 * in the text tells any more that it is in doubt, so the places are kept and moved along. Offsets: UTF-16 raw.
 */
export class DoubtfulBreaks {
  #kept: readonly TextRange[] = [];

  /** Keeps places of the present text, beside those kept before; where two overlap, the new one counts. */
  add(places: readonly TextRange[]): void {
    this.#kept = beside(this.#kept, places);
  }

  /** The text was edited; the edits count in the text before them, in any order, not overlapping. */
  edited(edits: readonly Edit[]): void {
    if (this.#kept.length === 0) return;
    const offsets = this.#kept.flatMap(({ start, end }) => [start, end]);
    const moved = offsetsAfter(sortEdits(edits), offsets);
    this.#kept = this.#kept.flatMap((place, index) => {
      const typed = edits.filter((edit) => edit.start === place.start && edit.end === place.start);
      // What is typed just before the break stays before its place.
      const start = moved[2 * index]! + typed.reduce((sum, { text }) => sum + text.length, 0);
      const end = moved[2 * index + 1]!;
      return start < end ? [{ start, end }] : [];
    });
  }

  /** The places at which the text still has a line break, in order, with those that are found anew in it. */
  in(text: string, anew: readonly TextRange[] = []): readonly TextRange[] {
    return beside(
      this.#kept.filter(({ start, end }) => /[\r\n]/.test(text.slice(start, end))),
      anew,
    );
  }
}

/** Both, in order; where two overlap, the new one counts. */
function beside(old: readonly TextRange[], anew: readonly TextRange[]): readonly TextRange[] {
  const others = old.filter(
    (kept) => !anew.some((place) => place.start < kept.end && kept.start < place.end),
  );
  return [...others, ...anew].sort((a, b) => a.start - b.start);
}
