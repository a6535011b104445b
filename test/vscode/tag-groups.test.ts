import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupTags } from '../../client/src/vscode/tagging/tag-groups.ts';
import type { ReadingPart } from '../../server/src/protocol.ts';
import { tagAt } from './tag.ts';

const parts: ReadingPart[] = [
  { kind: 'title', label: '联合声明', start: 2, end: 10 },
  { kind: 'preamble', label: '应邀请……', start: 12, end: 40 },
  { kind: 'section', label: '一', start: 41, end: 90 },
];
const shown = (...starts: number[]) =>
  groupTags(
    parts,
    starts.map((start) => tagAt(start, start + 2)),
  ).map(({ part, tags }) => [part?.label, tags.map(({ id }) => id)]);

test('a tag belongs to the part in which it begins', () => {
  assert.deepEqual(shown(3, 13, 39, 41, 60), [
    ['联合声明', ['3-5']],
    ['应邀请……', ['13-15', '39-41']],
    ['一', ['41-43', '60-62']],
  ]);
});

test('parts without tags are left out; tags before the first part come first', () => {
  assert.deepEqual(shown(0, 50), [
    [undefined, ['0-2']],
    ['一', ['50-52']],
  ]);
});

test('without parts there is one group', () => {
  assert.deepEqual(
    groupTags([], [tagAt(0, 2), tagAt(5, 9)]).map(({ tags }) => tags.length),
    [2],
  );
  assert.deepEqual(groupTags(parts, []), []);
});
