import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { statementText } from '../../server/src/workspace/statement-text.ts';

const simplified = '甲国和乙国联合声明\n\n双方重申恪守《联合国宪章》的宗旨和原则。\n';
const traditional = '甲國和乙國聯合聲明\n\n雙方重申恪守《聯合國憲章》的宗旨和原則。\n';

test('a file is read in the encoding that it is in', () => {
  for (const [text, encoding] of [
    [simplified, 'utf-8'],
    [simplified, 'gb18030'],
    [traditional, 'gb18030'],
    [traditional, 'big5'],
    [simplified, 'utf-16le'],
    [simplified, 'utf-16be'],
  ] as const) {
    assert.equal(statementText(iconv.encode(text, encoding)), text, encoding);
  }
});

test('a BOM says what a file is, and is no part of the text', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
    const bytes = iconv.encode('abc', encoding, { addBOM: true });
    assert.equal(statementText(bytes), 'abc', encoding);
  }
  assert.equal(statementText(Uint8Array.of(0xef, 0xbb, 0xbf, 0xff)), null);
});

test('what is no text is none', () => {
  assert.equal(statementText(Uint8Array.of(0x50, 0x4b, 0, 0, 0x41)), null);
  assert.equal(statementText(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 0xff)), null);
  assert.equal(statementText(Uint8Array.of(0xff, 0xff)), null);
  assert.equal(statementText(new Uint8Array(0)), '');
});
