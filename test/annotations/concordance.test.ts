import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from '../../client/src/concordance/layout.ts';
import type { ConcordanceLine } from '../../client/src/concordance/line.ts';
import { occurrences } from '../../client/src/concordance/occurrences.ts';
import { inOrder } from '../../client/src/concordance/sorting.ts';
import { lineMaker } from '../../client/src/concordance/surroundings.ts';
import { concordanceTable } from '../../client/src/concordance/table.ts';

const text = '双方愿加强农业合\n作，并扩大\n\n能源 合作。ABC 论坛将讨论合作。';
const source = { document: 'file:///a.txt', name: 'a.txt', text };
const found = (words: string) => {
  const line = lineMaker(source);
  return occurrences(text, words).map((range) => line(range));
};
const shown = ({ left, words, right }: ConcordanceLine) => `${left}[${words}]${right}`;

test('words are found over line breaks and spaces, and shown on one line with their neighbours', () => {
  assert.deepEqual(found('合作').map(shown), [
    '双方愿加强农业[合作]，并扩大能源合作。ABC论坛将讨论合作。',
    '双方愿加强农业合作，并扩大能源[合作]。ABC论坛将讨论合作。',
    '双方愿加强农业合作，并扩大能源合作。ABC论坛将讨论[合作]。',
  ]);
  assert.equal(found('ａｂｃ论坛').length, 1);
  assert.deepEqual(found(' \n'), []);
  assert.deepEqual(found('没有'), []);
});

test('a line tells the place as an editor counts it', () => {
  assert.deepEqual(found('能源合作')[0]?.place, {
    start: { line: 3, character: 0 },
    end: { line: 3, character: 5 },
  });
});

test('capitals whose small letters are longer do not shift what comes after them', () => {
  const odd = 'İİ论坛 𠀀合作';
  assert.deepEqual(
    occurrences(odd, '合作').map(({ start, end }) => odd.slice(start, end)),
    ['合作'],
  );
});

test('the words stand below each other, with blanks as wide as Chinese characters', () => {
  const width = (part: string) => [...part].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);
  const lines = layOut(found('合作'));
  const starts = lines.map(({ text, words }) => width(text.slice(0, words.start)));
  assert.equal(new Set(starts).size, 1);
  for (const line of lines) {
    assert.equal(line.text.slice(line.words.start, line.words.end), '合作');
    assert.match(line.text.slice(line.source.start, line.source.end), /^a\.txt:\d$/);
  }
});

test('long neighbours are cut away from the words, and marks of direction are left out', () => {
  const long = '甲'.repeat(300);
  const [line] = layOut([
    { ...found('合作')[0]!, left: `${long}乙`, right: `\u202e丙${long}`, name: 'a\nb\u202e.txt' },
  ]);
  assert.match(line!.text, /^1 {2,3}…甲+乙 {2}合作 {2}丙甲+… {2,3}a b\.txt:1$/);
});

test('lines are ordered by place, by what stands before, or by what stands behind', () => {
  const line = (left: string, right: string, at: number): ConcordanceLine => ({
    document: 'file:///a.txt',
    name: 'a.txt',
    place: { start: { line: at, character: 0 }, end: { line: at, character: 2 } },
    left,
    words: '合作',
    right,
  });
  // 安 an, 农 nong, 业 ye; 吧 ba, 中 zhong.
  const lines = [line('农业', '中', 2), line('治安', '吧', 1), line('工农', '吧', 0)];
  const lefts = (order: 'place' | 'left' | 'right') => inOrder(lines, order).map(({ left }) => left);
  assert.deepEqual(lefts('place'), ['工农', '治安', '农业']);
  assert.deepEqual(lefts('left'), ['治安', '工农', '农业']);
  assert.deepEqual(lefts('right'), ['工农', '治安', '农业']);
});

test('as a table, each line has its document and place, and nothing that a spreadsheet would run', () => {
  const [line] = found('能源合作');
  const odd = { ...line!, left: '=1+1', annotator: 'Li' };
  assert.equal(
    concordanceTable([odd], 'csv'),
    "document,line,column,left,words,right,annotator\r\na.txt,4,1,'=1+1,能源合作,。ABC论坛将讨论合作。,Li\r\n",
  );
  assert.match(concordanceTable([odd], 'tsv'), /^document\tline.*\na\.txt\t4\t1\t'=1\+1\t能源合作\t/);
});
