import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveRanges, tidyRanges } from '../../server/src/as-printed.ts';

const move = (start: number, end: number, ...edits: [number, number, string][]) =>
  moveRanges(
    [{ start, end }],
    edits.map(([from, to, text]) => ({ start: from, end: to, text })),
  ).map((range) => [range.start, range.end]);

test('typing at a boundary stays outside, typing inside stays in', () => {
  assert.deepEqual(move(2, 4, [2, 2, '甲']), [[3, 5]]);
  assert.deepEqual(move(2, 4, [4, 4, '甲']), [[2, 4]]);
  assert.deepEqual(move(2, 4, [3, 3, '甲']), [[2, 5]]);
});

test('a replacement inside, or of the whole, stays inside', () => {
  assert.deepEqual(move(2, 4, [2, 4, '甲乙丙']), [[2, 5]]);
  assert.deepEqual(move(2, 4, [2, 3, '甲乙丙']), [[2, 6]]);
  assert.deepEqual(move(2, 4, [0, 6, '甲']), [[0, 1]]);
});

test('a replacement that reaches in from outside takes its part away', () => {
  assert.deepEqual(move(2, 6, [0, 4, '甲']), [[1, 3]]);
  assert.deepEqual(move(2, 6, [4, 8, '甲']), [[2, 4]]);
});

test('what is deleted whole is gone', () => {
  assert.deepEqual(move(2, 4, [1, 5, '']), []);
});

test('edits before shift, edits behind do nothing', () => {
  assert.deepEqual(move(4, 6, [0, 1, ''], [2, 4, '甲乙丙'], [8, 9, '']), [[4, 6]]);
});

test('ranges that one replacement takes together become one', () => {
  const ranges = [
    { start: 1, end: 2 },
    { start: 3, end: 4 },
  ];
  assert.deepEqual(moveRanges(ranges, [{ start: 0, end: 5, text: '甲乙' }]), [{ start: 0, end: 2 }]);
});

test('what comes over the wire is put in order', () => {
  const odd = [
    { start: 5, end: 99 },
    { start: -3, end: 2 },
    { start: 1, end: 3 },
    { start: 4, end: 4 },
    { start: Number.NaN, end: 4 },
  ];
  assert.deepEqual(tidyRanges(odd, 8), [
    { start: 0, end: 3 },
    { start: 5, end: 8 },
  ]);
});
