import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import type { TagGroup } from '../../client/src/vscode/tagging/tag-groups.ts';
import { type GroupRow, type TagLine, TagTree } from '../../client/src/vscode/tagging/tag-tree.ts';
import { tagAt } from './tag.ts';

const party = (...tags: Annotation[]): TagGroup => ({
  key: 'label party',
  head: { by: 'label', label: 'party' },
  tags,
});
const place = (...tags: Annotation[]): TagGroup => ({
  key: 'label place',
  head: { by: 'label', label: 'place' },
  tags,
});
const lookOf = ({ annotation }: TagLine) => annotation.note;

/** A tree whose rows have all been seen. */
function seen(...groups: TagGroup[]): TagTree {
  const tree = new TagTree(lookOf);
  assert.equal(tree.update(groups, false), 'all');
  for (const row of tree.roots) for (const line of tree.below(row as GroupRow)) tree.seen(line);
  return tree;
}
const ids = (rows: readonly { id: string }[] | 'all') => (rows === 'all' ? rows : rows.map(({ id }) => id));

test('a group that nobody has opened has no lines yet, and costs none when its tags change', () => {
  let looked = 0;
  const tree = new TagTree(() => {
    looked += 1;
    return '';
  });
  const many = Array.from({ length: 5000 }, (_, i) => tagAt(i, i + 1));
  tree.update([party(...many)], false);
  tree.update([party(...many.map((tag) => ({ ...tag, note: 'new' })))], false);
  assert.equal(looked, 0);
});

test('after a change only the lines that look otherwise are drawn anew', () => {
  const [a, b, c] = [tagAt(0, 1), tagAt(2, 3), tagAt(4, 5)];
  const tree = seen(party(a, b), place(c));
  assert.deepEqual(ids(tree.update([party(a, { ...b, note: 'x' }), place(c)], false)), ['label party 2-3']);
});

test('tags that only moved are not drawn anew', () => {
  const tree = seen(party(tagAt(0, 1), tagAt(2, 3)));
  const moved = party(tagAt(5, 6, { id: '0-1' }), tagAt(7, 8, { id: '2-3' }));
  assert.deepEqual(tree.update([moved], false), []);
  const [line] = tree.below(tree.roots[0] as GroupRow);
  assert.deepEqual(line?.annotation.spans, [{ start: 5, end: 6 }]);
});

test('a tag more or less draws its group anew, and no other; its lines stay the same rows', () => {
  const [a, b, c] = [tagAt(0, 1), tagAt(2, 3), tagAt(4, 5)];
  const tree = seen(party(a), place(c));
  const [row] = tree.roots as GroupRow[];
  const [line] = tree.below(row!);
  assert.deepEqual(ids(tree.update([party(a, b), place(c)], false)), ['label party']);
  assert.equal(tree.below(row!)[0], line);
  assert.deepEqual(ids(tree.below(row!)), ['label party 0-1', 'label party 2-3']);
});

test('a group more or less draws all anew, and keeps the rows that stay', () => {
  const tree = seen(party(tagAt(0, 1)));
  const [row] = tree.roots;
  assert.equal(tree.update([party(tagAt(0, 1)), place(tagAt(2, 3))], false), 'all');
  assert.equal(tree.roots[0], row);
});

test('a flat list has the tags at its roots, without a parent', () => {
  const tree = new TagTree(lookOf);
  tree.update([party(tagAt(0, 1))], true);
  const [line] = tree.roots as TagLine[];
  assert.equal(line?.tag, '0-1');
  assert.equal(line?.parent, undefined);
  assert.equal(tree.update([party(tagAt(0, 1), tagAt(2, 3))], true), 'all');
  assert.equal(tree.update([party(tagAt(0, 1), tagAt(2, 3))], false), 'all');
  assert.equal(tree.below(tree.roots[0] as GroupRow)[0]?.parent, tree.roots[0]);
});
