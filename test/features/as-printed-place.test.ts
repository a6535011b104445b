import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/analysis.ts';
import { asPrintedPlace, quoted } from '../../server/src/features/as-printed-place.ts';

const finding = (start: number, end: number, edits: Finding['edits']): Finding => ({
  rule: 'line-break',
  class: 'safe',
  level: 'information',
  start,
  end,
  edits,
  values: [],
});

test('a place is silenced as it is found', () => {
  const raw = '双 方 重 申';
  const place = asPrintedPlace(finding(0, 7, [{ start: 1, end: 2, text: '' }]), { start: 3, end: 3 }, raw);
  assert.deepEqual(place, { start: 0, end: 7 });
});

test('of a paragraph that was cut in many places, only the break next to the cursor', () => {
  const raw = '双方重\n申恪守\n宪章。';
  const cut = finding(0, raw.length, [
    { start: 3, end: 4, text: '' },
    { start: 7, end: 8, text: '' },
  ]);
  const left = (at: number) => {
    const { start, end } = asPrintedPlace(cut, { start: at, end: at }, raw);
    return raw.slice(start, end);
  };
  assert.deepEqual([0, 3, 5, 7, 10].map(left), ['重\n申', '重\n申', '守\n宪', '守\n宪', '守\n宪']);
});

test('white space is silenced with what stands beside it, which is never cut in two', () => {
  const raw = '𠮷 𠮷';
  const place = asPrintedPlace(finding(2, 3, [{ start: 2, end: 3, text: '' }]), { start: 2, end: 2 }, raw);
  assert.deepEqual(place, { start: 0, end: 5 });
  assert.deepEqual(asPrintedPlace(finding(0, 1, []), { start: 0, end: 0 }, ' '), { start: 0, end: 1 });
});

test('a page number is silenced without the break that goes with it', () => {
  const cut = { ...finding(3, 11, [{ start: 3, end: 11, text: '' }]), shown: { start: 4, end: 10 } };
  assert.deepEqual(asPrintedPlace(cut, { start: 5, end: 5 }, '双方重\n— 12 —\n申'), cut.shown);
});

test('words in a menu are few', () => {
  assert.equal(quoted('双方重申恪守《联合国宪章》宗旨和原则'), '双方重申恪守《联合国宪章…');
  assert.equal(quoted(' 双方 '), '双方');
});
