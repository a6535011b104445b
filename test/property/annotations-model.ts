import assert from 'node:assert/strict';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { foldLookalikes, isBlank, stripBlanks } from '../../client/src/annotations/bare-text.ts';
import { splitsCharacter } from '../../client/src/annotations/offsets.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { smallestEdits } from '../../client/src/annotations/text-diff.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import type { TextRange } from '../../server/src/text/range.ts';

/** One UTF-16 unit of a text, told by its key from every other that ever was in it. */
export interface Unit {
  readonly unit: string;
  readonly key: number;
}

/** A fragment: the keys of the units that it holds. It is there as long as the text is, whether a tag has it or not. */
export interface Piece {
  keys: ReadonlySet<number>;
  /** When its units went: what they read, bare, and what stood before and after them. */
  lost?: { readonly words: string; readonly before: string; readonly after: string };
}

/** The units that each piece held at one moment. */
type Places = Map<Piece, ReadonlySet<number>>;

/** What an edit did to the pieces that there were. */
interface Step {
  readonly forward: readonly Edit[];
  readonly backward: readonly Edit[];
  readonly unitsBefore: readonly Unit[];
  readonly unitsAfter: readonly Unit[];
  before: Places;
  after: Places;
}

/**
 * The slow and obvious way to keep tags: every unit of the text is an object, a fragment is a set of these, and what
 * is typed joins a set where both its neighbours are in it. Undo puts the units and the sets back.
 */
export class Model {
  units: readonly Unit[];
  readonly pieces: Piece[] = [];
  readonly tags = new Map<string, readonly Piece[]>();
  /** What the editor can take back, a list of steps for each of its undo stops. */
  private done: Step[][] = [];
  private undone: Step[][] = [];

  constructor(text: string) {
    this.units = unitsOf(text);
  }

  get text(): string {
    return this.units.map(({ unit }) => unit).join('');
  }

  piece(range: TextRange): Piece {
    const piece: Piece = { keys: keysOf(this.units.slice(range.start, range.end)) };
    this.pieces.push(piece);
    return piece;
  }

  /** Where a piece is; null where its words are gone. */
  rangeOf(piece: Piece): TextRange | null {
    if (piece.keys.size === 0) return null;
    const start = this.units.findIndex((unit) => piece.keys.has(unit.key));
    for (let i = start; i < start + piece.keys.size; i += 1) assert.ok(piece.keys.has(this.units[i]!.key));
    return { start, end: start + piece.keys.size };
  }

  /** One event; its edits are sorted. @param continues whether one undo takes it back together with the one before */
  type(edits: readonly Edit[], continues: boolean): void {
    this.undone = [];
    if (!continues) this.done.push([]);
    this.done.at(-1)!.push(this.step(edits));
  }

  /** One event more of a replacement that counts as a whole, from the text before it. */
  retype(edit: Edit, whole: Edit): void {
    this.type([edit], true);
    const stop = this.done.at(-1)!;
    const { unitsBefore, before } = stop[0]!;
    const { units } = this;
    this.units = unitsBefore;
    for (const [piece, keys] of before) piece.keys = keys;
    this.mark([whole], units);
    this.settle(unitsBefore, before, new Set());
    stop.at(-1)!.after = this.places();
  }

  /**
   * One undo stop after which the text holds the same units but for blanks, and look-alikes in place of others. No
   * piece has other characters than before.
   * @param whole whether it was told as one replacement of the whole text: then its smallest edits count
   */
  respace(edits: readonly Edit[], whole: boolean): void {
    this.undone = [];
    const before = this.text;
    const after = applyEdits(before, edits);
    const full = this.units.filter(({ unit }) => !blank(unit));
    assert.equal(foldLookalikes(stripBlanks(after)), foldLookalikes(full.map(({ unit }) => unit).join('')));
    let next = 0;
    const units = unitsOf(after).map((unit) =>
      blank(unit.unit) ? unit : { ...unit, key: full[next++]!.key },
    );
    const step = this.step(whole ? smallestEdits(before, after) : edits, units);
    this.done.push([whole ? { ...step, backward: smallestEdits(after, before) } : step]);
    const keys = keysOf(full);
    for (const [piece, old] of step.before) {
      assert.deepEqual(both(piece.keys, keys), both(old, keys), 'other characters than before');
    }
  }

  /** The text before the last stop, if there is one. */
  textBefore(): string | undefined {
    return textOf(this.done.at(-1)?.[0]?.unitsBefore);
  }

  textAfter(): string | undefined {
    return textOf(this.undone.at(-1)?.at(-1)?.unitsAfter);
  }

  undo(): void {
    const { units } = this;
    const places = this.places();
    const stop = this.done.pop()!;
    const known = new Set(stop.flatMap(({ before }) => [...before.keys()]));
    this.undone.push(stop);
    for (const step of [...stop].reverse()) {
      const now = this.places();
      this.walk(step.backward, step.unitsBefore, step.before);
      step.after = now;
      step.before = this.places();
    }
    this.settle(units, places, known);
  }

  redo(): void {
    const { units } = this;
    const places = this.places();
    const stop = this.undone.pop()!;
    const known = new Set(stop.flatMap(({ after }) => [...after.keys()]));
    this.done.push(stop);
    for (const step of stop) {
      const now = this.places();
      this.walk(step.forward, step.unitsAfter, step.after);
      step.before = now;
      step.after = this.places();
    }
    this.settle(units, places, known);
  }

  /** Puts the pieces where they were; those that were not there yet move along. */
  private walk(edits: readonly Edit[], units: readonly Unit[], places: Places): void {
    this.mark(edits, units);
    for (const [piece, keys] of places) piece.keys = keys;
  }

  /** The tags were read anew from their file: what the text was before is known no longer. */
  reload(tags: readonly Annotation[]): void {
    this.done = [];
    this.undone = [];
    for (const { id, spans, quotes } of tags) {
      const pieces = spans.map((span, i) => {
        const piece = this.piece(span);
        const { exact, prefix, suffix } = quotes[i]!;
        if (span.start === span.end)
          piece.lost = { words: exact, before: bareEnd(prefix), after: bareStart(suffix) };
        return piece;
      });
      this.tags.set(id, pieces);
    }
  }

  /** Every tag of the store is where its pieces are. What came back by itself is taken over, if it is the same words. */
  compare(store: AnnotationStore): void {
    assert.equal(store.text, this.text);
    const { anchored, orphans } = store.snapshot;
    assert.deepEqual([...anchored, ...orphans].map(({ id }) => id).sort(), [...this.tags.keys()].sort());
    for (const [id, pieces] of this.tags) {
      const { spans, quotes, state, scope } = store.get(id)!;
      this.takeFoundAgain(spans, pieces);
      const live = this.livePlaces(pieces);
      assert.deepEqual(
        spans.filter((span) => span.start < span.end),
        live,
        `${id} in ${JSON.stringify(this.text)}`,
      );
      assert.equal(state, scope === 'document' || live.length > 0 ? 'anchored' : 'orphan', id);
      const words = pieces.flatMap((piece) => (piece.keys.size === 0 ? [piece.lost!.words] : []));
      const kept = quotes.flatMap(({ exact }, i) => (spans[i]!.start === spans[i]!.end ? [exact] : []));
      assert.deepEqual(kept.sort(), words.sort(), `what ${id} has lost`);
      for (let i = 1; i < spans.length; i += 1) assert.ok(spans[i - 1]!.end <= spans[i]!.start, id);
      assert.ok(spans.every(({ start, end }) => 0 <= start && end <= this.units.length));
    }
  }

  /** Sorted; of pieces that came to lie on one another, each unit counts for the first that has it. */
  private livePlaces(pieces: readonly Piece[]): readonly TextRange[] {
    const ranges = pieces.flatMap((piece) => this.rangeOf(piece) ?? []);
    const taken = new Set<number>();
    return ranges
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .flatMap(({ start, end }) => {
        const own: number[] = [];
        for (let i = start; i < end; i += 1) if (!taken.has(i)) own.push(i);
        for (const i of own) taken.add(i);
        return own.length > 0 ? { start: own[0]!, end: own.at(-1)! + 1 } : [];
      });
  }

  /** A lost piece may come back where its words stand again between the neighbours that they had. */
  private takeFoundAgain(spans: readonly TextRange[], pieces: readonly Piece[]): void {
    const known = new Set(pieces.map((piece) => this.rangeOf(piece)?.start));
    for (const span of spans) {
      if (span.start === span.end || known.has(span.start)) continue;
      const words = stripBlanks(this.text.slice(span.start, span.end));
      const before = bareEnd(this.text.slice(0, span.start));
      const after = bareStart(this.text.slice(span.end));
      const piece = pieces.find(
        ({ lost, keys }) =>
          keys.size === 0 && lost?.words === words && lost.before === before && lost.after === after,
      );
      if (!piece) continue;
      piece.keys = keysOf(this.units.slice(span.start, span.end));
      delete piece.lost;
      this.done.at(-1)?.at(-1)?.after.set(piece, piece.keys);
    }
  }

  private step(edits: readonly Edit[], units?: readonly Unit[]): Step {
    const unitsBefore = this.units;
    const before = this.places();
    this.mark(edits, units);
    this.settle(unitsBefore, before, new Set());
    return {
      forward: edits,
      backward: backwards(edits, unitsBefore),
      unitsBefore,
      unitsAfter: this.units,
      before,
      after: this.places(),
    };
  }

  /**
   * A piece holds whole characters, also where two halves of one came together at its border. One whose words went
   * remembers them; if nothing but blanks is left of them, they went.
   * @param known those that were put back where they were
   */
  private settle(units: readonly Unit[], places: Places, known: ReadonlySet<Piece>): void {
    for (const piece of this.pieces) {
      const keys = places.get(piece)!;
      if (
        !known.has(piece) &&
        this.holdsBlanksOnly(piece.keys, this.units) &&
        !this.holdsBlanksOnly(keys, units)
      ) {
        piece.keys = new Set();
      }
      if (piece.keys.size > 0) delete piece.lost;
      else if (keys.size > 0) piece.lost = contextOf(keys, units);
      const range = this.rangeOf(piece);
      if (!range) continue;
      const { text } = this;
      const start = splitsCharacter(text, range.start) ? range.start - 1 : range.start;
      const end = splitsCharacter(text, range.end) ? range.end + 1 : range.end;
      piece.keys = keysOf(this.units.slice(start, end));
    }
  }

  private holdsBlanksOnly(keys: ReadonlySet<number>, units: readonly Unit[]): boolean {
    return units.every(({ unit, key }) => !keys.has(key) || blank(unit));
  }

  private places(): Places {
    return new Map(this.pieces.map((piece) => [piece, piece.keys]));
  }

  /** @param units the text after it, where its units are known already */
  private mark(edits: readonly Edit[], units?: readonly Unit[]): void {
    const old = this.units;
    const after: Unit[] = [];
    const joining: { readonly around: readonly (Unit | undefined)[]; readonly put: readonly Unit[] }[] = [];
    let at = 0;
    for (const { start, end, text } of edits) {
      after.push(...old.slice(at, start));
      const put = units ? units.slice(after.length, after.length + text.length) : unitsOf(text);
      after.push(...put);
      joining.push({ around: start === end ? [old[start - 1], old[start]] : old.slice(start, end), put });
      at = end;
    }
    after.push(...old.slice(at));
    this.units = after;
    const there = keysOf(after);
    for (const piece of this.pieces) {
      if (piece.keys.size === 0) continue;
      const held = [...both(piece.keys, there)];
      for (const { around, put } of joining) {
        if (around.every((unit) => unit && piece.keys.has(unit.key))) held.push(...keysOf(put));
      }
      piece.keys = new Set(held);
    }
  }
}

function unitsOf(text: string): Unit[] {
  return text.split('').map((unit) => ({ unit, key: keyCount++ }));
}

let keyCount = 0;

function keysOf(units: readonly Unit[]): Set<number> {
  return new Set(units.map(({ key }) => key));
}

function both(a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> {
  return new Set([...a].filter((key) => b.has(key)));
}

function textOf(units: readonly Unit[] | undefined): string | undefined {
  return units?.map(({ unit }) => unit).join('');
}

function blank(unit: string): boolean {
  return isBlank(unit.charCodeAt(0));
}

function contextOf(keys: ReadonlySet<number>, text: readonly Unit[]): NonNullable<Piece['lost']> {
  const all = textOf(text)!;
  const start = text.findIndex((unit) => keys.has(unit.key));
  const end = text.findLastIndex((unit) => keys.has(unit.key)) + 1;
  return {
    words: stripBlanks(all.slice(start, end)),
    before: bareEnd(all.slice(0, start)),
    after: bareStart(all.slice(end)),
  };
}

const contextLength = 30;

function bareEnd(text: string): string {
  return stripBlanks(text).slice(-contextLength);
}

function bareStart(text: string): string {
  return stripBlanks(text).slice(0, contextLength);
}

function backwards(edits: readonly Edit[], before: readonly Unit[]): Edit[] {
  let growth = 0;
  return edits.map(({ start, end, text }) => {
    const at = start + growth;
    growth += text.length - (end - start);
    return { start: at, end: at + text.length, text: textOf(before.slice(start, end))! };
  });
}
