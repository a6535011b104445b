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
