import { needsSpaceBetween } from '../../../../server/src/text/characters.ts';
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
      // Whoever puts another line break in its place has decided.
      const decided = edits.some(
        ({ start, end, text }) => start <= place.start && place.end <= end && /[\r\n]/.test(text),
      );
      if (decided) return [];
      const typed = edits.filter((edit) => edit.start === place.start && edit.end === place.start);
      // What is typed just before the break stays before its place.
      const start = moved[2 * index]! + typed.reduce((sum, { text }) => sum + text.length, 0);
      const end = moved[2 * index + 1]!;
      return start < end ? [{ start, end }] : [];
    });
  }

  /**
   * The places at which the text still has a line break, in order, with those that are found anew in it; without
   * those that a person has called as printed, which are given as sorted ranges.
   */
  in(
    text: string,
    anew: readonly TextRange[] = [],
    asPrinted: readonly TextRange[] = [],
  ): readonly TextRange[] {
    const undecided = this.#kept.filter(
      ({ start, end }) =>
        /[\r\n]/.test(text.slice(start, end)) &&
        !asPrinted.some((span) => span.start < end && start < span.end),
    );
    return beside(undecided, anew);
  }
}

/** What takes a doubtful break away: the lines on either side become one, or the blank lines behind one go. */
export function joinOf(text: string, { start, end }: TextRange): Edit {
  const spaced = needsSpaceBetween(text.charCodeAt(start - 1), text.charCodeAt(end));
  return { start, end, text: spaced ? ' ' : '' };
}

/** What makes a doubtful break the end of a paragraph: its blank lines go. Undefined where it has none. */
export function endOf(text: string, { start, end }: TextRange): Edit | undefined {
  const [lineEnd, more] = text.slice(start, end).match(/\r\n|\r|\n/g) ?? [];
  return lineEnd !== undefined && more !== undefined && !isBlankLines(text, { start, end })
    ? { start, end, text: lineEnd }
    : undefined;
}

/** Whether a doubtful break is but blank lines behind a line's own end, which stays. */
export function isBlankLines(text: string, { start }: TextRange): boolean {
  return /[\r\n]/.test(text.charAt(start - 1));
}

/** Both, in order; where two overlap, the new one counts. */
function beside(old: readonly TextRange[], anew: readonly TextRange[]): readonly TextRange[] {
  const others = old.filter(
    (kept) => !anew.some((place) => place.start < kept.end && kept.start < place.end),
  );
  return [...others, ...anew].sort((a, b) => a.start - b.start);
}
