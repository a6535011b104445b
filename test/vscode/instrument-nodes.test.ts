import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionAt, type Node, nodesOf } from '../../client/src/vscode/instruments/nodes.ts';
import { instrument, mention } from '../citations/example.ts';

const one = instrument({ id: 'one' });
const other = instrument({ id: 'other' });
const result = {
  cited: [
    { identity: 'one', instrument: one, title: '和平条约', mentions: [mention(0), mention(30)] },
    { identity: '《合作计划》', title: '合作计划', mentions: [{ ...mention(10), end: 25 }] },
  ],
  unresolved: [
    { ...mention(12, { text: '《宣言》' }), candidates: [one, other] },
    { ...mention(40, { text: '《宣言》' }), candidates: [other] },
  ],
};

/** The rows as an indented text, each by its id. */
function drawn(nodes: readonly Node[], indent = ''): string[] {
  return nodes.flatMap((node) => [indent + node.id, ...drawn(node.children, `${indent}  `)]);
}

test('groups hold instruments, instruments their mentions, and what is unresolved its candidates', () => {
  assert.deepEqual(drawn(nodesOf(result, 'mention', true)), [
    'treaties',
    '  entry one',
    '    entry one mention 0',
    '    entry one mention 1',
    'plans',
    '  entry 《合作计划》',
    '    entry 《合作计划》 mention 0',
    'unresolved',
    '  wording 《宣言》',
    '    wording 《宣言》 mention 0',
    '    wording 《宣言》 mention 1',
    '    wording 《宣言》 candidate one',
    '    wording 《宣言》 candidate other',
  ]);
});

test('without groups the instruments are at the top, and what is unresolved still comes last', () => {
  const nodes = nodesOf(result, 'mention', false);
  assert.deepEqual(
    nodes.map(({ id, parent }) => [id, parent]),
    ['entry one', 'entry 《合作计划》', 'unresolved'].map((id) => [id, undefined]),
  );
  assert.deepEqual(nodesOf({ cited: [], unresolved: [] }, 'mention', true), []);
});

test('every row names the one above it, and no two have one id', () => {
  const ids = new Set<string>();
  const look = (node: Node) => {
    assert.ok(!ids.has(node.id), node.id);
    ids.add(node.id);
    for (const child of node.children) {
      assert.equal(child.parent, node);
      look(child);
    }
  };
  nodesOf(result, 'date', true).forEach(look);
  assert.equal(ids.size, 13);
});

test('the mention at an offset is the innermost one, resolved or not', () => {
  const nodes = nodesOf(result, 'mention', true);
  const at = (offset: number) => mentionAt(nodes, offset)?.id;
  assert.equal(at(2), 'entry one mention 0');
  assert.equal(at(11), 'entry 《合作计划》 mention 0');
  assert.equal(at(13), 'wording 《宣言》 mention 0');
  assert.equal(at(34), 'entry one mention 1');
  assert.equal(at(36), undefined);
});
