import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesToEdits, type TextChange } from '../../server/src/text/changes.ts';
import { LineTable } from '../../server/src/text/lines.ts';

const at = (line: number, start: number, end: number, text: string): TextChange => ({
  range: { start: { line, character: start }, end: { line, character: end } },
  text,
});

const edits = (text: string, ...changes: TextChange[]) => changesToEdits(new LineTable(text), changes);

test('one change is one edit', () => {
  assert.deepEqual(edits('中俄联合', at(0, 2, 4, '声明')), [{ start: 2, end: 4, text: '声明' }]);
});

test('changes from last to first keep their places', () => {
  assert.deepEqual(edits('一二三四', at(0, 3, 4, ''), at(0, 1, 2, '贰')), [
    { start: 1, end: 2, text: '贰' },
    { start: 3, end: 4, text: '' },
  ]);
});

test('changes from first to last count in the text after the one before', () => {
  assert.deepEqual(edits('一二三四', at(0, 0, 1, '之一'), at(0, 4, 5, '肆')), [
    { start: 0, end: 1, text: '之一' },
    { start: 3, end: 4, text: '肆' },
  ]);
});

test('a change inside what an earlier change put in becomes one edit with it', () => {
  assert.deepEqual(edits('甲乙', at(0, 1, 1, '子丑寅'), at(0, 2, 3, '卯')), [
    { start: 1, end: 1, text: '子卯寅' },
  ]);
});

test('a position past the end of a line means its end as it then is', () => {
  // The first change joins the lines, so the second one's line is longer than it was.
  const join = { range: { start: { line: 0, character: 1 }, end: { line: 1, character: 0 } }, text: '' };
  assert.deepEqual(edits('甲\n乙', join, at(0, 99, 99, '。')), [
    { start: 1, end: 2, text: '' },
    { start: 3, end: 3, text: '。' },
  ]);
});

test('a whole new text is cut down to what differs', () => {
  assert.deepEqual(edits('中俄联合声明', { text: '中俄关系联合声明' }), [{ start: 2, end: 2, text: '关系' }]);
  assert.deepEqual(edits('中俄', { text: '中俄' }), []);
});

test('a change that changes nothing is no edit', () => {
  assert.deepEqual(edits('中俄', at(0, 1, 1, '')), []);
});
