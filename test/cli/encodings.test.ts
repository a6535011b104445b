import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { damaged, filesHere, inFolder, mended, read, run } from './trial.ts';

const pairs = '双雙联聯声聲会會谈談进進并並签簽协協国國宪憲转轉';
/** The same text in traditional characters. */
const traditional = (text: string) =>
  text.replace(/[一-鿿]/g, (character) => {
    const at = pairs.indexOf(character);
    return at < 0 ? character : pairs.charAt(at + 1);
  });

const cases = [
  ['gb18030', damaged, mended],
  ['gb18030', traditional(damaged), traditional(mended)],
  ['big5', traditional(damaged), traditional(mended)],
  ['utf-16le', `\ufeff${damaged}`, `\ufeff${mended}`],
  ['utf-16be', `\ufeff${damaged}`, `\ufeff${mended}`],
  ['gb18030', damaged.replaceAll('\n', '\r\n'), mended.replaceAll('\n', '\r\n')],
] as const;
const encode = (text: string, encoding: string) => iconv.encode(text, encoding, { addBOM: false });

test('a file is recognised, and written back in its encoding, byte for byte beside what was mended', async (t) => {
  inFolder(t);
  for (const [encoding, before, after] of cases) {
    writeFileSync('a.txt', encode(before, encoding));
    const told = await run(['clean', '--write', 'a.txt']);
    assert.deepEqual(told, { code: 0, out: 'a.txt: 4 places mended.\n', err: [] }, encoding);
    assert.ok(readFileSync('a.txt').equals(encode(after, encoding)), encoding);
    assert.equal((await run(['lint', 'a.txt'])).out.includes('jump-mark'), true);
  }
  assert.deepEqual(filesHere(), ['a.txt']);
});

test('standard output is UTF-8, and in another encoding where --to says so', async () => {
  for (const [encoding, before, after] of cases) {
    const input = encode(before, encoding);
    const plain = await run(['clean', '-'], { input });
    assert.deepEqual([plain.code, plain.out, plain.err], [0, after.replace('\ufeff', ''), []], encoding);
  }
  const { out } = await run(['clean', '--to', 'utf-16le', '-'], { input: damaged });
  assert.equal(Buffer.from(out, 'utf8').toString('utf8'), encode(`\ufeff${mended}`, 'utf-16le').toString());
});

test('--to converts, and says so', async (t) => {
  inFolder(t, { 'a.txt': encode(damaged, 'gb18030'), 'b.txt': encode(mended, 'gbk') });
  assert.deepEqual(await run(['clean', '--check', '--to', 'utf-8', 'a.txt', 'b.txt']), {
    code: 1,
    out: 'a.txt: 4 places to mend. To convert from gb18030 to utf-8.\nb.txt: 0 places to mend. To convert from gb18030 to utf-8.\n2 of 2 files would change.\n',
    err: [],
  });
  assert.deepEqual(await run(['clean', '--write', '--to=UTF-8', 'b.txt']), {
    code: 0,
    out: 'b.txt: 0 places mended. Converted from gb18030 to utf-8.\n',
    err: [],
  });
  assert.equal(read('b.txt'), mended);
});

test('what cannot be told is not touched, and the option is named', async (t) => {
  const two = encode('中文', 'gbk');
  inFolder(t, { 'a.txt': two });
  const { code, out, err } = await run(['clean', '--write', 'a.txt']);
  assert.deepEqual([code, out], [2, '']);
  assert.match(err[0]!, /nor for certain in another encoding.* --encoding gb18030, big5/);
  assert.ok(readFileSync('a.txt').equals(two));
  assert.deepEqual(await run(['clean', '--encoding', 'GBK', 'a.txt']), { code: 0, out: '中文', err: [] });
});

test('what is not what was said is told with its place', async (t) => {
  inFolder(t, { 'a.txt': Buffer.concat([encode(mended, 'gb18030'), Buffer.from([0x81, 0x20])]) });
  const bytes = encode(mended, 'gb18030').length;
  const { code, err } = await run(['lint', '--encoding', 'gb18030', 'a.txt']);
  assert.deepEqual(
    [code, err],
    [2, [`jiaozhu: a.txt: not gb18030 text (byte 0x81 at byte offset ${bytes} is out of place).`]],
  );
  assert.match((await run(['lint', '--encoding=utf-8', 'a.txt'])).err[0]!, /not utf-8 text \(byte 0xD6/);
});

test('a character that the encoding lacks stops the writing', async (t) => {
  const text = `${traditional(damaged)}\u{2ebf0}\n`;
  inFolder(t, { 'a.txt': text });
  const { code, err } = await run(['clean', '--write', '--to', 'big5', 'a.txt']);
  assert.equal(code, 2);
  assert.deepEqual(err, [
    'jiaozhu: a.txt: big5 has no character \u{2ebf0}; it was left as it was. Convert it with --to utf-8.',
  ]);
  assert.equal(read('a.txt'), text);
});

test('bytes that would not come back the same stop the writing', async (t) => {
  // In Big5 with its supplement two codes stand for 箸 (8E69 and BAE6): decoded, nobody knows which it was.
  const bytes = Buffer.concat([encode(traditional(damaged), 'big5'), Buffer.from([0x8e, 0x69, 0x0a])]);
  inFolder(t, { 'a.txt': bytes });
  const { code, err } = await run(['clean', '--write', 'a.txt']);
  assert.deepEqual(
    [code, err],
    [
      2,
      [
        'jiaozhu: a.txt: some of its bytes would not come back the same in big5, so it was left as it was; convert it with --to utf-8.',
      ],
    ],
  );
  assert.ok(readFileSync('a.txt').equals(bytes));
  assert.equal((await run(['clean', '--write', '--to', 'utf-8', 'a.txt'])).code, 0);
  assert.match(read('a.txt'), /箸\n$/);
});
