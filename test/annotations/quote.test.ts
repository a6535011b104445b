import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createBareText,
  foldLookalikes,
  isBlank,
  stripBlanks,
} from '../../client/src/annotations/bare-text.ts';
import { quoteOf } from '../../client/src/annotations/quote.ts';
import { readMarks } from './marked-text.ts';

test('A quote and its context hold no white space, however the lines are broken', () => {
  const { text, ranges } = readMarks('双 方\n\n重 申支\n[持联　合国\r\n宪 章]宗\n旨。');
  assert.deepEqual(quoteOf(text, ranges[0]!), {
    exact: '持联合国宪章',
    prefix: '双方重申支',
    suffix: '宗旨。',
  });
});

test('The context is 32 units on either side at most, and cuts no pair', () => {
  const around = `${'中'.repeat(30)}𠮷${'方'.repeat(31)}`;
  const text = `${around}标记${around}`;
  const quote = quoteOf(text, { start: around.length, end: around.length + 2 });
  assert.equal(quote.prefix, '方'.repeat(31));
  assert.equal(quote.suffix, `${'中'.repeat(30)}𠮷`);
});

test('Bare text knows the way back', () => {
  const { bare, toText, toBare } = createBareText(' 中 方\n重申 ');
  assert.equal(bare, '中方重申');
  assert.deepEqual([0, 1, 2, 3, 4].map(toText), [1, 3, 5, 6, 8]);
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map(toBare), [0, 0, 1, 1, 2, 2, 3, 4, 4]);
});

test('Both ways of telling blanks agree on every code unit', () => {
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    assert.equal(isBlank(unit), stripBlanks(String.fromCharCode(unit)) === '', unit.toString(16));
  }
});

test('Look-alikes are one character for comparing, unit for unit', () => {
  assert.equal(foldLookalikes('⽅面，２０２４（㈠)'), '方面,2024(㈠)');
});
