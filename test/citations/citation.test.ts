import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationsOf, isWork } from '../../client/src/citations/citation.ts';
import { citationOf, instrument, mention } from './example.ts';

const positionOf = (offset: number) => ({ line: 1, column: offset + 1 });

test('a citation holds what the registry knows, and every mention', () => {
  const facts = {
    parties: ['RU', 'GK'],
    adopted: { place: 'Strelsau', date: '1907-05-02' },
    inForce: '1908',
    registration: '1 LNTS 1',
    link: 'https://example.org/treaty',
  };
  assert.deepEqual(citationOf(facts, [mention(4), mention(20, { form: 'anaphor' }), mention(30)]), {
    identity: 'ruritania-graustark-peace-1907',
    kind: 'treaty',
    titleZh: '鲁里坦尼亚和格劳施塔克和平条约',
    titleEn: 'Treaty of Peace between Ruritania and Graustark',
    parties: ['RU', 'GK'],
    date: '1907-05-02',
    dateFrom: 'registry',
    place: 'Strelsau',
    inForce: '1908',
    registration: '1 LNTS 1',
    link: 'https://example.org/treaty',
    forms: ['full', 'anaphor'],
    positions: [5, 21, 31].map((column) => ({ line: 1, column })),
    candidates: [],
  });
});

test('the text tells the date where the registry does not, but for that of what came later', () => {
  const dateOf = (...mentions: { date?: string; verb?: string }[]) => {
    const { date, dateFrom } = citationOf(
      {},
      mentions.map((each, at) => mention(at, each)),
    );
    return [date, dateFrom];
  };
  assert.deepEqual(dateOf({}, { date: '1907-05', verb: '签署' }), ['1907-05', 'text']);
  assert.deepEqual(dateOf({ date: '1907' }), ['1907', 'text']);
  for (const verb of ['生效', '批准', '加入', '修訂']) {
    assert.deepEqual(dateOf({ date: '1908', verb }), [undefined, undefined]);
  }
  assert.deepEqual(dateOf({ date: '1908', verb: '生效' }, { date: '1907', verb: '签订' }), ['1907', 'text']);
  const registered = citationOf({ adopted: { date: '1907' } }, [mention(0, { date: '1906', verb: '签署' })]);
  assert.deepEqual([registered.date, registered.dateFrom], ['1907', 'registry']);
});

test('a link that is not https is left out', () => {
  assert.equal(citationOf({ link: 'javascript:alert(1)' }).link, undefined);
  assert.equal(citationOf({ link: 'https://example.org/' }).link, 'https://example.org/');
});

test('what nobody could resolve comes last, one for each wording, with what it could be', () => {
  const [one, other] = ['beijing-1995', 'beijing-2000'].map((id) => instrument({ id }));
  const unresolved = [
    { ...mention(3, { text: '《北京宣言》' }), candidates: [one!, other!] },
    { ...mention(9, { text: '该文件', form: 'anaphor' as const }), candidates: [] },
    { ...mention(12, { text: '《北京宣言》', form: 'undefined-short' as const }), candidates: [other!] },
  ];
  const cited = [{ identity: '《双边备忘录》', title: '双边备忘录', mentions: [mention(0)] }];
  const list = citationsOf({ cited, unresolved }, positionOf);
  assert.deepEqual(
    list.map(({ identity, titleZh, candidates }) => [identity, titleZh, candidates]),
    [
      ['《双边备忘录》', '双边备忘录', []],
      ['', '北京宣言', ['beijing-1995', 'beijing-2000']],
      ['', '该文件', []],
    ],
  );
  assert.deepEqual(list[1]!.forms, ['full', 'undefined-short']);
  assert.equal(list[1]!.positions.length, 2);
});

test('a document is no work that it cites, and neither is what nobody could resolve', () => {
  assert.ok(isWork(citationOf()));
  assert.ok(isWork(citationOf({}, [mention(0, { form: 'self' }), mention(9, { form: 'full' })])));
  assert.ok(!isWork(citationOf({}, [mention(0, { form: 'self' })])));
  const unresolved = [{ ...mention(0), candidates: [] }];
  assert.ok(!isWork(citationsOf({ cited: [], unresolved }, positionOf)[0]!));
});
