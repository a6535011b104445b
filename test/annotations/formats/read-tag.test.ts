import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createUnitMap } from '../../../client/src/annotations/formats/offset-unit.ts';
import {
  readTag,
  type WrittenSpan,
  type WrittenTag,
} from '../../../client/src/annotations/formats/read-tag.ts';

const text = '甲𠮷国 和\r\n乙国声明';

/** The words of the tag, or where it is an orphan what it read; and its problems. */
function read(spans: readonly WrittenSpan[], said: Partial<WrittenTag> = {}) {
  const map = createUnitMap(text, 'code-points');
  const { tag, problems } = readTag(text, map, { id: '1', label: 'party', ...said }, spans, 7);
  return {
    words: tag.spans.map(({ start, end }) => text.slice(start, end)),
    quotes: tag.quotes.map(({ exact }) => exact),
    state: tag.state,
    problems: problems.map(({ code, values, line }) => [line, code, ...values].join(' ')),
  };
}

test('a tag stands where its file says, with what it reads there', () => {
  const found = { words: ['甲𠮷国', '乙国'], quotes: ['甲𠮷国', '乙国'], state: 'anchored', problems: [] };
  assert.deepEqual(
    read([
      { start: 7, end: 9 },
      { start: 0, end: 3, quoted: '甲𠮷国' },
    ]),
    found,
  );
});

test('white space in what the file quotes does not count', () => {
  assert.deepEqual(read([{ start: 0, end: 9, quoted: ' 甲𠮷国　和 乙国\n' }]).words, ['甲𠮷国 和\r\n乙国']);
});

test('with other words in its quote it is an orphan with these, and the line is told', () => {
  assert.deepEqual(read([{ start: 0, end: 3, quoted: '丙国' }]), {
    words: [''],
    quotes: ['丙国'],
    state: 'orphan',
    problems: ['7 quote-mismatch party 丙国 甲𠮷国'],
  });
});

test('one fragment that does not fit makes an orphan of the whole, with what each of them reads', () => {
  const { state, quotes, words } = read([
    { start: 0, end: 3 },
    { start: 7, end: 9, quoted: '丙国' },
  ]);
  assert.deepEqual(
    { state, quotes, words },
    { state: 'orphan', quotes: ['甲𠮷国', '丙国'], words: ['', ''] },
  );
});

test('a place that is not in the text is told', () => {
  for (const span of [
    { start: 3, end: 99 },
    { start: -1, end: 2 },
    { start: 0.5, end: 2 },
    { start: 3, end: 1 },
  ]) {
    const { state, problems } = read([{ ...span, quoted: '丙' }]);
    assert.deepEqual([state, problems.length, problems[0]!.split(' ')[1]], ['orphan', 1, 'no-place']);
  }
  assert.equal(read([{ start: 3, end: 3 }]).problems.length, 1);
});

test('fragments that overlap, or have only white space between them, are one', () => {
  assert.deepEqual(
    read([
      { start: 0, end: 3 },
      { start: 4, end: 5 },
      { start: 4, end: 9 },
    ]).words,
    ['甲𠮷国 和\r\n乙国'],
  );
});

test('lost words that the file itself tells of are no problem: of a fragment, or of the whole', () => {
  const lost = { start: 3, end: 3, quoted: '人民', lost: true };
  assert.deepEqual(read([{ start: 0, end: 3 }, lost]), {
    words: ['甲𠮷国', ''],
    quotes: ['甲𠮷国', '人民'],
    state: 'anchored',
    problems: [],
  });
  assert.deepEqual(read([lost]), { words: [''], quotes: ['人民'], state: 'orphan', problems: [] });
});

test('a tag of the whole document has no span; one of words without any is an orphan', () => {
  assert.deepEqual(read([], { scope: 'document' }), {
    words: [],
    quotes: [],
    state: 'anchored',
    problems: [],
  });
  assert.equal(read([]).state, 'orphan');
});
