import type { Edit } from './edit.ts';
import type { TextRange } from './range.ts';

/** A place as editors count: line and character from 0, the character in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

const CR = 13;
const LF = 10;

/**
 * Where the lines of one raw text begin. A line ends in `\n`, `\r\n` or `\r`, as in LSP. All offsets are UTF-16 raw.
 *
 * The table follows the text through {@link update} instead of being made anew: on a text of a million
 * characters that is the difference between a copy of numbers and a walk over every character. Whether a line
 * starts at p depends on the characters at p − 1 and p alone, so only the edited places are looked at.
 */
export class LineTable {
  #text: string;
  #starts: Int32Array;
  /** The table of the version before: its memory is used again for the next. */
  #spare: Int32Array;
  #count = 0;

  constructor(text: string) {
    this.#text = text;
    this.#starts = new Int32Array(16);
    this.#spare = new Int32Array(0);
    this.#push(0);
    this.#pushStarts(1, text.length);
  }

  get text(): string {
    return this.#text;
  }

  /** How many lines there are: one more than line ends. */
  get count(): number {
    return this.#count;
  }

  /** The offset where the line begins. */
  startOf(line: number): number {
    return this.#starts[line]!;
  }

  /** The offset where the line's own characters end, before its line end. */
  endOf(line: number): number {
    const text = this.#text;
    if (line + 1 >= this.#count) return text.length;
    const next = this.#starts[line + 1]!;
    const crlf = text.charCodeAt(next - 1) === LF && text.charCodeAt(next - 2) === CR;
    return crlf ? next - 2 : next - 1;
  }

  /** The line that holds the offset, which must be inside the text or at its end. */
  lineAt(offset: number): number {
    return lastNotAfter(this.#starts, this.#count, offset);
  }

  /** The offset of a position. One outside the text, or past the end of its line, is taken for the nearest that is not. */
  offsetAt(position: Position): number {
    const line = wholeNumber(position.line);
    if (line < 0) return 0;
    if (line >= this.#count) return this.#text.length;
    const start = this.#starts[line]!;
    return Math.min(start + Math.max(wholeNumber(position.character), 0), this.endOf(line));
  }

  /** The position of an offset; one between `\r` and `\n` is taken for the end of its line. */
  positionAt(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#text.length);
    const line = this.lineAt(at);
    return { line, character: Math.min(at, this.endOf(line)) - this.#starts[line]! };
  }

  /** The offsets of a range; a reversed one is turned round. */
  toOffsets(range: PositionRange): TextRange {
    const a = this.offsetAt(range.start);
    const b = this.offsetAt(range.end);
    return a <= b ? { start: a, end: b } : { start: b, end: a };
  }

  toPositions(range: TextRange): PositionRange {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }

  /** Follows the text through edits of it, sorted and not overlapping, to `text`, which is what they make of it. */
  update(edits: readonly Edit[], text: string): void {
    const old = this.#starts;
    const oldCount = this.#count;
    this.#starts = this.#spare;
    this.#spare = old;
    this.#count = 0;
    this.#text = text;
    this.#push(0);
    let read = 1;
    let looked = 0;
    let shift = 0;
    for (const edit of edits) {
      const from = Math.max(read, lastNotAfter(old, oldCount, edit.start - 1) + 1);
      this.#copy(old, read, from, shift);
      read = Math.max(from, lastNotAfter(old, oldCount, edit.end) + 1);
      const start = edit.start + shift;
      const end = start + edit.text.length;
      this.#pushStarts(Math.max(start, looked + 1), end);
      looked = end;
      shift += edit.text.length - (edit.end - edit.start);
    }
    this.#copy(old, read, oldCount, shift);
  }

  /** Adds the line starts from `first` to `last`, both included; `first` must be 1 or more. */
  #pushStarts(first: number, last: number): void {
    const text = this.#text;
    for (let at = first; at <= last; at++) {
      const before = text.charCodeAt(at - 1);
      if (before === LF || (before === CR && text.charCodeAt(at) !== LF)) this.#push(at);
    }
  }

  #copy(from: Int32Array, start: number, end: number, shift: number): void {
    if (end <= start) return;
    this.#reserve(this.#count + end - start);
    const to = this.#starts;
    let at = this.#count;
    if (shift === 0) to.set(from.subarray(start, end), at);
    else for (let i = start; i < end; i++) to[at++] = from[i]! + shift;
    this.#count += end - start;
  }

  #push(start: number): void {
    this.#reserve(this.#count + 1);
    this.#starts[this.#count++] = start;
  }

  #reserve(count: number): void {
    if (count <= this.#starts.length) return;
    const larger = new Int32Array(Math.max(count + 16, this.#starts.length * 2));
    larger.set(this.#starts.subarray(0, this.#count));
    this.#starts = larger;
  }
}

/** The index of the last of `count` rising numbers that is not after `value`; −1 where all are. */
function lastNotAfter(numbers: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What comes over the wire may be anything: what is no finite number counts as 0. */
export function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return 0;
  return Math.trunc(value);
}
