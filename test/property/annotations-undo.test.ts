import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnnotationStore, EditReason } from '../../client/src/annotations/store.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import { storeOf } from '../annotations/marked-text.ts';

/**
 * An editor with undo as VS Code has it: typing is grouped, one undo takes a whole group back and tells it as
 * one event with the fewest edits. It remembers the tags of each state at the moment when the text left it.
 */
class Editor {
  readonly store: AnnotationStore;
  /** The state at each undo stop, and how many stops are not undone. */
  private readonly stops: string[];
  private at = 0;
  private readonly left = new Map<number, Map<string, string>>();

  constructor(text: string) {
    this.store = storeOf(text);
    this.stops = [text];
  }

  /** Several events that one undo takes back. */
  type(events: readonly Edit[][]): void {
    this.leave();
    for (const edits of events) {
      const expected = applyEdits(this.store.text, edits);
      this.store.edit([...edits].reverse());
      assert.equal(this.store.text, expected);
    }
    this.stops.length = this.at + 1;
    for (const state of this.left.keys()) if (state > this.at) this.left.delete(state);
    this.stops.push(this.store.text);
    this.at += 1;
  }

  travel(by: -1 | 1): void {
    const target = this.stops[this.at + by];
    if (target === undefined) return;
    this.leave();
    this.at += by;
    const reason: EditReason = by < 0 ? 'undo' : 'redo';
    this.store.edit([between(this.store.text, target)], reason);
    assert.equal(this.store.text, target);
    this.compare();
  }

  private leave(): void {
    this.left.set(this.at, placesOf(this.store));
  }

  /** Every tag that was there when this state was left, and still is, is where it was. */
  private compare(): void {
    const now = placesOf(this.store);
    for (const [id, place] of this.left.get(this.at) ?? []) {
      if (now.has(id)) assert.equal(now.get(id), place, `${id} in state ${this.at}`);
    }
  }
}

function placesOf(store: AnnotationStore): Map<string, string> {
  const { anchored, orphans } = store.snapshot;
  return new Map(
    [...anchored, ...orphans].map((each) => [
      each.id,
      `${each.state} ${each.spans.map((span) => store.text.slice(span.start, span.end)).join()} at ${each.spans[0]!.start}`,
    ]),
  );
}

function between(before: string, after: string): Edit {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  const limit = Math.min(before.length, after.length) - head;
  while (tail < limit && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}

const words = fc.constantFrom('', '', '中', '俄国', '双方。', 'x', ' \n', '中俄');
const place = fc.nat(60);
const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      events: fc.array(fc.array(fc.tuple(place, fc.nat(6), words), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tag' as const), a: place, b: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), a: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('untag' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('retag' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cursor' as const), a: place }) },
);

function editsOn(text: string, drafts: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = [];
  for (const [at, length, put] of [...drafts].sort((a, b) => a[0] - b[0])) {
    const start = Math.min(at, text.length);
    const edit = { start, end: Math.min(start + length, text.length), text: put };
    const last = edits.at(-1);
    if ((!last || last.end < edit.start) && (edit.end > edit.start || put !== '')) edits.push(edit);
  }
  return edits;
}

test('After undo and redo of the text, every tag is exactly where it was in that state', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
      const editor = new Editor('中方和俄方重申，双方支持联合国的核心作用。双方谈判。');
      const { store } = editor;
      for (const act of actions) {
        if (act.kind === 'type') {
          // Each event counts in the text that the one before it left.
          let text = store.text;
          const events = act.events.map((drafts) => {
            const edits = editsOn(text, drafts);
            text = applyEdits(text, edits);
            return edits;
          });
          if (text !== store.text) editor.type(events.filter((edits) => edits.length > 0));
        } else if (act.kind === 'undo') editor.travel(-1);
        else if (act.kind === 'redo') editor.travel(1);
        else if (act.kind === 'tag') {
          const range = { start: Math.min(act.a, act.b), end: Math.max(act.a, act.b) };
          store.add({ label: 'party', range });
        } else if (act.kind === 'remove') {
          const { anchored } = store.snapshot;
          if (anchored.length > 0) store.remove([anchored[act.a % anchored.length]!.id]);
        } else if (act.kind === 'untag') store.undo();
        else if (act.kind === 'retag') store.redo();
        else store.cursorMoved(act.a);
      }
    }),
    { numRuns: 3000 },
  );
});

test('Undo of a deletion brings back the tags that it covered, whole', () => {
  const text = '中方和俄方重申，双方支持联合国的核心作用。';
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { minLength: 1, maxLength: 6 }),
      fc.nat(text.length),
      fc.nat(text.length),
      (tags, a, b) => {
        const store = storeOf(text);
        for (const [x, y] of tags) {
          store.add({ label: `l${x}-${y}`, range: { start: Math.min(x, y), end: Math.max(x, y) } });
        }
        const before = placesOf(store);
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        store.edit([{ start, end, text: '' }]);
        for (const orphan of store.snapshot.orphans) {
          assert.ok(text.slice(start, end).includes(orphan.quotes[0]!.exact));
        }
        store.edit([{ start, end: start, text: text.slice(start, end) }], 'undo');
        assert.deepEqual(placesOf(store), before);
      },
    ),
    { numRuns: 2000 },
  );
});

test('No tag is ever dropped, and none lies outside the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 }),
      fc.array(fc.array(fc.tuple(place, fc.nat(20), words), { maxLength: 3 }), { maxLength: 10 }),
      (tags, events) => {
        const store = storeOf('中方和俄方重申，双方支持联合国的核心作用。双方谈判。');
        for (const [x, y] of tags) {
          store.add({ label: `l${x}-${y}`, range: { start: Math.min(x, y), end: Math.max(x, y) } });
        }
        const ids = [...placesOf(store).keys()].sort();
        for (const drafts of events) store.edit(editsOn(store.text, drafts));
        assert.deepEqual([...placesOf(store).keys()].sort(), ids);
        for (const { spans } of store.snapshot.anchored) {
          const { start, end } = spans[0]!;
          assert.ok(0 <= start && start < end && end <= store.text.length);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
