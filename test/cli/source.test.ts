import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decodeText } from '../../client/src/cli/utf8.ts';
import { inFolder, run } from './trial.ts';

/** The one line on standard error. */
async function complaint(file: string): Promise<string> {
  const outcomes = [];
  for (const args of [['clean'], ['clean', '--write'], ['lint'], ['outline', '--json'], ['references']]) {
    const outcome = await run([...args, file]);
    assert.deepEqual([outcome.code, outcome.out, outcome.err.length], [2, '', 1]);
    outcomes.push(outcome.err[0]);
  }
  assert.equal(new Set(outcomes).size, 1, 'every command says the same');
  return outcomes[0]!;
}

test('no such file', async (t) => {
  inFolder(t);
  assert.equal(await complaint('a.txt'), 'jiaozhu: a.txt: there is no such file.');
  assert.equal(await complaint('a.txt/b.txt'), 'jiaozhu: a.txt/b.txt: there is no such file.');
  assert.equal(await complaint('a\nb.txt'), 'jiaozhu: a␊b.txt: there is no such file.');
});

test('binary is no text, and stays as it is', async (t) => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
  inFolder(t, { 'a.png': png, 'nul.txt': 'ab\0c' });
  assert.match(
    await complaint('a.png'),
    /not UTF-8 text \(byte 0x89 at byte offset 0 is out of place\), nor for certain in another encoding/,
  );
  assert.equal(await complaint('nul.txt'), 'jiaozhu: nul.txt: not text (a NUL byte at byte offset 2).');
  assert.ok(readFileSync('a.png').equals(png));
});

test('a folder has no outline and no references', async (t) => {
  inFolder(t);
  mkdirSync('folder');
  for (const command of ['outline', 'references']) {
    const { code, err } = await run([command, 'folder']);
    assert.deepEqual([code, err], [2, ['jiaozhu: folder: this is a directory; name a text file.']]);
  }
});

test('one byte out of place, and nothing is guessed', async (t) => {
  const bytes = Buffer.from('双方欢迎。');
  bytes[7] = 0x20;
  inFolder(t, { 'a.txt': bytes });
  assert.match(await complaint('a.txt'), /byte 0xE6 at byte offset 6/);
  assert.ok(readFileSync('a.txt').equals(bytes));
});

test('the first byte out of place is found as the Unicode Standard has it', () => {
  const offset = (hex: string) => {
    const decoding = decodeText(Buffer.from(hex, 'hex'));
    return decoding.ok ? null : decoding.offset;
  };
  assert.equal(offset('f09f8080 e4b8ad 41'), null);
  assert.equal(offset('41c080'), 1, 'an overlong form');
  assert.equal(offset('41e08080'), 1, 'an overlong form');
  assert.equal(offset('4141eda080'), 2, 'half a surrogate pair');
  assert.equal(offset('f4908080'), 0, 'past the last code point');
  assert.equal(offset('e4b8ade4b8'), 3, 'cut short');
  assert.equal(offset('f5808080'), 0);
  assert.equal(offset('80'), 0);
});

test('hostile texts: one long line, only line breaks, astral characters, nothing but marks', async () => {
  const texts = [
    '中'.repeat(200_000),
    '\n'.repeat(50_000),
    '\r'.repeat(1000),
    '𠮷'.repeat(5000),
    '《'.repeat(5000),
  ];
  for (const input of texts) {
    assert.equal((await run(['clean', '-'], { input })).code, 0);
    assert.notEqual((await run(['lint', '--format=json', '-'], { input })).code, 2);
    assert.equal(JSON.parse((await run(['outline', '--json', '-'], { input })).out).end, input.length);
    assert.equal((await run(['references', '--json', '-'], { input })).code, 0);
  }
});
