import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { LineTable, type PositionRange } from '../../server/src/text/lines.ts';
import { summaryOf } from '../../server/src/workspace/summary.ts';
import { StatementIndex } from '../../server/src/workspace/workspace-index.ts';

const service = createStatementService();

const texts = {
  'file:///a/%E5%A3%B0%E6%98%8E.statement': `甲国和乙国联合声明

双方恪守《联合国宪章》，于2031年5月2日签署《甲乙引水协定》（以下简称“协定”）。协定自签署之日起生效。

一、政治关系

双方重申《联合国宪章》的宗旨。
`,
  'file:///a/b.statement': `甲乙引水协定

第一条 引水

双方依本协定引水。
第二条 生效

本协定自签署之日起生效。
`,
  'file:///a/c.statement': `丙国声明

丙国注意到《甲乙引水协定》。
`,
};

function indexOf(files: Readonly<Record<string, string>>): StatementIndex {
  const index = new StatementIndex();
  for (const [uri, text] of Object.entries(files)) {
    index.set(uri, summaryOf(service.analyse(text), new LineTable(text), service.registry));
  }
  return index;
}

/** The words at a range of a text, whatever lines it is on. */
function wordsAt(uri: string, range: PositionRange): string {
  const lines = new LineTable(texts[uri as keyof typeof texts]);
  const { start, end } = lines.toOffsets(range);
  return lines.text.slice(start, end);
}

test('tells every mention of an instrument, in all files and forms', () => {
  const index = indexOf(texts);
  const told = index
    .mentionsOf('《甲乙引水协定》')
    .map(({ uri, ranges }) => [uri.at(-11), ...ranges.map((range) => wordsAt(uri, range))]);
  assert.deepEqual(told, [
    ['E', '《甲乙引水协定》', '协定', '协定'],
    ['b', '本协定', '本协定'],
    ['c', '《甲乙引水协定》'],
  ]);
  assert.deepEqual(index.mentionsOf('npt-1968'), []);
});

test('an instrument is to be read where a statement has its title', () => {
  const [definition, ...others] = indexOf(texts).definitionsOf('《甲乙引水协定》');
  assert.equal(definition!.uri, 'file:///a/b.statement');
  assert.equal(wordsAt(definition!.uri, definition!.range), '甲乙引水协定');
  assert.deepEqual(others, []);
});

test('else where it is first named in full', () => {
  const [definition, ...others] = indexOf(texts).definitionsOf('un-charter');
  assert.equal(wordsAt(definition!.uri, definition!.range), '《联合国宪章》');
  assert.equal(definition!.range.start.line, 2);
  assert.deepEqual(others, []);
});

test('words for several instruments are a mention of each, and name none', () => {
  const text = '丙国声明\n\n丙国签署《甲乙引水条约》和《甲乙桥梁条约》。丙国恪守上述两条约。\n';
  const index = indexOf({ 'file:///a/d.statement': text });
  const [file] = index.mentionsOf('《甲乙桥梁条约》');
  assert.deepEqual(
    file!.ranges.map(({ start }) => start.character),
    [13, 26],
  );
  const { summary } = index.all[0]!;
  const forms = summary.cited.map(({ mentions }) => mentions.map(([form]) => form));
  assert.deepEqual(forms, [
    ['full', 'several'],
    ['full', 'several'],
  ]);
});

test('forgets what is no longer there, and follows what has changed', () => {
  const index = indexOf(texts);
  index.delete('file:///a/b.statement');
  assert.equal(index.definitionsOf('《甲乙引水协定》')[0]!.uri, 'file:///a/%E5%A3%B0%E6%98%8E.statement');
  const text = '丙国声明\n\n丙国恪守《联合国宪章》。\n';
  index.set('file:///a/c.statement', summaryOf(service.analyse(text), new LineTable(text), service.registry));
  assert.equal(index.mentionsOf('《甲乙引水协定》').length, 1);
  assert.equal(index.mentionsOf('un-charter').length, 2);
  for (const uri of Object.keys(texts)) index.delete(uri);
  assert.equal(index.size, 0);
  assert.equal(index.identities().size, 0);
});

test('a summary is plain data', () => {
  const text = texts['file:///a/b.statement'];
  const summary = summaryOf(service.analyse(text), new LineTable(text), service.registry);
  assert.deepEqual(JSON.parse(JSON.stringify(summary)), summary);
  assert.deepEqual(
    summary.parts.map(({ kind, place }) => [kind, place[0]]),
    [
      ['article', 2],
      ['article', 5],
    ],
  );
});

test('a text without a title is no instrument', () => {
  const summary = summaryOf(service.analyse(''), new LineTable(''), service.registry);
  assert.equal(summary.identity, null);
  assert.deepEqual(summary.place, [0, 0, 0, 0]);
});
