import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { test } from 'node:test';
import { Failure } from '../../client/src/cli/failure.ts';
import { messagesIn } from '../../client/src/cli/messages.ts';
import { replaceFile, replaceSource } from '../../client/src/cli/replace-file.ts';
import { createStatementService } from '../../server/src/service.ts';
import { damaged, filesHere, inFolder, mended, newspaperPage, read, realStatement, run } from './trial.ts';

test('clean prints the text mended, and leaves the file alone', async (t) => {
  inFolder(t, { 'a.txt': damaged });
  assert.deepEqual(await run(['clean', 'a.txt']), { code: 0, out: mended, err: [] });
  assert.equal(read('a.txt'), damaged);
});

test('clean reads standard input for -', async () => {
  assert.deepEqual(await run(['clean', '-'], { input: damaged }), { code: 0, out: mended, err: [] });
});

test('clean --write puts the mended text in the place of the file and says what it did', async (t) => {
  inFolder(t, { 'a.txt': damaged });
  assert.deepEqual(await run(['clean', '--write', 'a.txt']), {
    code: 0,
    out: 'a.txt: 4 places mended.\n',
    err: [],
  });
  assert.equal(read('a.txt'), mended);
  assert.deepEqual(filesHere(), ['a.txt']);
});

test('clean --write keeps the mode of the file', { skip: process.platform === 'win32' }, async (t) => {
  inFolder(t, { 'a.txt': damaged });
  chmodSync('a.txt', 0o640);
  await run(['clean', 'a.txt', '--write']);
  assert.equal(read('a.txt'), mended);
  assert.equal(statSync('a.txt').mode & 0o777, 0o640);
});

test('clean --write writes through a link', { skip: process.platform === 'win32' }, async (t) => {
  inFolder(t, { 'a.txt': damaged });
  symlinkSync('a.txt', 'link.txt');
  await run(['clean', '--write', 'link.txt']);
  assert.equal(read('a.txt'), mended);
  assert.ok(lstatSync('link.txt').isSymbolicLink());
});

test('clean --write does not touch a file in which there is nothing to clean', async (t) => {
  inFolder(t, { 'a.txt': mended });
  const before = statSync('a.txt', { bigint: true });
  assert.deepEqual(await run(['clean', '--write', 'a.txt']), {
    code: 0,
    out: 'a.txt: nothing to clean.\n',
    err: [],
  });
  const after = statSync('a.txt', { bigint: true });
  assert.deepEqual([after.ino, after.mtimeNs], [before.ino, before.mtimeNs]);
});

test('clean --write refuses a file that is not to be written', {
  skip: process.platform === 'win32' || process.getuid?.() === 0 ? 'may write everything' : false,
}, async (t) => {
  inFolder(t, { 'a.txt': damaged });
  chmodSync('a.txt', 0o444);
  const { code, err } = await run(['clean', '--write', 'a.txt']);
  assert.equal(code, 2);
  assert.deepEqual(err, ['jiaozhu: a.txt: you may not write this file; it was left as it was.']);
  assert.equal(read('a.txt'), damaged);
});

test('clean --write replaces nothing but a regular file', {
  skip: process.platform === 'win32',
}, async (t) => {
  inFolder(t);
  assert.equal(spawnSync('mkfifo', ['pipe']).status, 0);
  // Opened for both, so that neither side waits for the other.
  const pipe = openSync('pipe', 'r+');
  t.after(() => closeSync(pipe));
  for (const stamp of [undefined, '1:2:3']) {
    const source = { name: 'pipe', ...(stamp && { stamp }) };
    assert.throws(
      () => replaceSource(source, Buffer.from(damaged)),
      (error) =>
        error instanceof Failure &&
        error.tell(messagesIn('en')) ===
          'pipe: not a regular file, so it cannot be cleaned in place; leave out --write.',
    );
  }
  assert.throws(() => replaceFile('pipe', damaged), /not a regular file/);
  assert.ok(statSync('pipe').isFIFO());
  assert.deepEqual(filesHere(), ['pipe']);
});

test('clean keeps BOM and CRLF', async (t) => {
  const raw = `\ufeff${damaged.replaceAll('\n', '\r\n')}`;
  inFolder(t, { 'a.txt': raw });
  const { out } = await run(['clean', 'a.txt']);
  assert.equal(out, `\ufeff${mended.replaceAll('\n', '\r\n')}`);
});

test('a rule that is off cleans nothing', async (t) => {
  inFolder(t, { 'a.txt': damaged });
  const { out } = await run(['clean', '--rule', 'mark-spacing=off', 'a.txt']);
  assert.equal(out, damaged.replace('——  ', '——'));
  const both = await run(['clean', '--rule=mark-spacing=off', '--rule=dash-item-spacing=off', 'a.txt']);
  assert.equal(both.out, damaged);
});

test('an empty file is clean', async (t) => {
  inFolder(t, { 'empty.txt': '', 'bom.txt': '\ufeff' });
  assert.deepEqual(await run(['clean', 'empty.txt']), { code: 0, out: '', err: [] });
  assert.deepEqual(await run(['clean', 'bom.txt']), { code: 0, out: '\ufeff', err: [] });
});

test('clean --write tells the doubtful line breaks of a newspaper page that it leaves', async (t) => {
  inFolder(t, { 'page.txt': readFileSync(newspaperPage) });
  const service = createStatementService();
  const { doubtful } = service.cleaning(service.analyse(read('page.txt')));
  const { out } = await run(['clean', '--write', 'page.txt']);
  const left = doubtful.length === 0 ? '' : `; ${doubtful.length} doubtful line breaks? left for a person`;
  assert.match(out, new RegExp(`^page\\.txt: \\d+ places mended${left}\\.\n$`));
  const twice = await run(['clean', '--write', 'page.txt']);
  assert.equal(twice.out, 'page.txt: nothing to clean.\n');
});

test('the joint statement of 16 May 2024 is cleaned to the byte', {
  skip: existsSync(`${realStatement}.raw.txt`) ? false : 'the real document is not beside this checkout',
}, async (t) => {
  inFolder(t);
  const { code, out, err } = await run(['clean', `${realStatement}.raw.txt`]);
  assert.deepEqual([code, err], [0, []]);
  assert.ok(Buffer.from(out).equals(readFileSync(`${realStatement}.clean.txt`)));
  writeFileSync('a.txt', readFileSync(`${realStatement}.raw.txt`));
  await run(['clean', '--write', 'a.txt']);
  assert.ok(readFileSync('a.txt').equals(readFileSync(`${realStatement}.clean.txt`)));
});

test('--profile and the house style decide what is safe, and how numbers and years are set', async (t) => {
  inFolder(t, {
    'a.txt': '双方于2031年5月签署《2032－2036年合作纲要》。\n联合 国 海洋 法 公约 的 缔约 国 会议。\n',
  });
  const plain = await run(['clean', 'a.txt']);
  assert.equal(plain.out.split('\n')[1], '联合 国 海洋 法 公约 的 缔约 国 会议。');
  const read = await run(['clean', '--profile', 'ocr', '--digit-spacing', 'one', 'a.txt']);
  assert.deepEqual(read.out.split('\n').slice(0, 2), [
    '双方于 2031 年 5 月签署《2032－2036 年合作纲要》。',
    '联合国海洋法公约的缔约国会议。',
  ]);
  const { out } = await run(['lint', '--format', 'json', '--year-dash', '–', 'a.txt']);
  const dash = JSON.parse(out).find(({ rule }: { rule: string }) => rule === 'year-dash');
  assert.equal(dash.edits[0].text, '–');
});
