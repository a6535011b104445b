import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { groupTags, type ListedTags, type TagGrouping } from '../../client/src/vscode/tagging/tag-groups.ts';
import type { ReadingPart } from '../../server/src/protocol.ts';
import { tagAt } from './tag.ts';

const parts: ReadingPart[] = [
  { kind: 'title', label: '联合声明', start: 2, end: 10 },
  { kind: 'preamble', label: '应邀请……', start: 12, end: 40 },
  { kind: 'section', label: '一', start: 41, end: 90 },
];
const listed = (anchored: readonly Annotation[], orphans: readonly Annotation[] = []): ListedTags => ({
  mine: { annotator: 'Li', snapshot: { anchored, orphans }, shows: () => true },
  others: [],
  parts,
  labels: ['party', 'person', 'position'],
});
const shown = (by: TagGrouping, tags: ListedTags) =>
  groupTags(by, tags).map(({ key, tags }) => [key, tags.map(({ id }) => id)]);

test('a tag belongs to the part in which it begins', () => {
  const tags = [3, 13, 39, 41, 60].map((start) => tagAt(start, start + 2));
  assert.deepEqual(shown('section', listed(tags)), [
    ['section 1 title 联合声明', ['3-5']],
    ['section 1 preamble 应邀请……', ['13-15', '39-41']],
    ['section 1 section 一', ['41-43', '60-62']],
  ]);
});

test('parts without tags are left out; tags before the first part come first', () => {
  assert.deepEqual(shown('section', listed([tagAt(0, 2), tagAt(50, 52)])), [
    ['section', ['0-2']],
    ['section 1 section 一', ['50-52']],
  ]);
});

test('without parts there is one group, without tags none', () => {
  const tags = [tagAt(0, 2), tagAt(5, 9)];
  assert.deepEqual(shown('section', { ...listed(tags), parts: [] }), [['section', ['0-2', '5-9']]]);
  for (const by of ['section', 'label', 'state', 'annotator'] as const)
    assert.deepEqual(shown(by, listed([])), []);
});

test('two parts of one name are two groups, each with a key of its own whatever is tagged before', () => {
  const twice = [
    { kind: 'section' as const, label: '一', start: 0, end: 10 },
    { kind: 'section' as const, label: '一', start: 10, end: 20 },
  ];
  const keys = (tags: readonly Annotation[]) => groupTags('section', { ...listed(tags), parts: twice });
  assert.deepEqual(
    keys([tagAt(1, 2), tagAt(11, 12)]).map(({ key }) => key),
    ['section 1 section 一', 'section 2 section 一'],
  );
  assert.deepEqual(
    keys([tagAt(11, 12)]).map(({ key }) => key),
    ['section 2 section 一'],
  );
});

test('labels come in the order of the scheme, unknown ones after them', () => {
  const tags = [
    tagAt(0, 1, { label: 'zeta' }),
    tagAt(2, 3, { label: 'position' }),
    tagAt(4, 5),
    tagAt(6, 7, { label: '__proto__' }),
  ];
  assert.deepEqual(shown('label', listed(tags)), [
    ['label party', ['4-5']],
    ['label position', ['2-3']],
    ['label __proto__', ['6-7']],
    ['label zeta', ['0-1']],
  ]);
});

test('rejected and lost tags are listed by their state alone; a mark on a section is no tag', () => {
  const tags = [
    tagAt(0, 1),
    tagAt(2, 3, { review: 'suggested' }),
    tagAt(4, 5, { review: 'rejected' }),
    tagAt(41, 42, { label: 'reviewed', scope: 'section' }),
  ];
  const lost = [tagAt(6, 6, { state: 'orphan' })];
  assert.deepEqual(shown('label', listed(tags, lost)), [['label party', ['0-1', '2-3']]]);
  assert.deepEqual(shown('state', listed(tags, lost)), [
    ['state suggested', ['2-3']],
    ['state accepted', ['0-1']],
    ['state rejected', ['4-5']],
    ['state orphan', ['6-6']],
  ]);
});

test('others’ accepted tags are listed under their names', () => {
  const theirs = [tagAt(8, 9, { id: 'w' }), tagAt(10, 11, { id: 'v', review: 'suggested' })];
  const tags = {
    ...listed([tagAt(0, 1)]),
    others: [{ annotator: 'Wang', snapshot: { anchored: theirs, orphans: [] }, shows: () => true }],
  };
  assert.deepEqual(shown('annotator', tags), [
    ['mine', ['0-1']],
    ['annotator Wang', ['w']],
  ]);
  assert.deepEqual(shown('label', tags), [['label party', ['0-1']]]);
});

test('only what the filter shows is listed', () => {
  const some = listed([tagAt(0, 1), tagAt(2, 3)]);
  const filtered = { ...some, mine: { ...some.mine, shows: ({ id }: Annotation) => id === '2-3' } };
  assert.deepEqual(shown('label', filtered), [['label party', ['2-3']]]);
});
