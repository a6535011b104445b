import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hanNumeralValue, readNumeral } from '../../server/src/statement/numeral.ts';

const VALUES: readonly [string, number | null][] = [
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十三', 23],
  ['廿一', 21],
  ['卅', 30],
  ['一百零二', 102],
  ['一百一十', 110],
  ['二〇二四', 2024],
  ['二○二四', 2024],
  ['壹', 1],
  ['贰拾叁', 23],
  ['兩', 2],
  ['十十', null],
  ['百', null],
  ['二二十', null],
  ['条', null],
  ['', null],
];

for (const [text, value] of VALUES) {
  test(`${text || 'nothing'} is ${value ?? 'no numeral'}`, () => {
    assert.equal(hanNumeralValue(text), value);
  });
}

test('each way of counting is read where it stands', () => {
  assert.deepEqual(readNumeral('第十二条', 1), { system: 'han', value: 12, end: 3 });
  assert.deepEqual(readNumeral('12. 宗旨', 0), { system: 'arabic', value: 12, end: 2 });
  assert.deepEqual(readNumeral('１２．', 0), { system: 'arabic', value: 12, end: 2 });
  assert.deepEqual(readNumeral('XIV. 宗旨', 0), { system: 'roman', value: 14, end: 3 });
  assert.deepEqual(readNumeral('Ⅳ、', 0), { system: 'roman', value: 4, end: 1 });
  assert.deepEqual(readNumeral('丙、', 0), { system: 'stem', value: 3, end: 1 });
  assert.deepEqual(readNumeral('寅、', 0), { system: 'branch', value: 3, end: 1 });
  assert.deepEqual(readNumeral('③', 0), { system: 'circled', value: 3, end: 1 });
  assert.deepEqual(readNumeral('c)', 0), { system: 'latin', value: 3, end: 1 });
});

test('已 in the place of a number is 巳, else a word', () => {
  assert.deepEqual(readNumeral('已、通则', 0), { system: 'branch', value: 6, end: 1 });
  assert.equal(readNumeral('已经', 0), null);
});

test('a word is no numeral', () => {
  assert.equal(readNumeral('双方', 0), null);
  assert.equal(readNumeral('', 0), null);
  assert.equal(readNumeral('VVV', 0), null);
});

test('what is read lies in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(12), (text, at) => {
      const numeral = readNumeral(text, at);
      assert.ok(numeral === null || (numeral.end > at && numeral.end <= text.length && numeral.value > 0));
    }),
  );
});
