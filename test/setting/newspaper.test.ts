import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_SETTING, type NewspaperSetting, type SetText, setNewspaper } from './newspaper.ts';
import { seededRandom } from './random.ts';

const PLAIN: NewspaperSetting = {
  ...DEFAULT_SETTING,
  title: false,
  jumpsTo: undefined,
  blankLines: false,
  squeeze: 0,
};
const oneColumn = (measure: number) => [{ measure, lines: Number.POSITIVE_INFINITY }];

function set(text: string, setting: Partial<NewspaperSetting>, seed = 1): SetText {
  return setNewspaper(text, { ...PLAIN, ...setting }, seededRandom(seed));
}

const printed = (result: SetText): string[] =>
  result.lines.map((line) => result.raw.slice(line.start, line.end));

test('the first line of a paragraph is two em shorter', () => {
  const result = set('双方高度评价两国关系的发展。', { columns: oneColumn(8) });
  assert.deepEqual(printed(result), ['双方高度评价', '两国关系的发展。']);
});

test('with no trace of an indent all lines are alike', () => {
  const result = set('双方高度评价两国关系的发展。', { columns: oneColumn(8), indent: 'none' });
  assert.deepEqual(printed(result), ['双方高度评价两国', '关系的发展。']);
});

test('no line begins with a closing mark: it is drawn in at the end of the line', () => {
  const result = set('双方认为，当前形势下，两国合作重要。', { columns: oneColumn(10), indent: 'none' });
  assert.deepEqual(printed(result), ['双方认为，当前形势下，', '两国合作重要。']);
});

test('or the character before it is pushed down, and the line is stretched', () => {
  const result = set('两国加强政府间的往来《条约》》', {
    columns: oneColumn(8),
    indent: 'none',
    letterSpacing: 1,
  });
  assert.equal(printed(result)[0], '两国加强政府间的');
  const pushed = set('双方重申恪守条约》》、并', { columns: oneColumn(8), indent: 'none', letterSpacing: 1 });
  assert.deepEqual(printed(pushed), ['双 方 重 申 恪 守 条', '约》》、并']);
});

test('a slip leaves the closing mark at the head of the next line', () => {
  const result = set('双方认为当前形势不断变化，两国', { columns: oneColumn(12), indent: 'none', slips: 1 });
  assert.deepEqual(printed(result), ['双方认为当前形势不断变化', '，两国']);
});

test('no line ends with an opening mark', () => {
  const result = set('双方愿恪守和平《联合国宪章》', {
    columns: oneColumn(8),
    indent: 'none',
    letterSpacing: 0,
  });
  assert.deepEqual(printed(result), ['双方愿恪守和平', '《联合国宪章》']);
});

test('a number is not broken, and stays with its year', () => {
  const result = set('双方商定自即日起于2031年会晤', {
    columns: oneColumn(10),
    indent: 'none',
    letterSpacing: 0,
  });
  assert.deepEqual(
    printed(result).map((line) => line.replaceAll(' ', '')),
    ['双方商定自即日起于', '2031年会晤'],
  );
});

test('a last line is never letter-spaced, and a full line never is', () => {
  const result = set('双方愿就此保持沟通与协调。', {
    columns: oneColumn(12),
    indent: 'none',
    letterSpacing: 1,
  });
  assert.equal(result.lines.at(-1)!.letterSpaced, false);
  assert.ok(!printed(result).at(-1)!.includes(' '));
});

test('the title stands on two lines with no blank line between; all others have one', () => {
  const text = '甲国和乙国关于建立全面战略伙伴关系的联合声明\n双方声明如下：';
  const { raw } = set(text, { title: true, blankLines: true });
  assert.equal(raw.trimStart(), '甲国和乙国\n关于建立全面战略伙伴关系的联合声明\n\n双方声明如下：\n\n');
});

test('the page-jump mark stands after a space and is no part of the clean text', () => {
  const result = set('双方同意。', { jumpsTo: 7 });
  assert.equal(result.raw, '双方同意。 （下转第7版）\n');
  assert.equal(result.raw.slice(result.jumpMark!.start, result.jumpMark!.end), '（下转第7版）');
  assert.equal(result.clean, '双方同意。');
});

test('the measure changes where the next column begins', () => {
  const columns = [
    { measure: 8, lines: 1 },
    { measure: 10, lines: 5 },
  ];
  const result = set('一二三四五六七八九十甲乙丙丁戊己庚辛', { columns, indent: 'none' });
  assert.deepEqual(printed(result), ['一二三四五六七八', '九十甲乙丙丁戊己庚辛']);
});

test('the same seed sets the same page', () => {
  const text = '双方将落实2001年7月16日签署的《睦邻友好合作条约》，并就此保持密切沟通。'.repeat(9);
  assert.equal(set(text, {}, 5).raw, set(text, {}, 5).raw);
  assert.notEqual(set(text, {}, 5).raw, set(text, {}, 6).raw);
});

const block = fc
  .array(
    fc.constantFrom(
      ...'双方愿在平等基础上加强合作'.split(''),
      '，',
      '。',
      '、',
      '；',
      '《',
      '》',
      '“',
      '”',
      '（',
      '）',
      '2031',
      '5',
      '年',
      '月',
      '——',
      '……',
      '·',
      '/',
      'GDP',
      '𠮷',
      '75.5%',
    ),
    { minLength: 1, maxLength: 160 },
  )
  .map((parts) => parts.join(''));

const setting = fc.record<NewspaperSetting>({
  columns: fc
    .tuple(fc.integer({ min: 8, max: 45 }), fc.integer({ min: 1, max: 30 }))
    .map(([measure, lines]) => [
      { measure, lines },
      { measure: measure + 1, lines: 1 },
    ]),
  indent: fc.constantFrom('trace', 'none'),
  blankLines: fc.boolean(),
  letterSpacing: fc.constantFrom(0, 0.5, 1),
  squeeze: fc.constantFrom(0, 0.3, 1),
  keepsUnits: fc.boolean(),
  slips: fc.constantFrom(0, 0.5),
  title: fc.boolean(),
  jumpsTo: fc.constantFrom(undefined, 2, 11),
});

test('every clean character stands in the raw text where the map says, and nothing else is there but white space', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), setting, fc.nat(), (blocks, how, seed) => {
      const text = blocks.join('\n');
      const result = setNewspaper(text, how, seededRandom(seed));
      assert.equal(result.clean, text);
      assert.equal(result.offsets.length, text.length + 1);
      const mapped = new Set(result.offsets.slice(0, -1));
      for (let i = 0; i < text.length; i++) {
        assert.equal(result.raw[result.offsets[i]!], text[i]);
        assert.ok(result.offsets[i]! < result.offsets[i + 1]!);
      }
      const { jumpMark } = result;
      for (let at = 0; at < result.raw.length; at++) {
        if (mapped.has(at) || (jumpMark && at >= jumpMark.start && at < jumpMark.end)) continue;
        assert.match(result.raw[at]!, /\s/);
      }
    }),
  );
});

test('lines keep the rules of the trade, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), setting, fc.nat(), (blocks, how, seed) => {
      const result = setNewspaper(blocks.join('\n'), { ...how, title: false }, seededRandom(seed));
      for (const [n, line] of result.lines.entries()) {
        const text = result.raw.slice(line.start, line.end);
        assert.doesNotMatch(text, /^\s|\s$/);
        if (line.last) assert.equal(line.letterSpaced, false);
        const next = result.lines[n + 1];
        if (next && !line.last) assert.ok(!(/\d$/.test(text) && /^\d/.test(result.raw.slice(next.start))));
      }
    }),
  );
});
