import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { snapshotOf } from './sample.ts';

const text = `甲国和乙国联合声明

双方声明如下：

一、关于贸易

双方同意扩大贸易。

二、关于文化

双方支持互办展览。


`;

test('a section folds up to its last word, so that the next heading stays in sight', () => {
  const ranges = foldingRanges(snapshotOf(text));
  assert.deepEqual(
    ranges.filter(({ startLine }) => startLine >= 4),
    [
      { startLine: 4, endLine: 6 },
      { startLine: 8, endLine: 10 },
    ],
  );
});

test('a client that takes only so many gets the outermost', () => {
  assert.deepEqual(foldingRanges(snapshotOf(text), 1), [{ startLine: 4, endLine: 6 }]);
  assert.deepEqual(foldingRanges(snapshotOf(text), 0), []);
});
