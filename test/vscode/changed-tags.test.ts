import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { changedTags } from '../../client/src/vscode/tagging/changed-tags.ts';
import { tagAt } from './tag.ts';

const open = () =>
  createAnnotationStore('双方愿继续合作。', [tagAt(0, 2), tagAt(3, 5)], {
    creator: '',
    now: () => '2030-01-02T00:00:00.000Z',
    newId: () => 'new',
  });

/** What a step changed, as `id label`. */
function told(store: AnnotationStore, step: () => unknown): string[] {
  const before = store.snapshot;
  step();
  return changedTags(before, store.snapshot).map(({ id, label }) => `${id} ${label}`);
}

test('a tag that was made or removed is told, whichever way the step goes', () => {
  const store = open();
  store.add({ label: 'commitment', range: { start: 5, end: 7 } });
  assert.deepEqual(told(store, store.undo), ['new commitment']);
  assert.deepEqual(told(store, store.redo), ['new commitment']);
  store.remove(['0-2', '3-5']);
  assert.deepEqual(told(store, store.undo), ['0-2 party', '3-5 party']);
});

test('a label that was changed is told as it is now', () => {
  const store = open();
  store.change(['3-5'], { label: 'position' });
  assert.deepEqual(told(store, store.undo), ['3-5 party']);
  assert.deepEqual(told(store, store.redo), ['3-5 position']);
});

test('where nothing is undone nothing is told', () => {
  const store = open();
  assert.deepEqual(told(store, store.undo), []);
});
