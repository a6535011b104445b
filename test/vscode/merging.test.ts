import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import type { StoredAnnotation } from '../../client/src/annotations/sidecar.ts';
import { mergeTags } from '../../client/src/vscode/tagging/merging.ts';
import { tagAt } from './tag.ts';

const later = '2030-01-02T00:00:00.000Z';
const latest = '2030-01-03T00:00:00.000Z';
const a = tagAt(0, 2);
const b = tagAt(5, 8);
const stored = (...tags: Annotation[]): StoredAnnotation[] =>
  tags.map(({ spans: _, ...said }) => ({ ...said, places: [{}] }));
const merge = (base: Annotation[], theirs: Annotation[], ours: Annotation[]) =>
  mergeTags(stored(...base), theirs, ours).map(({ id, label, spans }) => `${id} ${label} ${spans[0]!.start}`);

test('tags made on both sides are all there', () => {
  assert.deepEqual(merge([], [b], [a]), ['0-2 party 0', '5-8 party 5']);
});

test('what they removed goes, unless we have changed it since', () => {
  assert.deepEqual(merge([a, b], [b], [a, b]), ['5-8 party 5']);
  assert.deepEqual(merge([a, b], [b], [{ ...a, label: 'place', modified: later }, b]), [
    '0-2 place 0',
    '5-8 party 5',
  ]);
});

test('what we removed does not come back', () => {
  assert.deepEqual(merge([a, b], [a, b], [b]), ['5-8 party 5']);
});

test('of two changes to one tag the later one counts', () => {
  const theirs = { ...a, label: 'person', modified: later };
  assert.deepEqual(merge([a], [theirs], [{ ...a, label: 'place', modified: latest }]), ['0-2 place 0']);
  assert.deepEqual(
    merge([a], [{ ...theirs, modified: latest }], [{ ...a, label: 'place', modified: later }]),
    ['0-2 person 0'],
  );
});

test('where a tag lies is taken from the text that was edited: ours', () => {
  const theirs = { ...a, label: 'person', modified: later };
  assert.deepEqual(merge([a], [theirs], [{ ...a, spans: [{ start: 7, end: 9 }] }]), ['0-2 person 7']);
});
