import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Levels, levelCount } from '../../client/src/vscode/tagging/levels.ts';
import { overlaps, type TextRange } from '../../server/src/text/range.ts';

const levelsOf = (ranges: readonly TextRange[]) => {
  const levels = new Levels();
  return ranges.map(({ start, end }) => levels.of(start, end));
};
const ranges = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));

test('tags that lie apart all look the same', () => {
  assert.deepEqual(levelsOf(ranges([0, 5], [5, 8], [9, 12])), [0, 0, 0]);
});

test('what is held lies a level above what holds it', () => {
  assert.deepEqual(levelsOf(ranges([0, 20], [2, 8], [3, 5], [10, 12])), [0, 1, 2, 1]);
});

test('a level is used again where it is free', () => {
  assert.deepEqual(levelsOf(ranges([0, 5], [3, 9], [5, 12])), [0, 1, 0]);
});

test('no two that overlap look the same, as far as the looks reach', () => {
  const range = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), (pairs) => {
      const sorted = pairs
        .map(([start, length]) => ({ start, end: start + length }))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      const levels = levelsOf(sorted);
      for (const [i, a] of sorted.entries()) {
        for (const [j, b] of sorted.entries()) {
          if (i >= j || !overlaps(a, b) || levels[i] !== levels[j]) continue;
          assert.equal(levels[i], levelCount - 1);
        }
      }
    }),
  );
});
