import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { likeliest } from '../../../server/src/text/encoding/choice.ts';
import { plausibility } from '../../../server/src/text/encoding/plausibility.ts';
import { wording } from '../../bench/wording.ts';

const readings = (text: string, was: string) =>
  ['gb18030', 'big5'].map((encoding) => ({
    encoding,
    text: iconv.decode(iconv.encode(text, was), encoding),
  }));

test('a sentence tells the encoding, in either script', () => {
  for (const [text, was] of [
    ['双方重申恪守联合国宪章的宗旨和原则。', 'gb18030'],
    ['雙方重申恪守聯合國憲章的宗旨和原則。', 'big5'],
    ['雙方重申恪守聯合國憲章的宗旨和原則。', 'gb18030'],
    ['一九七二年二月二十八日，上海', 'gb18030'],
  ] as const) {
    assert.equal(likeliest(readings(text, was))?.encoding, was, text);
  }
});

test('what could be either, or neither, is not guessed', () => {
  assert.equal(likeliest(readings('中', 'gb18030')), null);
  assert.equal(likeliest(readings('ASCII only', 'gb18030')), null);
  assert.equal(likeliest([]), null);
  assert.equal(likeliest([{ encoding: 'big5', text: '\ue000\ue001\ue002\ue003' }]), null);
});

test('Chinese is plausible, and what a wrong table makes of it is not', () => {
  const phrases = Object.values(wording)
    .flat()
    .join('')
    .replace(/\{\w+\}/g, '');
  assert.ok(plausibility(phrases) > 0.8);
  assert.ok(plausibility(iconv.decode(iconv.encode(phrases, 'gb18030'), 'big5')) < 0.3);
  assert.ok(plausibility(iconv.decode(Buffer.from(phrases), 'gb18030')) < 0.3);
});
