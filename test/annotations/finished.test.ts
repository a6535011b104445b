import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation, Scope } from '../../client/src/annotations/annotation.ts';
import { finishedRanges, isDocumentFinished } from '../../client/src/annotations/finished.ts';

const parts = [{ start: 0 }, { start: 10 }, { start: 30 }];
const mark = (scope: Scope, start = 0, changes: Partial<Annotation> = {}): Annotation => ({
  id: `urn:${scope}${start}`,
  label: 'reviewed',
  spans: scope === 'document' ? [] : [{ start, end: start + 2 }],
  scope,
  attributes: {},
  relations: [],
  note: '',
  creator: '',
  created: '',
  modified: '',
  review: 'accepted',
  state: 'anchored',
  quotes: [],
  ...changes,
});

test('a marked section is finished up to where the next begins', () => {
  assert.deepEqual(finishedRanges([mark('section', 10)], parts, 50), [{ start: 10, end: 30 }]);
});

test('sections that follow each other are one range, and the last goes to the end', () => {
  const tags = [mark('section', 30), mark('section', 12)];
  assert.deepEqual(finishedRanges(tags, parts, 50), [{ start: 10, end: 50 }]);
});

test('a document that is marked is finished as a whole, with or without parts', () => {
  assert.deepEqual(finishedRanges([mark('document')], [], 50), [{ start: 0, end: 50 }]);
  assert.equal(isDocumentFinished([mark('document')]), true);
  assert.equal(isDocumentFinished([mark('section', 0), mark('section', 10), mark('section', 30)]), false);
});

test('other tags, rejected marks, lost ones and marks on words finish nothing', () => {
  const tags = [
    mark('section', 0, { label: 'party' }),
    mark('section', 0, { review: 'rejected' }),
    mark('section', 0, { state: 'orphan' }),
    mark('words', 0),
    mark('document', 0, { label: 'party' }),
  ];
  assert.deepEqual(finishedRanges(tags, parts, 50), []);
});
