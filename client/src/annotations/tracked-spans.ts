import { applyEdits, type Edit, sortEdits } from '../../../server/src/text/edit.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import type { Quote } from './annotation.ts';
import { type BareText, createBareText, onlyBlanks } from './bare-text.ts';
import {
  type Continuation,
  continuedRegions,
  editsSinceBase,
  holdsCursor,
  type Region,
  regionsOf,
} from './continuation.ts';
import { createEditMapping, type MappedSpan, type RemovedText } from './edit-mapping.ts';
import { splitsCharacter } from './offsets.ts';
import { quoteOf } from './quote.ts';
import {
  type EditReason,
  editPrint,
  printOf,
  removedBy,
  reverseEdits,
  type SpanPlace,
  TextHistory,
  type TextPrint,
  type TextStep,
} from './text-history.ts';

/**
 * Spans that follow a text. Each has a row, which is never used again; whoever holds the row asks where its
 * span is now. Offsets: UTF-16 in the text.
 */
export class TrackedSpans {
  private current: string;
  private print: TextPrint | undefined;
  private starts = new Int32Array(64);
  private ends = new Int32Array(64);
  private lost = new Uint8Array(64);
  private count = 0;
  /** What lost spans read before they were lost. */
  private readonly lostQuotes = new Map<number, Quote>();
  private readonly history = new TextHistory();
  private continuation: Continuation | null = null;

  constructor(text: string) {
    this.current = text;
  }

  get text(): string {
    return this.current;
  }

  /** Follows one more span. An empty one is lost: it is a place, and the quote tells what was there. */
  add(range: TextRange, quote: Quote): number {
    this.continuation = null;
    if (this.count === this.starts.length) this.grow();
    const row = this.count;
    this.count += 1;
    this.starts[row] = range.start;
    this.ends[row] = range.end;
    const lost = range.start === range.end;
    this.lost[row] = lost ? 1 : 0;
    if (lost) this.lostQuotes.set(row, quote);
    return row;
  }

  start(row: number): number {
    return this.starts[row]!;
  }

  end(row: number): number {
    return this.ends[row]!;
  }

  isLost(row: number): boolean {
    return this.lost[row] === 1;
  }

  lostQuote(row: number): Quote | undefined {
    return this.lostQuotes.get(row);
  }

  /** The cursor is at this offset now. */
  cursorMoved(offset: number): void {
    if (this.continuation && !holdsCursor(this.continuation.regions, offset)) this.continuation = null;
  }

  /** Whatever is typed next is a change of its own. */
  endContinuation(): void {
    this.continuation = null;
  }

  /**
   * Follows one change event; edits in any order, counted in the text before it, not overlapping. Returns
   * whether there was anything to do.
   */
  edit(edits: readonly Edit[], reason: EditReason): boolean {
    const sorted = sortEdits(edits.filter((edit) => edit.end > edit.start || edit.text !== ''));
    if (sorted.length === 0) return false;
    const before = this.current;
    const after = applyEdits(before, sorted);
    const printBefore = this.print ?? printOf(before);
    const printAfter = editPrint(printBefore, before, after, sorted);
    const old = this.places();
    this.current = after;
    this.print = printAfter;

    const steps = reason === 'edit' ? null : this.history.travel(printAfter, reason);
    if (steps) {
      this.continuation = null;
      const touched = new Set(steps.flatMap((step) => [...this.walk(step, reason === 'undo')]));
      this.loseBlank(touched, before, old);
      this.widen(touched);
      this.recordEnd(steps.at(-1)!, touched, reason === 'undo');
    } else {
      const touched = this.follow(sorted, before, old, reason);
      this.loseBlank(touched, before, old);
      this.findLostAgain(sorted, touched);
      this.widen(touched);
      const backward = reverseEdits(sorted, before);
      const step = { before: printBefore, after: printAfter, forward: sorted, backward, records: new Map() };
      this.record(step, touched, old, false);
      this.history.push(step);
    }
    this.keepQuotes(before, old);
    return true;
  }

  /** Moves all spans over an event that is no way back; returns the rows that it touched. */
  private follow(edits: readonly Edit[], before: string, old: Places, reason: EditReason): Set<number> {
    const removed: RemovedText = (start, end) => before.slice(start, end);
    const running = reason === 'edit' ? this.continuation : null;
    const continued = running && continuedRegions(running.regions, edits);
    if (continued) {
      const touched = this.move(edits, removed, running.places);
      this.continuation = { ...running, regions: continued };
      this.moveFromBase(this.continuation);
      for (const row of running.places.keys()) touched.add(row);
      return touched;
    }
    const touched = this.move(edits, removed);
    const regions: readonly Region[] | null = reason === 'edit' ? regionsOf(edits) : null;
    const places = new Map(Array.from(touched, (row) => [row, old.at(row)]));
    this.continuation = regions && touched.size > 0 ? { regions, base: before, places } : null;
    return touched;
  }

  /** Moves all spans but those passed over; returns the rows that an edit touched. */
  private move(
    edits: readonly Edit[],
    removed: RemovedText,
    except?: ReadonlyMap<number, unknown>,
  ): Set<number> {
    const mapping = createEditMapping(edits, removed);
    const span: MappedSpan = { start: 0, end: 0, fate: 'untouched' };
    const touched = new Set<number>();
    for (let row = 0; row < this.count; row += 1) {
      if (except?.has(row)) continue;
      mapping.move(this.starts[row]!, this.ends[row]!, span);
      this.starts[row] = span.start;
      this.ends[row] = span.end;
      if (span.fate === 'untouched') continue;
      if (span.fate === 'lost') this.lost[row] = 1;
      touched.add(row);
    }
    return touched;
  }

  private moveFromBase(continuation: Continuation): void {
    const edits = editsSinceBase(continuation.regions, this.current);
    const mapping = createEditMapping(edits, (start, end) => continuation.base.slice(start, end));
    const span: MappedSpan = { start: 0, end: 0, fate: 'untouched' };
    for (const [row, place] of continuation.places) {
      mapping.move(place.start, place.end, span);
      this.put(row, { start: span.start, end: span.end, lost: place.lost || span.fate === 'lost' });
    }
  }

  /** Takes one step back or again: spans that it touched go where they were, the others move along. */
  private walk(step: TextStep, back: boolean): Iterable<number> {
    const restored = new Map<number, SpanPlace>();
    for (const [row, record] of step.records) restored.set(row, back ? record.before : record.after);
    const old = this.places();
    const [edits, reversed] = back ? [step.backward, step.forward] : [step.forward, step.backward];
    const touched = this.move(edits, removedBy(edits, reversed), restored);
    for (const [row, place] of restored) this.put(row, place);
    // Spans that came after the step was first taken: the way there must bring them back too.
    this.record(step, touched, old, back);
    return touched;
  }

  /** Notes where touched spans were on both sides of the step: the others move back and forth without loss. */
  private record(step: TextStep, touched: Iterable<number>, old: Places, back: boolean): void {
    for (const row of touched) {
      const was = old.at(row);
      const is = { start: this.starts[row]!, end: this.ends[row]!, lost: this.isLost(row) };
      step.records.set(row, back ? { before: is, after: was } : { before: was, after: is });
    }
  }

  /** Notes again where spans were after the last step of a way, once that is settled. */
  private recordEnd(step: TextStep, touched: Iterable<number>, back: boolean): void {
    for (const row of touched) {
      const record = step.records.get(row);
      const is = { start: this.starts[row]!, end: this.ends[row]!, lost: this.isLost(row) };
      if (record) step.records.set(row, back ? { ...record, before: is } : { ...record, after: is });
    }
  }

  /**
   * A lost span whose words are put back at its place between the same neighbours is found again: the undo of
   * a deletion that happened before the document was opened, or a cut that was pasted back.
   */
  private findLostAgain(edits: readonly Edit[], touched: Iterable<number>): void {
    const lost = Array.from(touched).filter((row) => this.isLost(row));
    if (lost.length === 0) return;
    let growth = 0;
    for (const edit of edits) {
      const start = edit.start + growth;
      growth += edit.text.length - (edit.end - edit.start);
      if (edit.text === '') continue;
      const inserted = createBareText(edit.text);
      for (const row of lost) {
        const quote = this.lostQuotes.get(row);
        if (!quote || quote.exact === '' || this.starts[row] !== start) continue;
        const range = onlyPlace(this.current, start, inserted, quote);
        if (range) this.put(row, { ...range, lost: false });
      }
    }
  }

  /**
   * A span that was lost in this event remembers its words; one that came back needs them no longer. Where a
   * replacement was given up half-way, its words are those from before it, not the letters of a composition.
   */
  private keepQuotes(before: string, old: Places): void {
    for (let row = 0; row < this.count; row += 1) {
      if (this.lost[row] === old.lost[row]) continue;
      if (this.lost[row] === 0) this.lostQuotes.delete(row);
      else {
        const first = this.continuation?.places.get(row);
        const quote = first ? quoteOf(this.continuation!.base, first) : quoteOf(before, old.at(row));
        this.lostQuotes.set(row, quote);
      }
    }
  }

  /** A span of which only white space is left has lost its words. */
  private loseBlank(rows: Iterable<number>, before: string, old: Places): void {
    for (const row of rows) {
      const { start } = old.at(row);
      if (this.lost[row] === 1 || !onlyBlanks(this.current, this.starts[row]!, this.ends[row]!)) continue;
      const words = this.continuation?.places.get(row);
      const wasBlank = words
        ? onlyBlanks(this.continuation!.base, words.start, words.end)
        : onlyBlanks(before, start, old.at(row).end);
      if (!wasBlank) this.put(row, { start: this.starts[row]!, end: this.starts[row]!, lost: true });
    }
  }

  /** Two halves of a pair, or CR and LF, that came together at the border of a span are one character, which it holds. */
  private widen(rows: Iterable<number>): void {
    for (const row of rows) {
      if (splitsCharacter(this.current, this.starts[row]!)) this.starts[row]! -= 1;
      if (this.lost[row] === 1) this.ends[row] = this.starts[row]!;
      else if (splitsCharacter(this.current, this.ends[row]!)) this.ends[row]! += 1;
    }
  }

  private put(row: number, place: SpanPlace): void {
    this.starts[row] = place.start;
    this.ends[row] = place.end;
    this.lost[row] = place.lost ? 1 : 0;
  }

  private places(): Places {
    return new Places(
      this.starts.slice(0, this.count),
      this.ends.slice(0, this.count),
      this.lost.slice(0, this.count),
    );
  }

  private grow(): void {
    const copy = <T extends Int32Array | Uint8Array>(from: T, to: T) => {
      to.set(from);
      return to;
    };
    const size = this.starts.length * 2;
    this.starts = copy(this.starts, new Int32Array(size));
    this.ends = copy(this.ends, new Int32Array(size));
    this.lost = copy(this.lost, new Uint8Array(size));
  }
}

/** Where all spans were at one moment. */
class Places {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly lost: Uint8Array;

  constructor(starts: Int32Array, ends: Int32Array, lost: Uint8Array) {
    this.starts = starts;
    this.ends = ends;
    this.lost = lost;
  }

  at(row: number): SpanPlace {
    return { start: this.starts[row]!, end: this.ends[row]!, lost: this.lost[row] === 1 };
  }
}

/** Where, in what was inserted at `start`, the quote stands between its neighbours; null if nowhere or twice. */
function onlyPlace(text: string, start: number, inserted: BareText, quote: Quote): TextRange | null {
  let found: TextRange | null = null;
  for (
    let at = inserted.bare.indexOf(quote.exact);
    at >= 0;
    at = inserted.bare.indexOf(quote.exact, at + 1)
  ) {
    const range = {
      start: start + inserted.toText(at),
      end: start + inserted.toText(at + quote.exact.length - 1) + 1,
    };
    const here = quoteOf(text, range);
    if (here.prefix !== quote.prefix || here.suffix !== quote.suffix) continue;
    if (found) return null;
    found = range;
  }
  return found;
}
