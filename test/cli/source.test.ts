import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decodeText } from '../../client/src/cli/encoding.ts';
import { damaged, inFolder, run } from './trial.ts';

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

test('no such file, and a directory', async (t) => {
  inFolder(t);
  mkdirSync('folder');
  assert.equal(await complaint('a.txt'), 'jiaozhu: a.txt: there is no such file.');
  assert.equal(await complaint('folder'), 'jiaozhu: folder: this is a directory; name a text file.');
  assert.equal(await complaint('a.txt/b.txt'), 'jiaozhu: a.txt/b.txt: there is no such file.');
  assert.equal(await complaint('a\nb.txt'), 'jiaozhu: a␊b.txt: there is no such file.');
});

test('binary is no text, and stays as it is', async (t) => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
  inFolder(t, { 'a.png': png, 'nul.txt': 'ab\0c' });
  assert.match(await complaint('a.png'), /not UTF-8 text \(byte 0x89 at byte offset 0 is out of place\)\.$/);
  assert.equal(await complaint('nul.txt'), 'jiaozhu: nul.txt: not text (a NUL byte at byte offset 2).');
  assert.ok(readFileSync('a.png').equals(png));
});

test('a text in another encoding is refused with the way to convert it', async (t) => {
  // 双方重申，联合国宪章的宗旨和原则。 in GB 18030, and in Big5 with traditional characters.
  const gb18030 = 'cbabb7bdd6d8c9eaa3accfd6bba2b5c4c1aacfb5d4dad6d0b9fabacdcbfcb9fad6aebce4a1a3';
  const utf16 = Buffer.from(`\ufeff${damaged}`, 'utf16le');
  inFolder(t, { 'gb 1.txt': Buffer.from(gb18030, 'hex'), 'u.txt': utf16 });
  assert.match(
    await complaint('gb 1.txt'),
    /It looks like GB18030; convert it: iconv -f GB18030 -t UTF-8 'gb 1\.txt' > 'gb 1\.utf8\.txt'$/,
  );
  assert.match(
    await complaint('u.txt'),
    /It looks like UTF-16; convert it: iconv -f UTF-16 -t UTF-8 u\.txt > u\.utf8\.txt$/,
  );
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
