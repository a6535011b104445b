import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber } from '../../client/src/panel/page/number-text.ts';

test('a number is read in plain and in full-width digits', () => {
  assert.equal(readNumber('12'), 12);
  assert.equal(readNumber(' -0.5 '), -0.5);
  assert.equal(readNumber('１２．５'), 12.5);
  assert.equal(readNumber('－3'), -3);
  assert.equal(readNumber('1e3'), 1000);
});

test('nothing is no value, and words are no number', () => {
  assert.equal(readNumber('  '), undefined);
  for (const text of ['十二', '12人', '1,000', '0x10', 'Infinity', 'NaN', '1e999', '-', '.']) {
    assert.equal(readNumber(text), 'none', text);
  }
});
