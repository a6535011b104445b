import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, composeEdits, type Edit, offsetAfter } from '../../server/src/text/edit.ts';

test('edits count in the text before any of them', () => {
  const edits = [
    { start: 0, end: 1, text: '' },
    { start: 3, end: 3, text: '国' },
    { start: 4, end: 6, text: '。' },
  ];
  assert.equal(applyEdits(' 双方重申！！', edits), '双方国重。！');
});

test('edits that overlap are a bug of the caller', () => {
  const edits = [
    { start: 0, end: 2, text: '' },
    { start: 1, end: 3, text: '' },
  ];
  assert.throws(() => applyEdits('双方重申', edits), /overlaps/);
});

test('an offset behind an edit moves with the text, one inside goes to the end of what replaced it', () => {
  const edits = [{ start: 2, end: 4, text: '一二三' }];
  assert.deepEqual(
    [1, 2, 3, 4, 6].map((offset) => offsetAfter(edits, offset)),
    [1, 2, 5, 5, 7],
  );
});

/** Sorted edits of a text of this length. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 6 }).map((raw) => {
    const edits: Edit[] = [];
    let last = -1;
    for (const [at, size, text] of raw.sort((a, b) => a[0] - b[0])) {
      if (at <= last) continue;
      edits.push({ start: at, end: Math.min(length, at + size), text });
      last = edits.at(-1)!.end;
    }
    return edits;
  });

test('composed edits do at once what the two lists do one after the other', () => {
  const cases = fc.string({ maxLength: 30 }).chain((text) =>
    editsOf(text.length).chain((first) => {
      const between = applyEdits(text, first);
      return editsOf(between.length).map((second) => ({ text, first, between, second }));
    }),
  );
  fc.assert(
    fc.property(cases, ({ text, first, between, second }) => {
      const composed = composeEdits(first, between, second);
      assert.equal(applyEdits(text, composed), applyEdits(between, second));
    }),
    { numRuns: 3000 },
  );
});
