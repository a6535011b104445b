import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { citationsOf } from '../../client/src/citations/citation.ts';
import { csvLines, csvOf } from '../../client/src/citations/csv.ts';
import { citationOf, hostileTitles, mention } from './example.ts';
import { parseCsv } from './strict-csv.ts';

const rows = (text: string): Record<string, string>[] => {
  const [head, ...records] = parseCsv(text);
  return records.map((record) => Object.fromEntries(record.map((cell, at) => [head![at], cell])));
};

test('a head and a line for each citation', () => {
  const citation = citationOf(
    { parties: ['RU', 'GK'], adopted: { place: 'Strelsau, Ruritania', date: '1907' } },
    [mention(4), mention(20, { form: 'anaphor' })],
  );
  assert.equal(
    csvOf([citation]),
    [
      'identity,kind,title_zh,title_en,parties,date,date_from,place,in_force,registration,link,forms,count,positions,candidates',
      'ruritania-graustark-peace-1907,treaty,鲁里坦尼亚和格劳施塔克和平条约,Treaty of Peace between Ruritania and Graustark,RU; GK,1907,registry,"Strelsau, Ruritania",,,,full; anaphor,2,L1:5; L1:21,',
      '',
    ].join('\r\n'),
  );
  assert.deepEqual(rows(csvOf([])), []);
});

test('wordings that nobody could resolve have a line without an identity', () => {
  const unresolved = [{ ...mention(0, { text: '《北京宣言》' }), candidates: [] }];
  const [row] = rows(csvOf(citationsOf({ cited: [], unresolved }, () => ({ line: 7, column: 1 }))));
  assert.deepEqual([row!.identity, row!.title_zh, row!.positions], ['', '北京宣言', 'L7:1']);
});

test('whatever a title holds, it comes back, and no spreadsheet runs it', () => {
  const title = fc.oneof(fc.constantFrom(...hostileTitles), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(title, { maxLength: 5 }), (titles) => {
      const citations = titles.map((zh) => citationOf({ names: { zh } }));
      const read = rows(csvOf(citations));
      assert.deepEqual(
        // The marks that keep it from being run may be more than one.
        read.map(({ title_zh }) => title_zh!.replaceAll("'", '')),
        citations.map(({ titleZh }) => titleZh.replaceAll("'", '')),
      );
      for (const cell of read.flatMap((row) => Object.values(row))) {
        assert.doesNotMatch(cell!, /^[=+\-@＝＋－＠\t\r]|[\r\n]/);
      }
    }),
  );
});

test('a cell is no formula either where a spreadsheet parts cells by semicolons or tabs', () => {
  // Excel does so where the decimal mark is a comma, and takes no heed of quotation marks inside a line.
  for (const [text, written] of [
    ['和平;=1+1', "和平;'=1+1"],
    ['和平; =1+1', "和平; '=1+1"],
    ['和平;"=1+1"', `和平;"'=1+1"`],
    ['和平\t＝1', "和平\t'＝1"],
    ['和平\n@SUM(1)', "和平\n'@SUM(1)"],
    [';;-1', ";;'-1"],
    ['和平; 友好', '和平; 友好'],
    ['甲=乙', '甲=乙'],
  ]) {
    assert.equal(parseCsv(csvLines([['x', text!]]))[0]![1], written);
  }
  const hostile = fc.array(fc.constantFrom(...'=+-@＝;\t\n"\'a ,\u200b'), { maxLength: 12 });
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      const [first, ...others] = csvLines([[a.join(''), b.join('')]]).split(/[;\t\r\n]/);
      // At the beginning of a line a quotation mark belongs to the cell, or keeps it together.
      assert.doesNotMatch(first!, /^[\s\u200b]*[=+\-@＝]/);
      for (const cell of others) assert.doesNotMatch(cell, /^[\s"\u200b]*[=+\-@＝]/);
    }),
  );
});
