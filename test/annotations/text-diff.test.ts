import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallestEdits } from '../../client/src/annotations/text-diff.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { cleanDocument } from '../bench/long-document.ts';

test('Equal texts have no edits, and one text of two is one edit', () => {
  assert.deepEqual(smallestEdits('中方', '中方'), []);
  assert.deepEqual(smallestEdits('', '中方'), [{ start: 0, end: 0, text: '中方' }]);
  assert.deepEqual(smallestEdits('中方', ''), [{ start: 0, end: 2, text: '' }]);
});

test('A line-end toggle is one small edit a line', () => {
  assert.deepEqual(smallestEdits('甲\n乙\n丙', '甲\r\n乙\r\n丙'), [
    { start: 1, end: 2, text: '\r\n' },
    { start: 3, end: 4, text: '\r\n' },
  ]);
});

test('Characters that only look otherwise are put in place one by one', () => {
  assert.deepEqual(smallestEdits('双 ⽅\n重申', '双方重申'), [
    { start: 1, end: 2, text: '' },
    { start: 2, end: 3, text: '方' },
    { start: 3, end: 4, text: '' },
  ]);
});

test('No edit cuts a surrogate pair in two, though both share a half', () => {
  assert.deepEqual(smallestEdits('甲𠮷乙', '甲𠮸乙'), [{ start: 1, end: 3, text: '𠮸' }]);
});

test('In a long text everywhere changed and re-wrapped, most characters stay', () => {
  const before = cleanDocument({ length: 200_000, seed: 5, known: ['联合国宪章'] });
  const after = before.replace(/\n/g, '').replace(/([\s\S]{17})([\s\S]{30})/g, '$1\n某$2');
  const edits = smallestEdits(before, after);
  assert.equal(applyEdits(before, edits), after);
  const removed = edits.reduce(
    (sum, { start, end }) => sum + before.slice(start, end).replace(/\s/g, '').length,
    0,
  );
  assert.ok(removed < before.length / 100, `${removed} of ${before.length}`);
});

test('Texts that have nothing to do with each other are told apart at bounded cost', () => {
  const text = (seed: number) => cleanDocument({ length: 100_000, seed, known: ['联合国宪章'] });
  const [before, after] = [text(1), text(2)];
  assert.equal(applyEdits(before, smallestEdits(before, after)), after);
  const same = 'a'.repeat(300_000);
  assert.equal(applyEdits(`${same}b`, smallestEdits(`${same}b`, `c${same}`)), `c${same}`);
});
