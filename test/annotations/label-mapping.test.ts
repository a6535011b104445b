import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLabels } from '../../client/src/annotations/label-file.ts';
import { mappedLabels, renamedLabels, unknownLabels } from '../../client/src/annotations/label-mapping.ts';
import { tagged } from './marked-text.ts';

const scheme = (...labels: object[]) => parseLabels(JSON.stringify({ labels })).scheme;
const party = { id: 'party', name: '当事方', key: '1', colour: '#b5200d' };
const place = { id: 'place', name: '地点', key: '2', colour: '#8a5a00' };
const renamed = (before: object[], after: object[]) =>
  renamedLabels(scheme(...before), scheme(...after)).map(({ from, to }) => `${from} → ${to.id}`);

test('Labels that the scheme does not have, the most used first; the mark of a section that is done is none', () => {
  const tags = ['b', 'place', 'a', 'toString', 'b', 'reviewed', 'sic'].map((label) => ({ label }));
  assert.deepEqual(unknownLabels(scheme(place), tags), [
    { label: 'b', count: 2 },
    { label: 'a', count: 1 },
    { label: 'toString', count: 1 },
  ]);
});

test('Mapped as one step of undo, tags keep all else; labels that are kept stay', () => {
  const store = tagged('[中方]重申，[俄方]支持。', 'actor');
  const [first] = store.snapshot.anchored;
  store.change([first!.id], { note: '待查', attributes: { grade: '甲' } });
  store.add({ label: 'odd', range: { start: 2, end: 4 } });
  const tags = store.snapshot.anchored;
  assert.equal(store.changeEach(mappedLabels(tags, new Map([['actor', 'party']]))), 2);
  assert.deepEqual(
    store.snapshot.anchored.map(({ label, note, attributes }) => [label, note, attributes]),
    [
      ['party', '待查', { grade: '甲' }],
      ['odd', '', {}],
      ['party', '', {}],
    ],
  );
  store.undo();
  assert.deepEqual(
    store.snapshot.anchored.map(({ label }) => label),
    ['actor', 'odd', 'actor'],
  );
});

test('An id that was changed is known by what stayed', () => {
  assert.deepEqual(renamed([party, place], [{ ...party, id: 'state-party' }, place]), [
    'party → state-party',
  ]);
  assert.deepEqual(renamed([party, place], [place, { ...party, id: 'state-party' }]), [
    'party → state-party',
  ]);
  assert.deepEqual(renamed([party, place], [{ ...party, id: 'side', name: '一方' }, place]), [
    'party → side',
  ]);
  assert.deepEqual(
    renamed(
      [party, place],
      [
        { ...party, id: 'a' },
        { ...place, id: 'b' },
      ],
    ),
    ['party → a', 'place → b'],
  );
});

test('What went and what came without likeness is no new name', () => {
  assert.deepEqual(renamed([party, place], [place]), []);
  assert.deepEqual(renamed([party], [party, place]), []);
  assert.deepEqual(
    renamed([party, place], [place, { id: 'date', name: '日期', key: '5', colour: '#005f9e' }]),
    [],
  );
  // Split in two that are equally like it: nobody can say which.
  assert.deepEqual(
    renamed([place, party], [place, { id: 'a', name: '当事方' }, { id: 'b', name: '当事方' }]),
    [],
  );
  // Two that became one.
  const twin = { ...party, id: 'twin', key: undefined };
  assert.deepEqual(renamed([party, twin], [{ ...party, id: 'both', key: undefined }]), []);
});
