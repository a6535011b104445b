import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSidecars, type SidecarMerge } from '../../client/src/annotations/merge.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import {
  newSidecar,
  type Sidecar,
  type StoredAnnotation,
  serialiseSidecar,
  withAnnotations,
} from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { replacing, storeOf, tagged } from './marked-text.ts';

const marked = '[中方]重申恪守《联合国宪章》。[俄方]对此表示赞赏。双方同意继续磋商。';
const earlier = '2025-01-01T09:00:00.000Z';
const later = '2025-01-01T10:00:00.000Z';

function stored(store: AnnotationStore, side: Sidecar = newSidecar()): Sidecar {
  return withAnnotations(side, store.toStore(), store.text, sha256);
}

/** The sidecar of two tags, a0001 on 中方 and a0002 on 俄方. */
const base = stored(tagged(marked));
const { text } = tagged(marked);

function openedBy(side: Sidecar, on = text): AnnotationStore {
  return storeOf(on, openSidecar(side, on, sha256).annotations);
}

/** The side with one more tag, on the first of these words. */
function adding(side: Sidecar, id: string, words: string, label = 'party', on = text): Sidecar {
  const store = openedBy(side, on);
  const start = on.indexOf(words);
  const before = new Set(side.annotations.map((tag) => tag.id));
  store.load(
    on,
    store.toStore().map((tag) => ({ ...tag, id: `old ${tag.id}` })),
  );
  store.add({ label, range: { start, end: start + words.length } });
  const made = stored(store, side).annotations.find((tag) => !tag.id.startsWith('old '))!;
  assert.ok(!before.has(id));
  return { ...side, annotations: [...side.annotations, { ...made, id }] };
}

function changing(side: Sidecar, id: string, change: Partial<StoredAnnotation>): Sidecar {
  return {
    ...side,
    annotations: side.annotations.map((tag) => (tag.id === id ? { ...tag, ...change } : tag)),
  };
}

function without(side: Sidecar, id: string): Sidecar {
  return { ...side, annotations: side.annotations.filter((tag) => tag.id !== id) };
}

/** The side after the text was corrected under its tags. */
function correcting(side: Sidecar, old: string, corrected: string): { side: Sidecar; text: string } {
  const store = openedBy(side);
  store.edit([replacing(store, old, corrected)]);
  return { side: stored(store, side), text: store.text };
}

/** One line a tag: id, words, label, and note. */
function lines({ sidecar }: SidecarMerge): string[] {
  return sidecar.annotations.map(({ id, quotes, label, note }) =>
    [id, quotes[0]!.exact, label, note].filter((each) => each !== '').join(' '),
  );
}

/** The words of each tag on a text, as it opens there. */
function words({ sidecar }: SidecarMerge, on: string): string[] {
  const { annotations } = openSidecar(sidecar, on, sha256);
  return annotations.map(
    ({ id, spans, state }) => `${id} ${state === 'orphan' ? '?' : on.slice(spans[0]!.start, spans[0]!.end)}`,
  );
}

test('What one side changed is taken, member by member, and tags of both are there', () => {
  const ours = changing(adding(base, 'b', '联合国宪章', 'instrument'), 'a0001', {
    label: 'organisation',
    attributes: { state: '中国' },
    modified: earlier,
  });
  const theirs = changing(adding(base, 'c', '赞赏', 'position'), 'a0001', {
    note: '待查',
    attributes: { uncertain: true },
    relations: [{ type: 'about', target: 'a0002' }],
    modified: later,
  });
  const merge = mergeSidecars({ base, ours, theirs });
  assert.deepEqual(lines(merge), [
    'a0001 中方 organisation 待查',
    'a0002 俄方 party',
    'b 联合国宪章 instrument',
    'c 赞赏 position',
  ]);
  assert.deepEqual(merge.conflicts, []);
  const [first] = merge.sidecar.annotations;
  assert.deepEqual(first!.attributes, { state: '中国', uncertain: true });
  assert.deepEqual(first!.relations, [{ type: 'about', target: 'a0002' }]);
  assert.equal(first!.modified, later);
  assert.deepEqual(merge.sidecar.text, base.text);
});

test('Where both changed one thing, the later change counts and the other stands in the note, whoever is “ours”', () => {
  const one = changing(base, 'a0001', { label: 'person', attributes: { state: '甲' }, modified: earlier });
  const other = changing(base, 'a0001', { label: 'place', attributes: { state: '乙' }, modified: later });
  for (const sides of [
    { ours: one, theirs: other },
    { ours: other, theirs: one },
  ]) {
    const merge = mergeSidecars({ base, ...sides });
    const [tag] = merge.sidecar.annotations;
    assert.deepEqual([tag!.label, tag!.attributes], ['place', { state: '乙' }]);
    assert.deepEqual(tag!.note.split('\n'), [
      '⚠ 合并冲突 Merge conflict: 标签 label: person',
      '⚠ 合并冲突 Merge conflict: 属性 attribute “state”: 甲',
    ]);
    assert.deepEqual(
      merge.conflicts.map(({ id, member, name, kept, other }) => [id, member, name, kept, other]),
      [
        ['a0001', 'label', '', 'place', 'person'],
        ['a0001', 'attribute', 'state', '乙', '甲'],
      ],
    );
  }
});

test('Two notes are both kept; merged again, nothing is told twice', () => {
  const ours = changing(base, 'a0001', { note: '甲说', modified: earlier });
  const theirs = changing(base, 'a0001', { note: '乙说', modified: later });
  const { sidecar } = mergeSidecars({ base, ours, theirs });
  assert.equal(sidecar.annotations[0]!.note, '乙说\n⚠ 合并冲突 Merge conflict: 备注 note: 甲说');
  const again = mergeSidecars({
    base,
    ours: sidecar,
    theirs: mergeSidecars({ base, ours: theirs, theirs: ours }).sidecar,
  });
  assert.deepEqual([again.sidecar.annotations[0]!.note, again.conflicts], [sidecar.annotations[0]!.note, []]);
});

test('What one removed goes, unless the other changed it; what both removed goes', () => {
  assert.deepEqual(lines(mergeSidecars({ base, ours: base, theirs: without(base, 'a0001') })), [
    'a0002 俄方 party',
  ]);
  assert.deepEqual(lines(mergeSidecars({ base, ours: without(base, 'a0001'), theirs: base })), [
    'a0002 俄方 party',
  ]);
  const theirs = changing(base, 'a0001', { label: 'person', modified: later });
  const merge = mergeSidecars({ base, ours: without(base, 'a0001'), theirs });
  assert.deepEqual(lines(merge), ['a0001 中方 person', 'a0002 俄方 party']);
  assert.deepEqual(
    merge.conflicts.map(({ id, member }) => [id, member]),
    [['a0001', 'deletion']],
  );
  const neither = without(base, 'a0001');
  assert.deepEqual(lines(mergeSidecars({ base, ours: neither, theirs: neither })), ['a0002 俄方 party']);
});

test('A tag that the text alone has shifted counts as unchanged: it goes where the other removed it', () => {
  const { side } = correcting(base, '重申', '再次重申');
  assert.deepEqual(lines(mergeSidecars({ base, ours: side, theirs: without(base, 'a0002') })), [
    'a0001 中方 party',
  ]);
});

test('One tags, the other corrects the text: all tags are on their words in the corrected text', () => {
  const { side, text: corrected } = correcting(base, '重申恪守', '再次重申恪守');
  const ours = adding(adding(base, 'b', '联合国宪章', 'instrument'), 'd', '双方');
  const theirs = adding(side, 'c', '赞赏', 'position', corrected);
  for (const sides of [
    { ours, theirs },
    { ours: theirs, theirs: ours },
  ]) {
    const merge = mergeSidecars({ base, ...sides });
    assert.equal(merge.sidecar.text?.sha256, sha256(corrected));
    const expected = ['a0001 中方', 'a0002 俄方', 'b 联合国宪章', 'c 赞赏', 'd 双方'];
    assert.deepEqual(words(merge, corrected), expected);
    // The tags from the other text say no position in this one, and what is written says the same.
    const places = merge.sidecar.annotations
      .filter(({ places }) => places[0]!.codePoints)
      .map(({ id }) => id);
    assert.deepEqual(places, ['a0001', 'a0002', 'c']);
    const file = serialiseSidecar(merge.sidecar, { document: 'a.txt', sidecar: 'a.txt.annotations.json' });
    const reading = parseSidecar(file);
    assert.ok(reading.ok);
    assert.deepEqual(words({ sidecar: reading.sidecar, conflicts: [] }, corrected), expected);
  }
});

test('Both corrected the text: the merged file names no text, and all tags are found in what comes of it', () => {
  const one = correcting(base, '重申', '再次重申');
  const other = correcting(base, '磋商', '进行磋商');
  const ours = adding(one.side, 'b', '联合国宪章', 'instrument', one.text);
  const theirs = adding(other.side, 'c', '赞赏', 'position', other.text);
  const merge = mergeSidecars({ base, ours, theirs });
  assert.equal(merge.sidecar.text, undefined);
  const result = text.replace('重申', '再次重申').replace('磋商', '进行磋商');
  assert.deepEqual(words(merge, result), ['a0001 中方', 'a0002 俄方', 'b 联合国宪章', 'c 赞赏']);
});

test('A tag that one moved to other words stays where it was put; moved by both, the later move counts', () => {
  const move = (to: string, modified: string) => {
    const store = openedBy(base);
    const start = text.indexOf(to);
    store.setSpans('a0001', [{ start, end: start + to.length }]);
    return changing(stored(store, base), 'a0001', { modified });
  };
  const corrected = correcting(base, '重申', '再次重申');
  const merge = mergeSidecars({ base, ours: move('双方', later), theirs: corrected.side });
  assert.deepEqual(words(merge, corrected.text), ['a0001 双方', 'a0002 俄方']);
  const both = mergeSidecars({ base, ours: move('双方', earlier), theirs: move('联合国宪章', later) });
  assert.deepEqual(lines(both)[0], 'a0001 联合国宪章 party ⚠ 合并冲突 Merge conflict: 位置 place: 双方');
});

test('Moved by both to other places of the same words, the later move counts and the other is told', () => {
  const move = (nth: number, modified: string, words = '方') => {
    const store = openedBy(base);
    const start = Array.from(text.matchAll(new RegExp(words, 'g')))[nth]!.index;
    store.setSpans('a0001', [{ start, end: start + words.length }]);
    return changing(stored(store, base), 'a0001', { modified });
  };
  for (const [ours, theirs] of [
    [move(1, earlier), move(2, later)],
    [move(2, later), move(1, earlier)],
  ] as const) {
    const merge = mergeSidecars({ base, ours, theirs });
    const [tag] = merge.sidecar.annotations;
    assert.deepEqual(tag!.places[0]!.codePoints, { start: 24, end: 25 });
    assert.equal(
      tag!.note,
      '⚠ 合并冲突 Merge conflict: 位置 place: 联合国宪章》。俄【方】对此表示赞赏。双 (15–16)',
    );
    assert.deepEqual(
      merge.conflicts.map(({ id, member }) => [id, member]),
      [['a0001', 'place']],
    );
  }
  const same = mergeSidecars({ base, ours: move(1, earlier), theirs: move(1, later) });
  assert.deepEqual(same.conflicts, []);
});

test('What one side removed stays where the other made a link to it, and the links of that, too', () => {
  const linking = (side: Sidecar, id: string, ...targets: string[]) =>
    changing(side, id, { relations: targets.map((target) => ({ type: 'about', target })), modified: later });
  const linked = ({ sidecar }: SidecarMerge) =>
    sidecar.annotations.map(({ id, relations }) =>
      [id, ...relations.map(({ target }) => target)].join(' → '),
    );
  for (const swap of [false, true]) {
    const merged = (before: Sidecar, one: Sidecar, other: Sidecar) =>
      mergeSidecars({
        base: before,
        ...(swap ? { ours: other, theirs: one } : { ours: one, theirs: other }),
      });
    const used = merged(base, without(base, 'a0002'), linking(base, 'a0001', 'a0002'));
    assert.deepEqual(linked(used), ['a0001 → a0002', 'a0002']);
    assert.deepEqual(
      used.conflicts.map(({ id, member }) => [id, member]),
      [['a0002', 'deletion']],
    );

    // Removing takes the links with it; where the tag comes back since it was changed, they do as well.
    const before = linking(base, 'a0001', 'a0002');
    const removed = linking(without(before, 'a0002'), 'a0001');
    const changed = changing(before, 'a0002', { label: 'person', modified: later });
    assert.deepEqual(linked(merged(before, removed, changed)), ['a0001 → a0002', 'a0002']);
    assert.deepEqual(linked(merged(before, removed, before)), ['a0001']);

    const three = linking(adding(base, 'b', '双方'), 'a0002', 'b');
    const both = without(without(three, 'b'), 'a0002');
    assert.deepEqual(linked(merged(three, both, linking(three, 'a0001', 'a0002'))), [
      'a0001 → a0002',
      'a0002 → b',
      'b',
    ]);
  }
});

test('A note of several lines is told on one', () => {
  const ours = changing(base, 'a0001', { note: '一 \n\n  二\r\n三', modified: earlier });
  const theirs = changing(base, 'a0001', { note: '四', modified: later });
  const { sidecar } = mergeSidecars({ base, ours, theirs });
  assert.equal(sidecar.annotations[0]!.note, '四\n⚠ 合并冲突 Merge conflict: 备注 note: 一 / 二 / 三');
});

test('Without a file before them, nothing counts as removed, and one tag on both sides is one', () => {
  const merge = mergeSidecars({
    base: newSidecar(),
    ours: adding(without(base, 'a0001'), 'b', '双方'),
    theirs: base,
  });
  assert.deepEqual(lines(merge), ['a0001 中方 party', 'a0002 俄方 party', 'b 双方 party']);
  assert.deepEqual(merge.conflicts, []);
  assert.deepEqual(merge.sidecar.text, base.text);
});

test('What is not understood is merged by content, and the page’s own members one by one', () => {
  const sides = (kept: string[], unknown: Sidecar['unknown']): Sidecar => ({ ...base, kept, unknown });
  const merge = mergeSidecars({
    base: sides(['甲', '乙'], { label: 'x', a: 1 }),
    ours: sides(['乙', '丙'], { label: 'y', a: 1, b: 2 }),
    theirs: sides(['甲', '乙', '丁'], { label: 'z', a: 3 }),
  });
  assert.deepEqual(merge.sidecar.kept, ['乙', '丙', '丁']);
  assert.deepEqual(merge.sidecar.unknown, { label: 'z', a: 3, b: 2, 'jiaozhu:conflict': [{ label: 'y' }] });
  assert.deepEqual(
    merge.conflicts.map(({ id, name }) => [id, name]),
    [['', 'label']],
  );
});

test('Members of a tag that are not ours are merged as well, whatever they are called', () => {
  const foreign = (members: string) => changing(base, 'a0001', { unknown: { members: JSON.parse(members) } });
  const merge = mergeSidecars({
    base,
    ours: foreign('{"__proto__": 1, "see": "a"}'),
    theirs: foreign('{"constructor": 2}'),
  });
  assert.equal(
    JSON.stringify(merge.sidecar.annotations[0]!.unknown),
    '{"members":{"__proto__":1,"see":"a","constructor":2}}',
  );
});
