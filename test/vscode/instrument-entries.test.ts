import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortTitle } from '../../client/src/citations/short-title.ts';
import {
  entriesOf,
  grouped,
  type Order,
  wholeCharacters,
} from '../../client/src/vscode/instruments/entries.ts';
import type { Instrument } from '../../server/src/instruments/instrument.ts';
import type { CitedInstrument } from '../../server/src/protocol.ts';
import { instrument, mention } from '../citations/example.ts';

/** An instrument cited so many times, first at `start`. */
function cited(title: string, start: number, count: number, facts?: Partial<Instrument>): CitedInstrument {
  return {
    identity: title,
    title,
    ...(facts && { instrument: instrument({ id: title, ...facts }) }),
    mentions: Array.from({ length: count }, (_, index) => mention(start + index)),
  };
}

const list = [
  cited('和平条约', 0, 1, { kind: 'treaty', adopted: { date: '1907-05-02' } }),
  cited('经贸合作规划纲要', 10, 3),
  cited('渔业公约', 20, 3, { kind: 'convention', adopted: { date: '1907' } }),
  cited('山中精神', 30, 1),
  cited('引渡条约', 40, 2, { kind: 'treaty', adopted: { date: '1899-01' } }),
];
const titles = (order: Order) => entriesOf(list, order).map((entry) => entry.cited.title);

test('the list is ordered by first mention, by date or by number of mentions', () => {
  assert.deepEqual(
    titles('mention'),
    list.map(({ title }) => title),
  );
  assert.deepEqual(titles('date'), ['引渡条约', '渔业公约', '和平条约', '经贸合作规划纲要', '山中精神']);
  assert.deepEqual(titles('count'), ['经贸合作规划纲要', '渔业公约', '引渡条约', '和平条约', '山中精神']);
});

test('groups are in their own order, without the empty ones; a title tells the kind of what is not registered', () => {
  assert.deepEqual(
    grouped(entriesOf(list, 'date')).map(([group, entries]) => [
      group,
      entries.map(({ cited }) => cited.title),
    ]),
    [
      ['treaties', ['引渡条约', '和平条约']],
      ['conventions', ['渔业公约']],
      ['plans', ['经贸合作规划纲要']],
      ['others', ['山中精神']],
    ],
  );
  assert.deepEqual(grouped([]), []);
});

test('a kind that the registry tells is not told by the title', () => {
  const [entry] = entriesOf([cited('未来契约', 0, 1, { kind: 'declaration' })], 'mention');
  assert.equal(entry!.group, 'declarations');
});

test('a long title is shown by a short name, or by its beginning and its end', () => {
  const zh = '鲁里坦尼亚王国和格劳施塔克公国睦邻友好合作条约';
  const named = instrument({ names: { zh, zhShort: ['鲁里坦尼亚和格劳施塔克友好条约', '鲁格友好条约'] } });
  assert.equal(shortTitle({ title: zh, instrument: named }), '鲁格友好条约');
  assert.equal(shortTitle({ title: zh }), '鲁里坦尼亚王…邻友好合作条约');
  assert.equal(shortTitle({ title: '鲁格友好条约' }), '鲁格友好条约');
});

test('half a character of a broken source is shown by a sign, and a whole one as it is', () => {
  const shown = wholeCharacters('《\ud842条约𠮷\udfb7》');
  assert.equal(shown, '《�条约𠮷�》');
  assert.equal(decodeURIComponent(encodeURIComponent(shown)), shown);
});
