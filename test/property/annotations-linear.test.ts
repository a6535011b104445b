import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import { conflictLine } from '../../client/src/annotations/merge-conflict.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { assertLinear, cost } from './growth.ts';

function taggedEvery(text: string, step: number): AnnotationStore {
  let ids = 0;
  const store = createAnnotationStore(text, [], {
    creator: '',
    now: () => '2025-01-01T09:00:00.000Z',
    newId: () => `a${++ids}`,
  });
  const drafts = Array.from({ length: Math.floor(text.length / step) }, (_, i) => ({
    label: 'party',
    range: { start: i * step, end: i * step + 2 },
  }));
  assert.equal(store.addAll(drafts).length, drafts.length);
  return store;
}

test('Tagging every occurrence with one label is linear', () => {
  assertLinear('甲乙丙丁，', 40_000, (text) => cost(() => void taggedEvery(text, 5)));
});

// Two letters in no order: every pair of them is everywhere, and no two contexts are alike.
const shuffled = Array.from({ length: 9_973 }, (_, i) => ((i * i * 31) % 97 < 48 ? '甲' : '乙')).join('');

for (const [name, unit] of [
  ['that repeats itself', '甲乙丙丁，'],
  ['of two letters', shuffled],
] as const) {
  test(`Looking for the tags of a text ${name} is linear, after it was changed elsewhere`, () => {
    assertLinear(unit, 200_000, (text) => {
      const store = taggedEvery(text, 200);
      const stored = withAnnotations(newSidecar(), store.toStore(), text, sha256);
      const changed = `${text.slice(0, 1000)}戊${text.slice(1000)}`;
      return cost(() => {
        const { annotations } = openSidecar(stored, changed, sha256);
        for (const [i, tag] of annotations.entries()) {
          const start = i * 200 + (i * 200 >= 1000 ? 1 : 0);
          if (tag.state === 'anchored') assert.equal(tag.spans[0]!.start, start, tag.id);
        }
      });
    });
  });
}

test('Telling what did not count in a merge is linear in the blanks of it', () => {
  assertLinear('　', 40_000, (text) =>
    cost(() => {
      conflictLine({ id: 'a', member: 'note', name: '', kept: '', other: `一${text}二` });
    }),
  );
});
