import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LatestRead } from '../../client/src/vscode/tagging/latest-read.ts';

test('a reading that is overtaken by a later one of the same file does not count', () => {
  const reads = new LatestRead();
  const earlier = reads.begin('a.annotations.json');
  const other = reads.begin('b.annotations.json');
  assert.equal(earlier(), true);
  const later = reads.begin('a.annotations.json');
  assert.deepEqual([earlier(), later(), other()], [false, true, true]);
});
