import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineTable } from '../../server/src/text/lines.ts';

test('a line ends in \\n, \\r\\n or \\r', () => {
  const lines = new LineTable('中\r\n俄\r联\n合');
  assert.equal(lines.count, 4);
  assert.deepEqual(
    [0, 1, 2, 3].map((line) => [lines.startOf(line), lines.endOf(line)]),
    [
      [0, 1],
      [3, 4],
      [5, 6],
      [7, 8],
    ],
  );
});

test('an empty text has one empty line; a last line end begins one more', () => {
  assert.equal(new LineTable('').count, 1);
  assert.equal(new LineTable('中\n').count, 2);
  assert.equal(new LineTable('中\n').startOf(1), 2);
});

test('characters count in UTF-16 code units, so a character beyond the BMP counts two', () => {
  const lines = new LineTable('𠮷野\n家');
  assert.deepEqual(lines.positionAt(3), { line: 0, character: 3 });
  assert.equal(lines.offsetAt({ line: 1, character: 1 }), 5);
});

test('positions outside the text are taken for the nearest inside', () => {
  const lines = new LineTable('中俄\r\n声明');
  assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
  assert.equal(lines.offsetAt({ line: 9, character: 0 }), 6);
  assert.equal(lines.offsetAt({ line: -1, character: 5 }), 0);
  assert.equal(lines.offsetAt({ line: 1, character: -5 }), 4);
  assert.equal(lines.offsetAt({ line: Number.NaN, character: Number.NaN }), 0);
  assert.deepEqual(lines.positionAt(3), { line: 0, character: 2 }, 'between \\r and \\n');
  assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
});

test('a reversed range is turned round', () => {
  const lines = new LineTable('一\n二\n三');
  const range = { start: { line: 2, character: 0 }, end: { line: 0, character: 1 } };
  assert.deepEqual(lines.toOffsets(range), { start: 1, end: 4 });
});

test('an edit that puts \\n behind \\r makes one line end of two', () => {
  const lines = new LineTable('一\r二');
  lines.update([{ start: 2, end: 2, text: '\n' }], '一\r\n二');
  assert.equal(lines.count, 2);
  assert.equal(lines.startOf(1), 3);
});
