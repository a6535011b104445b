import type { Edit } from '../../../server/src/text/edit.ts';
import { stripBlanks } from './bare-text.ts';
import { smallestEdits } from './text-diff.ts';

/** What edits did to one span. */
export type SpanFate = 'untouched' | 'touched' | 'lost';

/** Where a span is after edits; filled in by a mapping and used again for the next span, so that 5,000 spans make no garbage. */
export interface MappedSpan {
  /** UTF-16, after the edits. Of a lost span: the place where it was, start and end alike. */
  start: number;
  end: number;
  fate: SpanFate;
}

/**
 * Moves spans over the edits of one event. The rules, for a span and an edit:
 * - what is typed at either boundary stays outside; what is typed inside belongs to the span;
 * - what replaces a part or the whole of the span belongs to it;
 * - where a replacement reaches beyond the span, only what was really kept counts: the replaced and the new
 *   text are first diffed to the smallest edits;
 * - a span of which nothing is kept is lost.
 */
export interface EditMapping {
  /** Moves [start, end), UTF-16 in the text before the edits. An empty span is a place: it stays before what is typed there. */
  move(start: number, end: number, into: MappedSpan): void;
}

/** What the text before the edits read from one offset to another, both within what one edit replaced; UTF-16. */
export type RemovedText = (start: number, end: number) => string;

/** The mapping over edits that are sorted, do not overlap, and count in the text before them (as contentChanges do). */
export function createEditMapping(edits: readonly Edit[], removed: RemovedText): EditMapping {
  const coarse = new MappedEdits(edits);
  let fine: MappedEdits | undefined;
  return {
    move(start, end, into) {
      coarse.move(start, end, into);
      if (!coarse.torn) return;
      const { covered } = coarse;
      fine ??= new MappedEdits(edits.flatMap((edit) => refined(edit, removed)));
      fine.move(start, end, into);
      // It was replaced, if only by what reads the same.
      if (into.fate === 'untouched') into.fate = 'touched';
      if (covered && into.fate !== 'lost' && !fine.keepsEnough(start, removed(start, end), into)) {
        // What little agrees is chance, not the tagged words.
        into.end = into.start;
        into.fate = 'lost';
      }
    },
  };
}

function refined(edit: Edit, removed: RemovedText): readonly Edit[] {
  if (edit.start === edit.end || edit.text === '') return [edit];
  return smallestEdits(removed(edit.start, edit.end), edit.text).map((part) => ({
    start: part.start + edit.start,
    end: part.end + edit.start,
    text: part.text,
  }));
}

/** The edits as flat arrays, with the sum of growth before each. */
class MappedEdits {
  /** Whether a replacement reached over a boundary of the span last moved. */
  torn = false;
  /** Whether one replacement held the whole of the span last moved and more. */
  covered = false;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly lengths: Int32Array;
  /** By how much the text has grown before the edit with this index; one more than there are edits. */
  private readonly growth: Int32Array;
  private readonly edits: readonly Edit[];

  constructor(edits: readonly Edit[]) {
    this.edits = edits;
    this.starts = Int32Array.from(edits, (edit) => edit.start);
    this.ends = Int32Array.from(edits, (edit) => edit.end);
    this.lengths = Int32Array.from(edits, (edit) => edit.text.length);
    this.growth = new Int32Array(edits.length + 1);
    for (let i = 0; i < edits.length; i += 1) {
      this.growth[i + 1] = this.growth[i]! + this.lengths[i]! - (this.ends[i]! - this.starts[i]!);
    }
  }

  move(start: number, end: number, into: MappedSpan): void {
    this.torn = false;
    this.covered = false;
    const first = this.firstReaching(start);
    if (first === this.edits.length || this.starts[first]! > end) {
      into.start = start + this.growth[first]!;
      into.end = end + this.growth[first]!;
      into.fate = 'untouched';
      return;
    }
    if (start === end) {
      into.start = this.movePlace(start, first);
      into.end = into.start;
      into.fate = 'touched';
      return;
    }
    into.start = this.moveStart(start, end, first);
    into.end = this.moveEnd(start, end, first);
    into.fate = 'touched';
    if (into.end <= into.start) {
      into.start = Math.min(into.start, into.end);
      into.end = into.start;
      into.fate = 'lost';
    }
  }

  /** Whether at least a third of the span's characters were kept, and make up a third of it now. Blanks do not count. */
  keepsEnough(start: number, words: string, now: MappedSpan): boolean {
    const end = start + words.length;
    const old = stripBlanks(words).length;
    let removed = 0;
    let added = 0;
    for (let e = this.firstReaching(start); e < this.edits.length && this.starts[e]! < end; e += 1) {
      // A look-alike put in place of one character keeps it.
      if (this.lengths[e] === 1 && this.ends[e]! - this.starts[e]! === 1) continue;
      const from = Math.max(0, this.starts[e]! - start);
      removed += stripBlanks(words.slice(from, Math.max(from, this.ends[e]! - start))).length;
      const place = this.starts[e]! + this.growth[e]!;
      if (now.start <= place && place < now.end) added += stripBlanks(this.edits[e]!.text).length;
    }
    const kept = old - removed;
    return kept * 3 >= old && kept * 2 >= added;
  }

  /** The first edit that ends at the offset or after it. */
  private firstReaching(offset: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.ends[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private movePlace(place: number, first: number): number {
    let i = first;
    while (i < this.edits.length && this.starts[i]! < place && this.ends[i]! <= place) i += 1;
    if (i < this.edits.length && this.starts[i]! < place) return this.starts[i]! + this.growth[i]!;
    return place + this.growth[i]!;
  }

  private moveStart(start: number, end: number, first: number): number {
    let i = first;
    for (; i < this.edits.length && this.starts[i]! <= start; i += 1) {
      const from = this.starts[i]!;
      const to = this.ends[i]!;
      if (to <= start) continue;
      const inside = from === start && to <= end;
      if (inside) return from + this.growth[i]!;
      this.noteTear(i, to >= end);
      return from + this.growth[i]! + this.lengths[i]!;
    }
    return start + this.growth[i]!;
  }

  private moveEnd(start: number, end: number, first: number): number {
    let i = first;
    for (; i < this.edits.length && this.starts[i]! < end; i += 1) {
      const from = this.starts[i]!;
      const to = this.ends[i]!;
      if (to < end) continue;
      const inside = to === end && from >= start;
      if (inside) continue;
      this.noteTear(i, from <= start);
      return from + this.growth[i]!;
    }
    return end + this.growth[i]!;
  }

  private noteTear(edit: number, covered: boolean): void {
    if (this.lengths[edit] === 0) return;
    this.torn = true;
    if (covered) this.covered = true;
  }
}
