import type { Edit } from '../../../server/src/text/edit.ts';

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
  /** The edits, and those that take them back; only their places and lengths matter. */
  readonly forward: readonly Edit[];
  readonly backward: readonly Edit[];
  /** By the row of the span. */
  readonly records: Map<number, SpanRecord>;
}

/** Tells texts apart: length and a hash of 53 bits. */
export interface TextPrint {
  readonly length: number;
  readonly hash: number;
}

export function printOf(text: string): TextPrint {
  let a = 0x811c9dc5;
  let b = 0x2545f491;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b + unit, 0x85ebca6b) ^ (b >>> 15);
  }
  return { length: text.length, hash: (a >>> 0) * 0x200000 + ((b ^ (b >>> 13)) & 0x1fffff) };
}

export function samePrint(a: TextPrint, b: TextPrint): boolean {
  return a.length === b.length && a.hash === b.hash;
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

/** The edits that take these back, counted in the text after them. The edits are sorted; texts removed are left blank. */
export function reverseEdits(edits: readonly Edit[]): Edit[] {
  let growth = 0;
  return edits.map((edit) => {
    const start = edit.start + growth;
    const removed = edit.end - edit.start;
    growth += edit.text.length - removed;
    return { start, end: start + edit.text.length, text: ' '.repeat(removed) };
  });
}
