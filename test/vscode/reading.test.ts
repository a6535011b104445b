import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReading, printedWords, roughWords, shorten } from '../../client/src/vscode/reading/reading.ts';

test('the words of a raw range are its clean characters, on one line', () => {
  const raw = '中 华\n\n人民\n共和国';
  // Each run: clean start, raw start, length.
  const reading = createReading(
    { version: 3, clean: '中华人民\n共和国', runs: [0, 0, 1, 1, 2, 1, 2, 5, 6], parts: [] },
    raw.length,
  );
  assert.equal(reading.words({ start: 0, end: 7 }), '中华人民');
  assert.equal(reading.words({ start: 0, end: raw.length }), '中华人民 共和国');
  assert.equal(reading.words({ start: 3, end: 5 }), '');
});

test('the words around a raw range are clean, of its paragraph, with an ellipsis where there are more', () => {
  const raw = '甲 乙丙\n丁戊\n己𠮷';
  const reading = createReading(
    { version: 1, clean: '甲乙丙丁戊\n己𠮷', runs: [0, 0, 1, 1, 2, 2, 3, 5, 5], parts: [] },
    raw.length,
  );
  const at = (words: string, most: number) => {
    const start = raw.indexOf(words);
    const { before, after } = reading.around(
      { start, end: start + words.length },
      { before: most, after: most },
    );
    return `${before}[${words}]${after}`;
  };
  assert.equal(at('丙', 9), '甲乙[丙]丁戊');
  assert.equal(at('丙', 2), '甲乙[丙]丁戊');
  assert.equal(at('丙', 1), '…乙[丙]丁…');
  assert.equal(at('己', 1), '[己]…');
  assert.equal(at('己', 2), '[己]𠮷');
});

test('without a reading, white space at Chinese characters is left out', () => {
  assert.equal(roughWords('应蒙古国\n\n总统 邀请，中华\n人民共和国'), '应蒙古国总统邀请，中华人民共和国');
  assert.equal(roughWords('the  Chinese\nside'), 'the Chinese side');
});

test('what the clean text leaves out is told as it is printed, white space by signs', () => {
  assert.equal(printedWords('（下转第\n3 版）'), '（下转第3版）');
  assert.equal(printedWords('　 '), '␣␣');
  assert.equal(printedWords('\r\n\n'), '↵↵');
  assert.equal(printedWords(''), '');
});

test('words are shortened by characters, not by code units', () => {
  assert.equal(shorten('睦邻友好', 4), '睦邻友好');
  assert.equal(shorten('睦邻友好合作', 4), '睦邻友…');
  assert.equal(shorten('𠮷𠮷𠮷𠮷', 3), '𠮷𠮷…');
});
