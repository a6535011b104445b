import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstUnit, isUnit, type Unit, unitAround, unitAt } from '../../client/src/annotations/units.ts';

/** The unit at the `|`, which is taken out. */
function at(marked: string, unit: Unit): string | null {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = unitAt(text, offset, unit);
  return found && text.slice(found.start, found.end);
}

test('a word is one of the language, not a run of characters', () => {
  assert.equal(at('双方重申|支持多边主义。', 'word'), '支持');
  assert.equal(at('双方支|持多边主义。', 'word'), '支持');
  assert.equal(at('扩大边境贸易|。', 'word'), '贸易');
  assert.equal(at('于20|41年举行', 'word'), '2041');
});

test('a clause goes from pause to pause, without the mark that ends it', () => {
  assert.equal(at('双方重申，支持|多边主义；反对制裁。', 'clause'), '支持多边主义');
  assert.equal(at('政治、经|济、人文领域', 'clause'), '经济');
  assert.equal(at('一、双方|重申：', 'clause'), '双方重申');
});

test('a pause within a title, a bracket or a number ends no clause', () => {
  assert.equal(at('恪守《关于睦邻、友|好的条约》，', 'clause'), '恪守《关于睦邻、友好的条约》');
  assert.equal(at('投资1,00|0万元，', 'clause'), '投资1,000万元');
});

test('a sentence has its mark, and the quotation mark that closes it', () => {
  assert.equal(at('双方重申。双方支|持多边主义！会谈结束。', 'sentence'), '双方支持多边主义！');
  assert.equal(at('他说：“合作|顺利。”双方同意。', 'sentence'), '他说：“合作顺利。”');
  assert.equal(at('他说：“合作顺利。”双|方同意。', 'sentence'), '双方同意。');
  assert.equal(at('他说：“合作顺利。|”双方同意。', 'sentence'), '他说：“合作顺利。”');
});

test('a line ends all three, and a blank line has none', () => {
  assert.equal(at('前言\n双|方\n结语', 'sentence'), '双方');
  assert.equal(at('前言\n双方|\n结语', 'word'), '双方');
  assert.equal(at('前言\n|\n结语', 'sentence'), null);
  assert.equal(at('|', 'word'), null);
  assert.equal(at('　　|　', 'clause'), null);
});

test('with a selection, the units that it touches', () => {
  const text = '双方重申。双方支持多边主义。双方同意。';
  const found = unitAround(text, { start: 2, end: 7 }, 'sentence')!;
  assert.equal(text.slice(found.start, found.end), '双方重申。双方支持多边主义。');
});

test('a unit lies in the text, holds something, and a clause lies within its sentence', () => {
  const piece = fc.constantFrom(
    '双方',
    '支持',
    '，',
    '、',
    '。',
    '”',
    '“',
    '《',
    '》',
    ' ',
    '\n',
    '\r\n',
    '𠮷',
    '2041',
    ',',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(60), (pieces, offset) => {
      const text = pieces.join('');
      for (const unit of ['word', 'clause', 'sentence'] as const) {
        const found = unitAt(text, offset, unit);
        if (!found) continue;
        assert.ok(0 <= found.start && found.start < found.end && found.end <= text.length);
        assert.equal(text.slice(found.start, found.end).trim().length > 0, true);
      }
      const clause = unitAt(text, offset, 'clause');
      const sentence = unitAt(text, offset, 'sentence');
      if (clause) assert.ok(sentence && sentence.start <= clause.start && clause.end <= sentence.end);
    }),
  );
});

test('a sentence that is selected gives its first clause, and that its first word', () => {
  const text = '会谈结束。双方重申，支持多边主义。中方同意。';
  const whole = { start: text.indexOf('双方'), end: text.indexOf('中方') };
  assert.ok(isUnit(text, whole));
  const clause = firstUnit(text, whole, 'clause')!;
  assert.equal(text.slice(clause.start, clause.end), '双方重申');
  assert.ok(isUnit(text, clause));
  const word = firstUnit(text, clause, 'word')!;
  assert.equal(text.slice(word.start, word.end), '双方');
  assert.ok(isUnit(text, word));
  assert.ok(!isUnit(text, { start: word.start, end: word.end + 1 }));
  assert.equal(firstUnit('。。。', { start: 0, end: 3 }, 'word'), null);
});
