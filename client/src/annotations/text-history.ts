import type { Edit } from '../../../server/src/text/edit.ts';
import type { RemovedText } from './edit-mapping.ts';

/** Why the text changed, as the editor tells it. */
export type EditReason = 'edit' | 'undo' | 'redo';

/** Where one tracked span was before and after a step. */
export interface SpanRecord {
  readonly before: SpanPlace;
  readonly after: SpanPlace;
}

export interface SpanPlace {
  readonly start: number;
  readonly end: number;
  readonly lost: boolean;
}

/** One change event of the text, and what it did to the spans that moving back alone would not restore. */
export interface TextStep {
  readonly before: TextPrint;
  readonly after: TextPrint;
  /** The edits, and those that take them back. */
  readonly forward: readonly Edit[];
  readonly backward: readonly Edit[];
  /** By the row of the span. */
  readonly records: Map<number, SpanRecord>;
}

/**
 * Tells the states of one text apart: its length, and sums of a hash of each four units that follow each
 * other. Sums, so that an edit changes them by what is near it, and a keystroke costs nothing in a long text.
 */
export interface TextPrint {
  readonly length: number;
  readonly first: number;
  readonly second: number;
}

export function printOf(text: string): TextPrint {
  return addWindows({ length: text.length, first: 0, second: 0 }, text, 0, text.length, 1);
}

/** The print after edits (sorted, not overlapping, counted in `before`). */
export function editPrint(
  print: TextPrint,
  before: string,
  after: string,
  edits: readonly Edit[],
): TextPrint {
  let now: TextPrint = { ...print, length: after.length };
  let growth = 0;
  for (let i = 0; i < edits.length; ) {
    const { start } = edits[i]!;
    const shift = growth;
    let end = start;
    // Edits that a window of four units may hold together count as one.
    do {
      const edit = edits[i]!;
      end = edit.end;
      growth += edit.text.length - (edit.end - edit.start);
      i += 1;
    } while (i < edits.length && edits[i]!.start < end + windowLength);
    now = addWindows(now, before, start, end, -1);
    now = addWindows(now, after, start + shift, end + growth, 1);
  }
  return now;
}

const windowLength = 4;

/** Adds or takes away the windows that touch [from, to) or lie across that place. */
function addWindows(print: TextPrint, text: string, from: number, to: number, sign: 1 | -1): TextPrint {
  let { first, second } = print;
  for (let i = Math.max(0, from - windowLength + 1); i < to && i < text.length; i += 1) {
    // Beyond the end there is NaN, which counts as 0.
    const near = Math.imul(text.charCodeAt(i), 0x9e3779b1) ^ Math.imul(text.charCodeAt(i + 1), 0x85ebca6b);
    const off = Math.imul(text.charCodeAt(i + 2), 0xc2b2ae35) ^ Math.imul(text.charCodeAt(i + 3), 0x27d4eb2f);
    const mixed = Math.imul(near ^ (off >>> 13) ^ (off << 19), 0x165667b1);
    first = (first + sign * (mixed ^ (mixed >>> 15))) | 0;
    second = (second + sign * Math.imul(mixed ^ (near >>> 11), 0x2545f491)) | 0;
  }
  return { length: print.length, first, second };
}

export function samePrint(a: TextPrint, b: TextPrint): boolean {
  return a.length === b.length && a.first === b.first && a.second === b.second;
}

/**
 * The states that the text went through, so that the editor's own undo, which may take many events back at
 * once, finds the spans exactly as they were.
 */
export class TextHistory {
  private steps: TextStep[] = [];
  /** How many steps lie behind the present text; those after it are undone. */
  private position = 0;

  /** The text changed by other than undo and redo: what was undone is out of reach now. */
  push(step: TextStep): void {
    this.steps.length = this.position;
    this.steps.push(step);
    if (this.steps.length > longest) this.steps.splice(0, this.steps.length - longest);
    this.position = this.steps.length;
  }

  /**
   * The steps to take back, or again, in order, until the text is the one with this print; null where it is
   * not one of the states known. Moves the present there.
   */
  travel(to: TextPrint, direction: 'undo' | 'redo'): readonly TextStep[] | null {
    const taken: TextStep[] = [];
    if (direction === 'undo') {
      for (let i = this.position - 1; i >= 0; i -= 1) {
        taken.push(this.steps[i]!);
        if (!samePrint(this.steps[i]!.before, to)) continue;
        this.position = i;
        return taken;
      }
      return null;
    }
    for (let i = this.position; i < this.steps.length; i += 1) {
      taken.push(this.steps[i]!);
      if (!samePrint(this.steps[i]!.after, to)) continue;
      this.position = i + 1;
      return taken;
    }
    return null;
  }

  clear(): void {
    this.steps = [];
    this.position = 0;
  }
}

/** As many events are remembered; a person rarely goes further back. */
const longest = 5000;

/**
 * The edits that take these back, counted in the text after them. The edits are sorted and count in `before`. What a
 * mere deletion removed is left blank: only its length matters.
 */
export function reverseEdits(edits: readonly Edit[], before: string): Edit[] {
  let growth = 0;
  return edits.map((edit) => {
    const start = edit.start + growth;
    const removed = edit.end - edit.start;
    growth += edit.text.length - removed;
    const text = edit.text === '' ? ' '.repeat(removed) : copyOf(before.slice(edit.start, edit.end));
    return { start, end: start + edit.text.length, text };
  });
}

/** The same text apart from the long one that it is a slice of, which an engine would keep in memory for its sake. */
function copyOf(slice: string): string {
  return slice === '' ? '' : `${slice} `.slice(0, -1);
}

/** What the text read where these edits replace it, told by the edits that they take back. */
export function removedBy(edits: readonly Edit[], reversed: readonly Edit[]): RemovedText {
  return (start, end) => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (edits[middle]!.end < end) low = middle + 1;
      else high = middle;
    }
    const { start: from } = edits[low]!;
    return reversed[low]!.text.slice(start - from, end - from);
  };
}
