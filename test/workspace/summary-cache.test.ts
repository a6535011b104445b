import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatementSummary } from '../../server/src/workspace/summary.ts';
import { SummaryCache } from '../../server/src/workspace/summary-cache.ts';

const summary: StatementSummary = {
  title: '甲国和乙国联合声明',
  place: [0, 0, 0, 9],
  identity: '《甲国和乙国联合声明》',
  parts: [{ kind: 'section', label: '一、\t“政治”\n', place: [2, 0, 2, 2] }],
  cited: [{ identity: 'un-charter', title: '联合国宪章', mentions: [['full', 4, 4, 4, 11]] }],
};

/** A cache of this version that holds the summary, as text. */
function written(version = '1'): string {
  const cache = new SummaryCache(version);
  cache.set('key', summary);
  return cache.toText()!;
}

test('what was kept comes back', () => {
  assert.deepEqual(new SummaryCache('1', written()).get('key'), summary);
  assert.equal(new SummaryCache('1', written()).get('other'), undefined);
});

test('another version forgets all', () => {
  assert.equal(new SummaryCache('2', written('1')).get('key'), undefined);
});

test('writes only what is new, and forgets what nobody asked for', () => {
  const again = new SummaryCache('1', written());
  assert.equal(again.toText(), null);
  again.set('new', summary);
  const text = again.toText()!;
  assert.equal(again.toText(), null);
  assert.equal(new SummaryCache('1', text).get('key'), undefined);
  assert.deepEqual(new SummaryCache('1', text).get('new'), summary);
});

test('a line that is broken counts as absent, and the others hold', () => {
  const [head, line] = written().split('\n') as [string, string];
  const broken = [
    line.slice(0, -1),
    line.replace('[0,0,0,9]', '[0,0,0]'),
    line.replace('[0,0,0,9]', '[0,0,0,"9"]'),
    line.replace('"title"', '"tittle"'),
    line.replace(/"cited":.*$/, '"cited":{}}'),
    line.replace('["full",4,4,4,11]', '[4,4,4,11]'),
    'key\tnull',
    'key',
    '\t',
    '\0',
  ];
  for (const each of broken) {
    const cache = new SummaryCache('1', [head, each, line.replace('key', 'sound'), ''].join('\n'));
    assert.equal(cache.get('key'), undefined, each);
    assert.deepEqual(cache.get('sound'), summary);
  }
  for (const text of ['', '\n', head, '{}', '\ufeff']) {
    assert.equal(new SummaryCache('1', text).get('key'), undefined);
  }
});
