import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RunMap } from '../../server/src/text/source-map.ts';

// raw:   「 双 方\n同意」, clean: 「双方同意」
const raw = ' 双 方\n同意';
const map = new RunMap([0, 1, 1, 1, 3, 1, 2, 5, 2], raw.length);

test('a clean character knows the raw one it came from', () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((offset) => raw[map.toRaw(offset)]),
    ['双', '方', '同', '意'],
  );
});

test('a raw offset knows the first clean character that comes from it or later', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 7].map((offset) => map.toClean(offset)),
    [0, 0, 1, 1, 2, 2, 3, 4],
  );
});

test('a clean range covers just what it came from', () => {
  assert.deepEqual(map.rangeToRaw({ start: 0, end: 2 }), { start: 1, end: 4 });
  assert.deepEqual(map.rangeToRaw({ start: 1, end: 3 }), { start: 3, end: 6 });
});

test('a raw range of nothing but white space is empty in the clean text', () => {
  assert.deepEqual(map.rangeToClean({ start: 4, end: 5 }), { start: 2, end: 2 });
});

test('offsets outside are clamped, and an empty map maps everything to its ends', () => {
  assert.equal(map.toRaw(99), raw.length);
  assert.equal(map.toClean(-1), 0);
  const empty = new RunMap([], 3);
  assert.deepEqual([empty.toRaw(0), empty.toClean(3), empty.cleanLength], [3, 0, 0]);
});
