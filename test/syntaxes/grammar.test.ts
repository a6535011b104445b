import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadGrammar, type Token, tokenize } from './grammar.ts';

const grammar = await loadGrammar();
const CASES = new URL('cases/', import.meta.url);
const TITLE = 'entity.name.type.title.statement';
const QUOTATION = 'string.quoted.double.statement';

/** A snapshot: each line after `>`, under it its tokens that have a scope. */
function render(source: string): string {
  const lines = source.split('\n');
  return tokenize(grammar, source)
    .map((tokens, n) => {
      const named = tokens.filter((token) => token.scopes.length > 0);
      return [`>${lines[n]}`, ...named.map((token) => `  ${token.text}  ${token.scopes.join(' ')}`)].join(
        '\n',
      );
    })
    .join('\n');
}

/** The text of `source` that has the scope, line by line, lines with none left out. */
function scoped(source: string, scope: string): string[] {
  const has = (token: Token): boolean => token.scopes.includes(scope);
  return tokenize(grammar, source)
    .map((tokens) =>
      tokens
        .filter(has)
        .map((token) => token.text)
        .join(''),
    )
    .filter((text) => text !== '');
}

for (const name of readdirSync(CASES).filter((file) => file.endsWith('.txt'))) {
  test(`snapshot: ${name}`, () => {
    const snapshot = new URL(`${name}.snap`, CASES);
    const now = render(readFileSync(new URL(name, CASES), 'utf8').trimEnd());
    if (process.env.UPDATE_SNAPSHOTS) writeFileSync(snapshot, `${now}\n`);
    assert.ok(existsSync(snapshot), `no ${name}.snap yet: run again with UPDATE_SNAPSHOTS=1 and look at it`);
    assert.equal(`${now}\n`, readFileSync(snapshot, 'utf8'));
  });
}

test('a title runs over line breaks and blank lines', () => {
  const source = '签署的《中华人民共和国和\n\n蒙古国友好合作关系条\n\n约》总结了历史经验';
  assert.deepEqual(scoped(source, TITLE), ['中华人民共和国和', '蒙古国友好合作关系条', '约']);
});

test('so does a quotation', () => {
  assert.deepEqual(scoped('支持“蒙\n\n古国的无核武器\n\n地位”联大决议', QUOTATION), [
    '蒙',
    '古国的无核武器',
    '地位',
  ]);
});

test('a title that closes at the head of a line ends there', () => {
  assert.deepEqual(scoped('遵守《联合国宪章\n》的宗旨', TITLE), ['联合国宪章']);
});

for (const blank of ['', '\n']) {
  const lines = Array.from({ length: 14 }, (_, n) => `第${n}行的字`.replace(/第(\d+)行/, '甲$1'));
  for (const [mark, scope] of [
    ['《', TITLE],
    ['“', QUOTATION],
  ] as const) {
    test(`an unclosed ${mark} ends after ten lines${blank ? ', blank ones counted' : ''}`, () => {
      const source = `双方${mark}甲\n${lines.join(`\n${blank}`)}`;
      const expected = ['甲', ...source.split('\n').slice(1, 10)].filter((line) => line !== '');
      assert.deepEqual(scoped(source, scope), expected);
    });
  }
}

test('after an unclosed 《 has ended, the rest is read as ever', () => {
  const source = `双方《甲\n${'行\n'.repeat(9)}二\n——落实《联合国宪章》`;
  assert.deepEqual(scoped(source, TITLE).slice(-1), ['联合国宪章']);
  assert.deepEqual(scoped(source, 'entity.name.section.statement'), ['二']);
});

test('an unclosed 《 ends where an item, an article or a section begins, and where another 《 opens', () => {
  assert.deepEqual(scoped('双方《甲\n——乙', TITLE), ['甲']);
  assert.deepEqual(scoped('双方《甲\n\n三\n\n乙', TITLE), ['甲']);
  assert.deepEqual(scoped('双方《甲\n第三条　乙', TITLE), ['甲']);
  assert.deepEqual(scoped('双方《甲\n乙《丙》丁', TITLE), ['甲', '乙丙']);
});

test('a title within a quotation is both', () => {
  assert.deepEqual(scoped('“捍卫《联合国\n\n宪章》之友小组”', TITLE), ['联合国', '宪章']);
  assert.deepEqual(scoped('“捍卫《联合国\n\n宪章》之友小组”', QUOTATION).at(-1), '宪章》之友小组');
});

test('the first line of a document is its title only if it reads like one', () => {
  assert.equal(scoped('双方签署了声明。\n双方', 'markup.heading.title.statement').length, 0);
  assert.equal(
    scoped('甲国和乙国\n关于合作的联合声明\n双方同意。', 'markup.heading.title.statement').length,
    2,
  );
});

for (const unit of ['《', '“', '《甲', '——', '2031年', '一、', '〈', '（下转', '第一', '甲 ']) {
  test(`a very long line of ${unit} is read to its end`, () => {
    const source = `${unit.repeat(20_000)}\n二`;
    assert.equal(tokenize(grammar, source).length, 2);
  });
}

test('the first line of a numbered paragraph that a column cuts is no heading, only its numeral is set apart', () => {
  const HEADING = 'markup.heading.section.statement';
  for (const line of [
    '一、双方高度评价两国关系',
    '二、国际形势正在发生深刻复杂的变化世',
    '三、中方重申一贯立场',
    '四、缔约各方应当保护',
  ]) {
    assert.deepEqual(scoped(`\n${line}\n续行。`, HEADING), [], line);
    assert.deepEqual(scoped(`\n${line}`, 'entity.name.section.statement'), [line.slice(0, 2)], line);
  }
  for (const line of ['一、政治互信', '二、关于进一步深化两国渔业和海洋合作的若干问题'])
    assert.deepEqual(scoped(`\n${line}`, HEADING).join(''), line);
});
