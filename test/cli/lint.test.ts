import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingRecord } from '../../client/src/cli/lint-file.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { damaged, inFolder, mended, run } from './trial.ts';

const findings = ({ out }: { out: string }) => JSON.parse(out) as FindingRecord[];

test('lint prints one line a finding, and a summary', async (t) => {
  inFolder(t, { 'a.txt': damaged });
  const { code, out, err } = await run(['lint', 'a.txt']);
  assert.deepEqual(out.split('\n'), [
    'a.txt:3:4: information: White space on the inner side of a punctuation mark. [mark-spacing]',
    'a.txt:3:10: information: White space on the inner side of a punctuation mark. [mark-spacing]',
    'a.txt:3:18: information: White space on the inner side of a punctuation mark. [mark-spacing]',
    'a.txt:5:1: information: White space behind the dash of a list item. [dash-item-spacing]',
    'a.txt:6:1: warning: A mark of the newspaper page, no word of the document: （下转第2版） [jump-mark]',
    '5 findings in 1 file: 1 warning, 4 information.',
    '',
  ]);
  assert.deepEqual([code, err], [1, []]);
});

test('lint --format json prints the findings with offsets into the raw file', async (t) => {
  inFolder(t, { 'a.txt': '签署“ 协定”。\n' });
  const outcome = await run(['lint', '--format', 'json', 'a.txt']);
  assert.deepEqual(findings(outcome), [
    {
      file: 'a.txt',
      rule: 'mark-spacing',
      class: 'safe',
      level: 'information',
      start: 2,
      end: 5,
      line: 1,
      column: 3,
      message: 'White space on the inner side of a punctuation mark.',
      edits: [{ start: 3, end: 4, text: '' }],
    },
  ]);
  assert.equal(outcome.code, 0, 'information is no reason to fail');
});

test('a BOM and CRLF count in the offsets, lines and columns of findings', async (t) => {
  const plain = findings(await run(['lint', '--format=json', '-'], { input: damaged }));
  const raw = `\ufeff${damaged.replaceAll('\n', '\r\n')}`;
  inFolder(t, { 'a.txt': raw });
  const other = findings(await run(['lint', '--format=json', 'a.txt']));
  assert.deepEqual(
    other.map(({ rule, line, column }) => [rule, line, column]),
    plain.map(({ rule, line, column }) => [rule, line, column]),
  );
  for (const { start, line, column } of other) {
    const before = raw.slice(0, start).split('\r\n');
    assert.deepEqual([line, column], [before.length, before.at(-1)!.length + 1]);
  }
  const edits = other.filter((finding) => finding.class === 'safe').flatMap((finding) => finding.edits);
  assert.equal(applyEdits(raw, edits), `\ufeff${mended.replaceAll('\n', '\r\n')}`);
});

test('lint takes many files and names each', async (t) => {
  inFolder(t, { 'a.txt': damaged, 'b.txt': mended, 'c.txt': '双方欢迎。\n' });
  const outcome = await run(['lint', '--format=json', 'a.txt', 'b.txt', 'c.txt']);
  const counts = { a: 0, b: 0, c: 0 };
  for (const { file } of findings(outcome)) counts[file.charAt(0) as keyof typeof counts]++;
  assert.deepEqual(counts, { a: 5, b: 1, c: 0 });
});

test('one file that cannot be read stops none of the others', async (t) => {
  inFolder(t, { 'a.txt': damaged });
  const { code, out, err } = await run(['lint', 'b.txt', 'a.txt']);
  assert.deepEqual([code, err], [2, ['jiaozhu: b.txt: there is no such file.']]);
  assert.match(out, /^5 findings in 1 file: 1 warning, 4 information\.$/m);
});

test('nothing to report: exit code 0', async (t) => {
  inFolder(t, { 'a.txt': '双方欢迎。\n', 'empty.txt': '' });
  assert.deepEqual(await run(['lint', 'a.txt', 'empty.txt']), {
    code: 0,
    out: 'Nothing to report in 2 files.\n',
    err: [],
  });
  assert.equal((await run(['lint', '--format=json', 'a.txt'])).out, '[]\n');
});

test('--rule sets levels, and the exit code follows', async (t) => {
  inFolder(t, { 'a.txt': damaged });
  const off = await run(['lint', '--rule', 'jump-mark=off', '--rule=mark-spacing=off', 'a.txt']);
  assert.equal(off.code, 0);
  assert.match(off.out, /^1 finding in 1 file: 1 information\.$/m);
  const hint = await run(['lint', '--rule', 'jump-mark=hint', 'a.txt']);
  assert.equal(hint.code, 0);
  assert.match(hint.out, /^5 findings in 1 file: 4 information, 1 hint\.$/m);
  const error = await run(['lint', '--rule', 'jump-mark=off', '--rule', 'mark-spacing=error', 'a.txt']);
  assert.equal(error.code, 1);
  assert.match(error.out, /^4 findings in 1 file: 3 errors, 1 information\.$/m);
  const back = await run(['lint', '--rule', 'jump-mark=off', '--rule', 'jump-mark=default', 'a.txt']);
  assert.equal(back.code, 1);
});

test('what a text holds cannot drive the terminal', async () => {
  const { out } = await run(['lint', '-'], {
    input: '\u001b]0;x\u0007\u202e签署“ 协定”。\n（下转第2版）\u001b\n',
  });
  assert.doesNotMatch(out.replaceAll('\n', ''), /\p{Cc}|\u202e/u);
});

test('messages are in Chinese for Chinese users', async (t) => {
  inFolder(t, { 'a.txt': '签署“ 协定”。\n' });
  const { out } = await run(['lint', 'a.txt'], { env: { LANG: 'zh_CN.UTF-8' } });
  assert.deepEqual(out.split('\n'), [
    'a.txt:1:3: 信息: 标点内侧有空白。 [mark-spacing]',
    '1 个文件中有 1 处问题：信息 1 处。',
    '',
  ]);
});
