import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf } from '../../../client/src/annotations/adjudication/record.ts';
import { openSidecar } from '../../../client/src/annotations/opening.ts';
import { sha256 } from '../../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../../client/src/annotations/sidecar-parser.ts';
import { Settling, sideOf } from './settling.ts';

const two = () =>
  new Settling(
    sideOf('Li', '[party:中国]愿同[party:俄罗斯联邦]合作，[date:今年]起'),
    sideOf('Wang', '[party:中国]愿同[party:俄罗斯]联邦合作，今年起'),
  );

test('What is agreed is written as such, with whose tags it stands for', () => {
  const it = two().acceptAgreed();
  assert.deepEqual(it.result, ['中国 party']);
  const [tag] = it.settled;
  const record = recordOf(tag!)!;
  assert.equal(record.decision, 'agreed');
  assert.deepEqual(
    record.of.map(({ annotator, id, taken }) => [annotator, id, taken]),
    [
      ['Li', 'Li1', true],
      ['Wang', 'Wang1', true],
    ],
  );
  assert.deepEqual(it.told, ['agreed Li1+Wang1', 'open Li2+Wang2 span', 'open Li3 missing']);
  assert.deepEqual(it.acceptAgreed().settled, [tag], 'once is enough');
});

test('The tags of one annotator are taken, by anybody’s number', () => {
  const it = two().decide('Li2', { type: 'take', side: 1 });
  assert.deepEqual(it.result, ['俄罗斯 party']);
  const record = recordOf(it.settled[0]!)!;
  assert.equal(record.decision, 'taken');
  assert.equal(record.from, 'Wang');
  assert.deepEqual(record.among, ['Li', 'Wang']);
  assert.equal(record.by, '主编');
  assert.deepEqual(
    record.of.map(({ id, taken }) => [id, taken]),
    [
      ['Li2', false],
      ['Wang2', true],
    ],
  );
  assert.equal(it.told[1], 'settled Li2+Wang2 span');
});

test('To take what an annotator has not is to take nothing, and is remembered', () => {
  const it = two().decide('Li3', { type: 'take', side: 1 });
  assert.deepEqual(it.result, ['(今年 date)']);
  assert.equal(it.told[2], 'settled Li3 missing');
});

test('All are taken, or none', () => {
  assert.deepEqual(two().decide('Li2', { type: 'all' }).result.toSorted(), [
    '俄罗斯 party',
    '俄罗斯联邦 party',
  ]);
  const none = two().decide('Li2', { type: 'neither' });
  assert.deepEqual(none.result, ['(俄罗斯联邦 party)']);
  assert.equal(none.told[1], 'settled Li2+Wang2 span');
});

test('All of what says different things of the same words is one tag that says them all', () => {
  const it = new Settling(
    sideOf('Li', '[party:中国]', { Li1: { note: '一', attributes: { role: 'a', sure: true } } }),
    sideOf('Wang', '[party:中国]', { Wang1: { note: '二', attributes: { role: 'b' } } }),
  ).decide('Li1', { type: 'all' });
  assert.equal(it.settled.length, 1);
  assert.equal(it.settled[0]!.note, '一\n二');
  assert.deepEqual(it.settled[0]!.attributes, { role: 'a', sure: true });
});

test('Another tag than any annotator’s can be written', () => {
  const it = two().decide('Li2', {
    type: 'edit',
    tag: { base: 0, label: 'place', spans: [{ start: 4, end: 11 }], attributes: {}, note: '连“合作”' },
  });
  assert.deepEqual(it.result, ['俄罗斯联邦合作 place']);
  assert.equal(it.settled[0]!.note, '连“合作”');
  assert.equal(recordOf(it.settled[0]!)!.decision, 'edited');
});

test('A decision can be made anew: nothing is left of the former one', () => {
  const it = two().decide('Li2', { type: 'all' }).decide('Li2', { type: 'neither' });
  assert.deepEqual(it.result, ['(俄罗斯联邦 party)']);
  assert.deepEqual(it.decide('Wang2', { type: 'take', side: 0 }).result, ['俄罗斯联邦 party']);
});

test('Work goes on where it was left, from the file alone', () => {
  const it = two().acceptAgreed().decide('Li2', { type: 'take', side: 0 }).decide('Li3', { type: 'neither' });
  const names = { document: 'a.txt', sidecar: 'a.txt.settled.annotations.json' };
  const written = serialiseSidecar(withAnnotations(newSidecar(), it.settled, it.text, sha256), names);
  const reading = parseSidecar(written);
  assert.ok(reading.ok);
  const again = two();
  again.settled = openSidecar(reading.sidecar, it.text, sha256).annotations;
  assert.deepEqual(again.told, it.told);
  assert.deepEqual(again.settlement.counts, { agreed: 1, settled: 2, open: 0 });
});

const later = '2025-03-01T09:00:00.000Z';

test('A tag that its annotator has changed since is open again, with the decision that was made', () => {
  const it = two().decide('Li2', { type: 'take', side: 0 });
  const [li, wang] = it.sides;
  const tags = wang!.tags.map((tag) =>
    tag.id === 'Wang2' ? { ...tag, label: 'place', modified: later } : tag,
  );
  it.sides = [li!, { ...wang!, tags }];
  assert.equal(it.told[1], 'open! Li2+Wang2 label,span');
  const [former] = it.settlement.items[1]!.former;
  assert.equal(former!.record.decision, 'taken');
  assert.deepEqual(it.result, ['俄罗斯联邦 party'], 'it stands until it is decided anew');
});

test('A tag that is new where somebody has none, or gone, opens what was settled about it', () => {
  const it = two().decide('Li3', { type: 'take', side: 0 });
  const [li, wang] = it.sides;
  it.sides = [{ ...li!, tags: li!.tags.slice(0, 2) }, wang!];
  assert.equal(it.told.at(-1), 'open! missing');
  const { id } = it.settled[0]!;
  assert.deepEqual(it.decide(id, { type: 'all' }).result, ['今年 date']);
  assert.equal(it.told.at(-1), 'settled missing');
  assert.deepEqual(it.decide(id, { type: 'neither' }).result, ['(今年 date)']);
  it.sides = [li!, wang!];
  assert.equal(it.told[2], 'open! Li3 missing', 'it has come back');
});

test('What the annotators agree on by now is agreed, unless a person has decided otherwise', () => {
  const it = two().acceptAgreed().decide('Li2', { type: 'take', side: 1 });
  const [li, wang] = it.sides;
  const relabelled = (tags: typeof li) =>
    tags!.tags.map((tag) => (tag.id.endsWith('1') ? { ...tag, label: 'place', modified: later } : tag));
  const moved = wang!.tags.map((tag) =>
    tag.id === 'Wang2' ? { ...tag, spans: li!.tags[1]!.spans, modified: later } : tag,
  );
  it.sides = [
    { ...li!, tags: relabelled(li) },
    { ...wang!, tags: relabelled({ ...wang!, tags: moved }) },
  ];
  assert.deepEqual(it.told.slice(0, 2), ['agreed! Li1+Wang1', 'open! Li2+Wang2']);
  assert.deepEqual(it.acceptAgreed().result, ['中国 place', '俄罗斯 party']);
});

test('One who tags later has not agreed yet; what was decided about what they have not tagged stands', () => {
  const it = two().acceptAgreed().decide('Li2', { type: 'take', side: 0 });
  const zhao = sideOf('Zhao', '中国愿同俄罗斯联邦合作，[date:今年]起');
  it.sides = [...it.sides, zhao];
  assert.deepEqual(it.told, [
    'open! Li1+Wang1 missing',
    'settled Li2+Wang2 missing,span',
    'open Li3+Zhao1 missing',
  ]);
  const same = sideOf('Zhao', '[party:中国]愿同[party:俄罗斯联邦]合作，今年起');
  it.sides = [...it.sides.slice(0, 2), same];
  assert.deepEqual(it.told, ['agreed! Li1+Wang1+Zhao1', 'open! Li2+Wang2+Zhao2 span', 'open Li3 missing']);
});

test('Two who have settled the same differently leave it open, with both decisions', () => {
  const one = two().decide('Li2', { type: 'take', side: 0 });
  const other = two().decide('Li2', { type: 'take', side: 1 });
  one.settled = [...one.settled, ...other.settled];
  assert.equal(one.told[1], 'open! Li2+Wang2 span');
  assert.equal(one.settlement.items[1]!.former.length, 2);
  assert.deepEqual(one.decide('Li2', { type: 'take', side: 1 }).result, ['俄罗斯 party']);
});

test('A tag of the settled set that was made by hand is left alone', () => {
  const it = two();
  it.settled = sideOf('settled', '中国愿同俄罗斯联邦[commitment:合作]，今年起').tags;
  it.acceptAgreed().decide('Li2', { type: 'take', side: 0 });
  assert.deepEqual(it.result, ['中国 party', '俄罗斯联邦 party', '合作 commitment']);
});

test('Relations lead to what was settled of their targets, as soon as that is', () => {
  const relations = [{ type: 'with', target: 'Li2' }];
  const it = new Settling(
    sideOf('Li', '[party:中国]愿同[party:俄罗斯联邦]合作', { Li1: { relations } }),
    sideOf('Wang', '中国愿同[party:俄罗斯]联邦合作'),
  );
  it.decide('Li1', { type: 'take', side: 0 });
  const from = it.settled[0]!.id;
  const links = () => it.settled.find(({ id }) => id === from)!.relations.map(({ target }) => target);
  const target = () => it.settled.filter(({ id }) => id !== from).map(({ id }) => id);
  assert.deepEqual(links(), []);
  assert.deepEqual(it.loose, [{ from, relation: relations[0], why: 'open' }]);
  it.decide('Li2', { type: 'take', side: 1 });
  assert.deepEqual(links(), target(), 'also to another annotator’s');
  it.decide('Li2', { type: 'take', side: 0 });
  assert.deepEqual(links(), target());
  it.decide('Li2', { type: 'neither' });
  assert.deepEqual(links(), []);
  assert.deepEqual(it.loose, [{ from, relation: relations[0], why: 'not-taken' }]);
});

test('Chains have one name, whosever tags are taken', () => {
  const marked = '[party:中国]与[party:中方]及[party:我方]';
  const it = new Settling(
    sideOf('Li', marked, { Li1: { chain: '中' }, Li2: { chain: '中' } }),
    sideOf('Wang', marked, { Wang1: { chain: 'c' }, Wang2: { chain: 'c' }, Wang3: { chain: 'c' } }),
  );
  it.acceptAgreed().decide('Li3', { type: 'take', side: 1 });
  assert.deepEqual(
    it.settled.map(({ chain }) => chain),
    ['中', '中', '中'],
  );
});

test('A record that is not understood makes a tag no decision', () => {
  const hostile = [
    null,
    7,
    'agreed',
    {},
    { decision: 'taken', among: [], of: [{ annotator: 1, id: 'Li1' }] },
    { decision: '__proto__', among: [], of: [] },
    { decision: 'taken', among: 'Li', of: [] },
  ];
  for (const record of hostile) {
    const [tag] = sideOf('Li', '[party:中国]').tags;
    const settled = { ...tag!, unknown: { members: { 'jiaozhu:adjudication': record } } };
    assert.equal(recordOf(settled), undefined);
  }
});
