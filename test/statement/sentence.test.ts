import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitSentences } from '../../server/src/statement/sentence.ts';

/** Sentences parted by | in the example. */
const EXAMPLES = [
  '双方重申承诺。|双方将继续合作。',
  '双方同意扩大贸易；同意简化手续。|双方表示满意。',
  '他问：“可以吗？”|双方作了答复。',
  '他说：“可以。我们同意。”|双方表示满意。',
  '协定（第三条。期限）仍然有效。|双方满意。',
  '《何去何从？》一文发表。|读者很多。',
  '真的吗？！|是的。',
  '没有句号的一段',
  '引号“没有闭合。|第二句。',
  '后引号”多余。|第二句。',
  '第一句。　|第二句。'.replace('　|', '|　'),
];

for (const example of EXAMPLES) {
  test(example, () => {
    const text = example.replaceAll('|', '');
    const expected = example.split('|').map((sentence) => sentence.trim());
    assert.deepEqual(
      splitSentences(text).map(({ start, end }) => text.slice(start, end)),
      expected,
    );
  });
}

test('sentences begin where they are told to', () => {
  assert.deepEqual(splitSentences('一、双方同意。双方满意。', 2), [
    { start: 2, end: 7 },
    { start: 7, end: 12 },
  ]);
});

test('sentences are in order, in range, and hold every character that is not white space', () => {
  const marks = fc.constantFrom(
    '。',
    '！',
    '“',
    '”',
    '（',
    '）',
    '《',
    '》',
    '「',
    '」',
    '字',
    ' ',
    '\ud800',
    '；',
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 60 }), (characters) => {
      const text = characters.join('');
      let end = 0;
      let held = '';
      for (const sentence of splitSentences(text)) {
        assert.ok(sentence.start >= end && sentence.end > sentence.start && sentence.end <= text.length);
        end = sentence.end;
        held += text.slice(sentence.start, sentence.end);
      }
      assert.equal(held.replace(/\s/g, ''), text.replace(/\s/g, ''));
    }),
  );
});
