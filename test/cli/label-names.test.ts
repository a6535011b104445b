import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { inFolder, read, run } from './trial.ts';

const text = '双方同意中国。\n';
const row = (...labels: readonly unknown[]) => JSON.stringify({ text, label: labels });

test('brat to brat: labels are those of its own configuration, whatever names the built-in ones have', async (t) => {
  inFolder(t);
  mkdirSync('in');
  writeFileSync('in/a.txt', text);
  const lines = ['T1\tDate 0 2\t双方', 'T2\tdate 2 4\t同意', 'T3\tParty 4 6\t中国'];
  writeFileSync('in/a.ann', `${lines.join('\n')}\n`);
  writeFileSync('in/annotation.conf', '[entities]\nDate\ndate\nParty\nparty\n');
  const { code, err } = await run(['convert', '--from', 'brat', '--to', 'brat', '--output', 'out', 'in']);
  assert.deepEqual([code, err], [0, []]);
  assert.deepEqual(read('out/a.ann').match(/\t\w+ \d/g), ['\tDate 0', '\tdate 2', '\tParty 4']);
});

test('two labels of the files are never made one; an exact id wins over a name', async (t) => {
  inFolder(t, {
    'd.jsonl': `${row([0, 2, 'Date'], [2, 4, '日期'])}\n${row([0, 2, 'date'], [2, 4, '当事方'])}\n`,
  });
  const from = ['--from', 'doccano', 'd.jsonl'];
  const converted = await run(['convert', '--to', 'jsonl', ...from]);
  assert.deepEqual(
    [...converted.out.matchAll(/"label":"([^"]+)"/g)].map(([, label]) => label),
    ['Date', '日期', 'date', 'party'],
  );
  assert.deepEqual(
    converted.err.filter((line) => line.includes('known')),
    ['labels known by their names: “当事方” is party.'],
  );
  const imported = await run(['import', '--into', 'o', ...from]);
  assert.deepEqual(imported.err, [
    'labels known by their names: “当事方” is party.',
    'labels that are not in the scheme: Date, 日期. Their tags are kept; add them to .jiaozhu/labels.json, or map them in the editor.',
  ]);
});

test('labels from standard input are known as well', async (t) => {
  inFolder(t);
  const input = `${row([0, 2, '当事方'])}\n`;
  const { out } = await run(['convert', '--from', 'doccano', '--to', 'jsonl', '-'], { input });
  assert.match(out, /"label":"party"/);
});
