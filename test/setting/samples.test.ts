import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DEFAULT_SETTING, setNewspaper } from './newspaper.ts';
import { seededRandom } from './random.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const broken = read('samples/中蒙联合声明-newspaper.statement.txt');
const clean = read('test/fixtures/中蒙联合声明.clean.txt');

test('the newspaper sample is its clean reading, set in columns', () => {
  const columns = [
    { measure: 16, lines: 120 },
    { measure: 17, lines: Number.POSITIVE_INFINITY },
  ];
  const setting = { ...DEFAULT_SETTING, columns, squeeze: 0.3, slips: 0.02, jumpsTo: 3 };
  assert.equal(setNewspaper(clean, setting, seededRandom(10720)).raw, broken);
});

const ARTEFACTS: Record<string, RegExp> = {
  'hard wrap': /[一-鿿]\n\n[一-鿿]/,
  'letter-spacing': /[一-鿿] [一-鿿] [一-鿿] [一-鿿]/,
  'letter-spacing with a mark': /[一-鿿] [，。、]/,
  'space after an opening mark': /“ [一-鿿]/,
  'spaces about digits': / \d+ 年 \d+ 月/,
  'half-spaced date': /\d年 \d+月/,
  'date over a break': /[年月]\n\n\d/,
  'title of the document on two lines': /^.+\n[^\n]+联合声明\n\n/,
  'title of a treaty over a break': /《[^》]*\n\n[^》]*》/,
  'quotation over a break': /“[^”]*\n\n[^”]*”/,
  'page-jump mark after a space': / （下转第3版）\n/,
  'bare section numeral': /\n\n二\n\n/,
  'dash item with a space': /\n—— [一-鿿]/,
  'closing mark at a line start': /\n[，。、》”]/,
  'slash at a line start': /\n\//,
};

for (const [name, pattern] of Object.entries(ARTEFACTS)) {
  test(`the newspaper sample holds: ${name}`, () => assert.match(broken, pattern));
}

test('the clean samples are clean: no stray space, no blank line, LF', () => {
  for (const name of readdirSync(new URL('../../samples/', import.meta.url))) {
    if (!name.endsWith('.statement.txt') || name.includes('newspaper')) continue;
    assert.doesNotMatch(read(`samples/${name}`), / |\r|\n\n|^\n/, name);
  }
  assert.doesNotMatch(clean, / |\r|\n\n/);
});

test('on any measure no line of a real text breaks the rules of the trade', () => {
  for (let measure = 8; measure <= 45; measure++) {
    const columns = [{ measure, lines: Number.POSITIVE_INFINITY }];
    const { raw, lines } = setNewspaper(clean, { ...DEFAULT_SETTING, columns }, seededRandom(measure));
    for (const line of lines.filter((one) => one.block > 0)) {
      const text = raw.slice(line.start, line.end);
      assert.doesNotMatch(text, /^[，。、；：！？”’》〉）]/, `seed ${measure}`);
      assert.doesNotMatch(text, /[“‘《〈（]$/, `seed ${measure}`);
      const solid = text.replaceAll(' ', '');
      const least =
        solid.replace(/[，。、；：”’》〉）“‘《〈（]/g, '.').replace(/[^\x20-\x7e]/g, '甲甲').length / 2;
      assert.ok(least <= measure - (line.first ? 2 : 0), `seed ${measure}: ${text} is ${least} em wide`);
    }
  }
});
