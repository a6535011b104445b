import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanScore } from '../../../client/src/annotations/agreement/span-score.ts';
import { rounded } from './ratings.ts';

test('precision, recall and F1 of spans: the first annotator is the reference', () => {
  // van Rijsbergen, Information Retrieval, 1979, chapter 7: F of precision 2/3 and recall 2/4 is 4/7.
  const { precision, recall, f1 } = spanScore({ first: 4, second: 3, firstMet: 2, secondMet: 2 });
  assert.deepEqual(
    [precision, recall, f1].map((each) => rounded(each)),
    [0.667, 0.5, 0.571],
  );
});

test('F1 is the same whoever is the reference', () => {
  const one = spanScore({ first: 7, second: 4, firstMet: 3, secondMet: 2 });
  const other = spanScore({ first: 4, second: 7, firstMet: 2, secondMet: 3 });
  assert.deepEqual(one.f1, other.f1);
  assert.deepEqual(one.precision, other.recall);
});

test('F1 is 0 where only one tagged something or nothing meets, and not defined where nobody did', () => {
  assert.equal(rounded(spanScore({ first: 5, second: 0, firstMet: 0, secondMet: 0 }).f1), 0);
  assert.equal(rounded(spanScore({ first: 5, second: 3, firstMet: 0, secondMet: 0 }).f1), 0);
  assert.equal(rounded(spanScore({ first: 0, second: 0, firstMet: 0, secondMet: 0 }).f1), 'untagged');
});
