import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPrintedRanges } from '../../client/src/annotations/as-printed.ts';
import { annotationOf } from './marked-text.ts';

const sic = (start: number, end: number, over = {}) =>
  annotationOf(`s${start}`, { start, end }, { label: 'sic', ...over });

test('What any annotator accepts as printed is united, sorted and joined', () => {
  const li = [sic(20, 25), sic(0, 4), annotationOf('p', { start: 40, end: 44 })];
  const wang = [sic(3, 8), sic(8, 9), sic(50, 60, { review: 'suggested' }), sic(70, 70, { state: 'orphan' })];
  assert.deepEqual(asPrintedRanges([li, wang]), [
    { start: 0, end: 9 },
    { start: 20, end: 25 },
  ]);
  assert.deepEqual(asPrintedRanges([]), []);
});
