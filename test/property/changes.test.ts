import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changesToEdits, type TextChange } from '../../server/src/text/changes.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineTable } from '../../server/src/text/lines.ts';

const text = (maxLength: number) =>
  fc
    .array(fc.constantFrom('中', 'a', '\r', '\n', '\r\n', '\ud842', '\udfb7'), { maxLength })
    .map((a) => a.join(''));
const position = fc.record({
  line: fc.integer({ min: -1, max: 12 }),
  character: fc.integer({ min: -1, max: 6 }),
});
const change: fc.Arbitrary<TextChange> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: text(4) }),
  },
  { weight: 1, arbitrary: fc.record({ text: text(12) }) },
);

/** One change after the other, each on a table made anew. */
function oneByOne(before: string, changes: readonly TextChange[]): string {
  return changes.reduce((now, { range, text }) => {
    if (!range) return text;
    const { start, end } = new LineTable(now).toOffsets(range);
    return now.slice(0, start) + text + now.slice(end);
  }, before);
}

function assertSortedApart(edits: readonly { start: number; end: number }[]) {
  edits.forEach((edit, i) => {
    assert.ok(edit.start <= edit.end);
    if (i > 0) assert.ok(edits[i - 1]!.end <= edit.start);
  });
}

test('the changes of a notification, composed, make the same text as one by one', () => {
  fc.assert(
    fc.property(text(40), fc.array(change, { maxLength: 8 }), (before, changes) => {
      const edits = changesToEdits(new LineTable(before), changes);
      assertSortedApart(edits);
      assert.equal(applyEdits(before, edits), oneByOne(before, changes));
    }),
    { numRuns: 3000 },
  );
});

test('a line table that follows the edits is the same as one made anew', () => {
  fc.assert(
    fc.property(text(40), fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }), (start, steps) => {
      const lines = new LineTable(start);
      for (const changes of steps) {
        const edits = changesToEdits(lines, changes);
        lines.update(edits, applyEdits(lines.text, edits));
        const fresh = new LineTable(lines.text);
        assert.equal(lines.count, fresh.count);
        for (let i = 0; i < fresh.count; i++) {
          assert.equal(lines.startOf(i), fresh.startOf(i));
          assert.equal(lines.endOf(i), fresh.endOf(i));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('offsets survive the way to positions and back, but for the place between \\r and \\n', () => {
  fc.assert(
    fc.property(text(40), (raw) => {
      const lines = new LineTable(raw);
      for (let at = 0; at <= raw.length; at++) {
        const inside = raw[at - 1] === '\r' && raw[at] === '\n';
        assert.equal(lines.offsetAt(lines.positionAt(at)), inside ? at - 1 : at);
      }
    }),
  );
});
