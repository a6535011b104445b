import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import { draftsOf, leavesLinks } from '../../client/src/annotations/taking-over.ts';
import { tagAt } from '../vscode/tag.ts';

const text = '双方愿继续合作。';

const open = () => {
  let id = 0;
  return createAnnotationStore(text, [], {
    creator: 'Li',
    now: () => '2030-01-02T00:00:00.000Z',
    newId: () => `mine-${++id}`,
  });
};

const theirs = [
  tagAt(0, 2, { note: '两国', chain: '双方', relations: [] }),
  tagAt(3, 5, { label: 'commitment', relations: [{ type: 'by', target: '0-2' }], review: 'rejected' }),
];

test('all tags of another become my own in one step of undo, with links, chains, notes and what was rejected', () => {
  const store = open();
  store.addAll(draftsOf(theirs, true));
  const [first, second] = store.snapshot.anchored;
  assert.equal(first?.note, '两国');
  assert.equal(first?.chain, '双方');
  assert.equal(first?.creator, 'Li');
  assert.equal(second?.review, 'rejected');
  assert.deepEqual(second?.relations, [{ type: 'by', target: first?.id }]);
  assert.equal(leavesLinks(theirs, draftsOf(theirs, true)), false);
  store.undo();
  assert.equal(store.snapshot.anchored.length, 0);
  assert.equal(store.snapshot.canUndo, false);
});

test('a link leads to the tag of mine that was there already', () => {
  const store = open();
  const mine = store.add({ label: 'party', range: { start: 0, end: 2 }, note: 'my own note' });
  store.addAll(draftsOf(theirs, true));
  const [first, second] = store.snapshot.anchored;
  assert.equal(first?.id, mine?.id);
  assert.equal(first?.note, 'my own note');
  assert.deepEqual(second?.relations, [{ type: 'by', target: mine?.id }]);
});

test('of some tags alone the links to others and the chains stay behind, and that can be told', () => {
  const drafts = draftsOf([theirs[1]!], false);
  assert.deepEqual(drafts[0]?.relations, []);
  assert.equal(leavesLinks([theirs[1]!], drafts), true);
  assert.equal(draftsOf([theirs[0]!], false)[0]?.chain, undefined);
});

test('a tag without words is passed over, and a link to it with it', () => {
  const lost = tagAt(0, 0, { id: 'lost' });
  const linked = tagAt(0, 2, { relations: [{ type: 'by', target: 'lost' }] });
  assert.deepEqual(
    draftsOf([lost, linked], true).map(({ copyOf, relations }) => [copyOf, relations]),
    [['0-2', []]],
  );
});
