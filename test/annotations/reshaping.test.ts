import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf, replacing, storeOf, tagged, wordsOf, writeMarks } from './marked-text.ts';

test('Tags that touch or overlap are merged into one span, whatever their labels; undo parts them again', () => {
  const store = tagged('[中方]\n[和俄[方]]重申');
  const [first, second, third] = store.snapshot.anchored;
  store.change([second!.id], { label: 'organisation', note: '待核', attributes: { 国: '俄' } });
  store.change([first!.id], { note: '首方' });
  const before = store.snapshot.anchored;
  const one = store.merge([first!.id, second!.id, third!.id])!;
  assert.equal(writeMarks(store), '[中方\n和俄方]重申');
  assert.deepEqual(
    [one.id, one.label, one.note, one.attributes],
    [first!.id, 'party', '首方\n待核', { 国: '俄' }],
  );
  assert.equal(store.undo(), true);
  assert.deepEqual(store.snapshot.anchored, before);
});

test('Attributes whose names would change an object’s nature are merged as others', () => {
  const store = tagged('[中方][俄方]');
  const [a, b] = store.snapshot.anchored.map(({ id }) => id) as [string, string];
  store.change([b], { attributes: { ['__proto__']: '甲', constructor: 1 } });
  const { attributes } = store.merge([a, b])!;
  assert.deepEqual(Object.entries(attributes), [
    ['__proto__', '甲'],
    ['constructor', 1],
  ]);
});

test('Tags with words between them become fragments of one', () => {
  const store = tagged('[中方]和[俄方]重申');
  const ids = store.snapshot.anchored.map(({ id }) => id);
  const one = store.merge(ids)!;
  assert.equal(wordsOf(store, one.id), '中方…俄方');
  assert.equal(store.snapshot.anchored.length, 1);
  store.edit([replacing(store, '俄方', '')]);
  store.undo();
  assert.deepEqual(
    [store.get(ids[0]!)!.state, store.get(ids[1]!)!.state],
    ['anchored', 'orphan'],
    'as the text is now',
  );
});

test('Links from others to a merged tag lead to the result, and links between the merged are gone', () => {
  const store = tagged('[中方]和[俄方]会见[普京]');
  const [a, b, c] = store.snapshot.anchored.map(({ id }) => id) as [string, string, string];
  store.changeEach([
    { id: a, change: { relations: [{ type: 'ally', target: b }] } },
    {
      id: b,
      change: {
        relations: [
          { type: 'ally', target: a },
          { type: 'meets', target: c },
        ],
      },
    },
    {
      id: c,
      change: {
        relations: [
          { type: 'of', target: b },
          { type: 'of', target: a },
        ],
      },
    },
  ]);
  const before = store.snapshot.anchored;
  const one = store.merge([a, b])!;
  assert.deepEqual(one.relations, [{ type: 'meets', target: c }]);
  assert.deepEqual(store.get(c)!.relations, [{ type: 'of', target: a }]);
  assert.deepEqual(
    store.linked(a).map(({ id }) => id),
    [c],
  );
  store.undo();
  assert.deepEqual(store.snapshot.anchored, before);
  store.undo();
  assert.deepEqual(store.get(a)!.relations, [], 'three changes were one step');
});

test('There is nothing to merge in one tag, in none, or in tags of different scopes', () => {
  const store = tagged('[中方]和[俄方]');
  const [a] = store.snapshot.anchored.map(({ id }) => id) as [string];
  const whole = store.add({ label: 'x', scope: 'document', range: { start: 0, end: 0 } })!;
  assert.equal(store.merge([a]), null);
  assert.equal(store.merge([a, a, 'none']), null);
  assert.equal(store.merge([a, whole.id]), null);
});

test('A tag is split inside a span, without the white space at the cut', () => {
  const store = tagged('[中方 和俄方]重申');
  const { id } = store.snapshot.anchored[0]!;
  store.change([id], { attributes: { 国: '中' }, note: '二国', chain: '双方' });
  const parts = store.split(id, 3);
  assert.equal(writeMarks(store), '[中方] [和俄方]重申');
  assert.equal(parts[0]!.id, id);
  assert.deepEqual(
    parts.map(({ attributes, note, chain }) => [attributes, note, chain]),
    [
      [{ 国: '中' }, '二国', '双方'],
      [{ 国: '中' }, '', '双方'],
    ],
  );
  store.undo();
  assert.equal(writeMarks(store), '[中方 和俄方]重申');
  store.redo();
  assert.equal(writeMarks(store), '[中方] [和俄方]重申');
});

test('A tag of several fragments is split into these where the cut is between them', () => {
  const store = storeOf('双方将在能源领域开展合作。');
  const { id } = store.add({
    label: 'party',
    range: placeOf(store.text, '双方'),
    fragments: [placeOf(store.text, '能源'), placeOf(store.text, '合作')],
  })!;
  assert.equal(store.split(id, 5).length, 2, 'inside the second');
  store.undo();
  store.edit([replacing(store, '能源', '')]);
  assert.deepEqual(
    store.split(id, 3).map((part) => wordsOf(store, part.id)),
    ['双方', '合作'],
  );
  store.edit([{ start: 4, end: 4, text: '能源' }], 'undo');
  assert.equal(wordsOf(store, id), '双方…能源', 'what was lost stays with the fragment before it');
});

test('A cut at the border of a tag, outside it, or of a pair makes no empty tag', () => {
  const store = tagged('在[𠮷林]');
  const { id } = store.snapshot.anchored[0]!;
  for (const offset of [-1, 0, 1, 2, 4, 5, 99]) assert.deepEqual(store.split(id, offset), [], `${offset}`);
  assert.deepEqual(
    store.split(id, 3).map((part) => wordsOf(store, part.id)),
    ['𠮷', '林'],
  );
  assert.deepEqual(store.split('none', 1), []);
});

test('Links to a removed tag go with it, and come back with it', () => {
  const store = tagged('[中方]会见[俄方]');
  const [a, b] = store.snapshot.anchored.map(({ id }) => id) as [string, string];
  store.change([a], { relations: [{ type: 'meets', target: b }] });
  const before = store.snapshot.anchored;
  assert.equal(store.remove([b]), 1);
  assert.deepEqual(store.get(a)!.relations, []);
  store.undo();
  assert.deepEqual(store.snapshot.anchored, before);
  assert.deepEqual(
    store.linked(b).map(({ id }) => id),
    [a],
  );
});

test('A chain holds the tags that carry its name, until it is taken from them', () => {
  const store = tagged('[中方]和[俄方]，[双方]');
  const [a, b, c] = store.snapshot.anchored.map(({ id }) => id) as [string, string, string];
  assert.equal(store.change([a, c], { chain: '中国' }), 2);
  assert.equal(store.change([a], { chain: '中国' }), 0);
  assert.deepEqual(
    store.chainOf('中国').map(({ id }) => id),
    [a, c],
  );
  store.change([a], { chain: '' });
  assert.equal('chain' in store.get(a)!, false);
  assert.equal(store.change([b], { chain: '' }), 0);
  store.undo();
  assert.equal(store.chainOf('中国').length, 2);
});

test('A rejected tag is found at no place, and tagging its words again accepts it', () => {
  const store = storeOf('中方和俄方');
  const draft = { label: 'party', range: { start: 0, end: 2 } };
  const rejected = store.add({ ...draft, review: 'rejected' })!;
  assert.deepEqual(store.at(1), []);
  assert.deepEqual(store.overlapping({ start: 0, end: 5 }), []);
  assert.equal(store.add({ ...draft, review: 'suggested' }), rejected, 'it does not come back');
  const accepted = store.add({ ...draft, attributes: { 国: '中' } })!;
  assert.deepEqual(
    [accepted.id, accepted.review, accepted.attributes],
    [rejected.id, 'accepted', { 国: '中' }],
  );
  assert.equal(store.snapshot.anchored.length, 1);
  assert.equal(
    store.add({ ...draft, review: 'rejected' }),
    accepted,
    'an accepted tag is rejected by name only',
  );
  store.undo();
  assert.equal(store.get(rejected.id)!.review, 'rejected');
});

test('A suggested tag is found at its place, and decided by tagging or rejecting its words', () => {
  const store = storeOf('中方和俄方');
  const draft = { label: 'party', range: { start: 0, end: 2 } };
  const { id } = store.add({ ...draft, review: 'suggested' })!;
  assert.equal(store.at(1)[0]!.id, id);
  assert.equal(store.add({ ...draft, review: 'rejected' })!.id, id);
  assert.equal(store.get(id)!.review, 'rejected');
  store.undo();
  assert.equal(store.add(draft)!.id, id);
  assert.equal(store.get(id)!.review, 'accepted');
});
