import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { placeOf, replacing, storeOf, wordsOf } from './marked-text.ts';

/** Tags the words, a fragment each, in the order of the text. */
function tagWords(store: AnnotationStore, ...words: string[]) {
  const [range, ...fragments] = words.map((word) => placeOf(store.text, word));
  return store.add({ label: 'position', range: range!, fragments })!;
}

test('A tag of several fragments is one tag, and each fragment follows its words', () => {
  const store = storeOf('双方将在能源、交通领域开展合作。');
  const { id } = tagWords(store, '双方将', '开展合作');
  store.edit([replacing(store, '能源、', '')]);
  store.edit([replacing(store, '双方将', '双方愿')]);
  assert.equal(wordsOf(store, id), '双方愿…开展合作');
  assert.deepEqual([...store.snapshot.counts], [['position', 1]]);
  assert.deepEqual(
    store.get(id)!.quotes.map(({ exact }) => exact),
    ['双方将', '开展合作'],
  );
  assert.deepEqual(
    store.toStore()[0]!.quotes.map(({ exact, prefix }) => `${prefix}|${exact}`),
    ['|双方愿', '双方愿在交通领域|开展合作'],
  );
});

test('A fragment whose words are deleted is an empty span, and comes back on undo', () => {
  const store = storeOf('双方将在能源领域开展合作。');
  const { id } = tagWords(store, '双方将', '开展合作');
  store.edit([replacing(store, '领域开展合作', '')]);
  const tag = store.get(id)!;
  assert.equal(tag.state, 'anchored');
  assert.deepEqual(tag.spans, [
    { start: 0, end: 3 },
    { start: 6, end: 6 },
  ]);
  assert.equal(tag.quotes[1]!.exact, '开展合作');
  assert.equal(store.toStore()[0]!.quotes[1]!.exact, '开展合作', 'it is stored with what it read');
  store.edit([{ start: 6, end: 6, text: '领域开展合作' }], 'undo');
  assert.equal(wordsOf(store, id), '双方将…开展合作');
});

test('A tag is an orphan only when all its fragments are gone', () => {
  const store = storeOf('双方将在能源领域开展合作。');
  const { id } = tagWords(store, '双方将', '开展合作');
  store.edit([replacing(store, '双方将', '')]);
  assert.equal(store.get(id)!.state, 'anchored');
  store.edit([replacing(store, '开展合作', '')]);
  assert.equal(store.get(id)!.state, 'orphan');
  assert.equal(store.snapshot.orphans[0]!.quotes.map(({ exact }) => exact).join(), '双方将,开展合作');
  store.edit([{ start: 5, end: 5, text: '开展合作' }], 'undo');
  assert.equal(wordsOf(store, id), '开展合作');
  store.edit([{ start: 0, end: 0, text: '双方将' }], 'undo');
  assert.equal(wordsOf(store, id), '双方将…开展合作');
});

test('Fragments that overlap, or have only white space between them, are one span', () => {
  const store = storeOf('双方重\n申支持');
  const tag = store.add({
    label: 'party',
    range: { start: 4, end: 5 },
    fragments: [
      { start: 0, end: 1 },
      { start: 1, end: 4 },
      { start: 6, end: 7 },
      { start: 3, end: 4 },
    ],
  });
  assert.deepEqual(tag!.spans, [
    { start: 0, end: 5 },
    { start: 6, end: 7 },
  ]);
});

test('Tagged alike are tags of one label on the same fragments', () => {
  const store = storeOf('双方将在能源领域开展合作。');
  const tag = tagWords(store, '双方', '合作');
  assert.equal(tagWords(store, '合作', '双方'), tag);
  assert.notEqual(tagWords(store, '双方'), tag);
  assert.notEqual(
    store.add({ label: 'position', range: placeOf(store.text, '双方'), scope: 'section' })!.id,
    tagWords(store, '双方').id,
  );
});

test('A tag of a section lies on its heading; one of the document has no span and is never an orphan', () => {
  const store = storeOf('一、政治关系\n双方重申。');
  const section = store.add({ label: 'reviewed', scope: 'section', range: { start: 0, end: 6 } })!;
  const whole = store.add({ label: 'treaty', scope: 'document', range: { start: 0, end: 0 } })!;
  assert.deepEqual(whole.spans, []);
  assert.deepEqual(whole.quotes, []);
  assert.equal(store.add({ label: 'treaty', scope: 'document', range: { start: 3, end: 4 } }), whole);
  assert.equal(store.move(whole.id, { start: 0, end: 2 }), false);
  assert.deepEqual(
    store.at(1).map(({ id }) => id),
    [section.id],
  );
  store.edit([{ start: 0, end: store.text.length, text: '' }]);
  assert.equal(store.get(whole.id)!.state, 'anchored');
  assert.deepEqual(
    store.snapshot.orphans.map(({ id, scope }) => `${id} ${scope}`),
    [`${section.id} section`],
  );
});

test('Spans can be set anew: a fragment that stays is the same one to the undo of the text', () => {
  const store = storeOf('双方将在能源领域开展合作。');
  const { id } = tagWords(store, '双方', '合作');
  store.edit([replacing(store, '双方', '')]);
  store.edit([{ start: 0, end: 0, text: '双方' }], 'undo');
  assert.equal(store.setSpans(id, [placeOf(store.text, '能源'), placeOf(store.text, '合作')]), true);
  assert.equal(wordsOf(store, id), '能源…合作');
  assert.equal(store.setSpans(id, [{ start: 4, end: 4 }]), false);
  assert.equal(store.setSpans('none', [{ start: 4, end: 5 }]), false);
  store.undo();
  assert.equal(wordsOf(store, id), '双方…合作');
});

test('Tags at a place are those with a span there; between fragments there is none', () => {
  const store = storeOf('双方将在能源领域开展合作。');
  const { id } = tagWords(store, '双方', '合作');
  assert.equal(store.at(1)[0]?.id, id);
  assert.equal(store.at(5).length, 0);
  assert.equal(store.overlapping(placeOf(store.text, '能源')).length, 0);
  assert.equal(store.overlapping({ start: 5, end: 20 }).length, 1);
});

test('A fragment that is gone and one that begins where it was are two, also after reopening', () => {
  const store = storeOf('双方愿合作。');
  const { id } = tagWords(store, '合作');
  const one = store.get(id)!;
  const tag = {
    ...one,
    spans: [{ start: 3, end: 3 }, ...one.spans],
    quotes: [{ exact: '自', prefix: '双方愿', suffix: '合作。' }, ...one.quotes],
  };
  const sidecar = withAnnotations(newSidecar(), [tag], store.text, sha256);
  assert.deepEqual(openSidecar(sidecar, store.text, sha256).annotations, [tag]);
});

test('Of fragments that come back to one place only what the others have not is shown, and can be split', () => {
  const store = storeOf('双方合作');
  const first = store.add({ label: 'party', range: { start: 0, end: 3 } })!;
  const second = store.add({ label: 'party', range: { start: 1, end: 4 } })!;
  store.edit([{ start: 0, end: 4, text: '' }]);
  store.merge([first.id, second.id]);
  store.edit([{ start: 0, end: 0, text: '双方合作' }], 'undo');
  assert.deepEqual(store.get(first.id)!.spans, [
    { start: 0, end: 3 },
    { start: 3, end: 4 },
  ]);
  assert.deepEqual(
    store.split(first.id, 3).map((part) => wordsOf(store, part.id)),
    ['双方合', '作'],
  );
});
