import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { inFolder, read, run } from './trial.ts';

const line = (name: string, text: string, annotator = '') =>
  JSON.stringify({
    jiaozhu: 1,
    name,
    annotator,
    text,
    tags: [{ id: name, label: 'party', spans: [{ start: 0, end: 2 }], note: '注一\n注二' }],
  });

test('from one format to another on standard output, with what is lost on standard error', async (t) => {
  inFolder(t, { 'x.jsonl': `${line('a.txt', '双方\n欢迎。')}\n` });
  const { code, out, err } = await run(['convert', '--from', 'jsonl', '--to', 'csv', '--no-bom', 'x.jsonl']);
  assert.equal(code, 0);
  assert.match(out, /^document,annotator,.*\r\na\.txt,,a\.txt,party,/);
  assert.deepEqual(err[0], 'CSV cannot hold:');
  const check = await run(['convert', '--to', 'csv', '--check', 'x.jsonl']);
  assert.deepEqual([check.code, check.err], [1, []]);
});

test('documents of one name are told apart', async (t) => {
  inFolder(t, {
    'x.jsonl': [line('a.txt', '双方'), line('a.txt', '双方', '李'), line('a.txt', '双方')].join('\n'),
  });
  const asked = ['convert', '--from', 'jsonl', '--to', 'jsonl', '--output', 'y.jsonl', 'x.jsonl'];
  const { code, out } = await run(asked);
  assert.deepEqual([code, out], [0, '3 documents with 3 tags converted to y.jsonl (2 files).\n']);
  const names = read('y.jsonl')
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each).name);
  assert.deepEqual(names, ['a.txt', '李/a.txt', 'a-2.txt']);
});

test('a file that breaks off is told, and what could be read is converted', async (t) => {
  inFolder(t, { 'x.jsonl': `${line('a.txt', '双方')}\n{"jiaozhu":1,` });
  const { code, err } = await run([
    'convert',
    '--from',
    'jsonl',
    '--to',
    'jsonl',
    '--output',
    'y',
    'x.jsonl',
  ]);
  assert.equal(code, 2);
  assert.match(err[0]!, /^jiaozhu: x\.jsonl:2: This is not valid JSON/);
  assert.ok(existsSync('y/jiaozhu.jsonl'));
});

test('what one format had no words for is lost in another, and told', async (t) => {
  inFolder(t, { 'a.txt': '双方同意。\n', 'a.ann': 'T1\tparty 0 2\t双方\nX9\tgarbage\n' });
  const { code, out } = await run(['convert', '--from', 'brat', '--to', 'doccano', '--check', 'a.ann']);
  assert.equal(code, 1);
  assert.match(out, /what files of other programs said beside tags +1 in 1 document/);
});

test('what another program wrote into an annotation goes along, or is told as lost', async (t) => {
  const item = {
    id: 'u1',
    type: 'Annotation',
    rights: 'secret',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 'party' },
      { type: 'SpecificResource', purpose: 'identifying', source: 'http://www.wikidata.org/entity/Q148' },
    ],
    target: { source: 'a.txt', selector: { type: 'TextPositionSelector', start: 0, end: 2 } },
  };
  inFolder(t, { 'a.txt': '双方同意。\n', 'a.txt.jsonld': JSON.stringify(item) });
  for (const to of ['doccano', 'label-studio', 'prodigy', 'brat', 'cas-json', 'qdpx', 'jsonl']) {
    const { out } = await run(['convert', '--from', 'w3c', '--to', to, '--check', 'a.txt.jsonld']);
    assert.match(out, /holds all of 1 document/, to);
    await run(['convert', '--from', 'w3c', '--to', to, '--output', `out-${to}`, 'a.txt.jsonld']);
    const back = await run(['convert', '--from', to, '--to', 'w3c', '--output', `back-${to}`, `out-${to}`]);
    assert.equal(back.code, 0, to);
    const annotations = read(`back-${to}/a.txt.jsonld`);
    assert.match(annotations, /Q148/, to);
    assert.match(annotations, /"rights":"secret"/, to);
  }
  for (const to of ['csv', 'tei', 'conll']) {
    const { out } = await run(['convert', '--from', 'w3c', '--to', to, '--check', 'a.txt.jsonld']);
    assert.match(out, /what other programs said of a tag +1 in 1 document/, to);
  }
});
