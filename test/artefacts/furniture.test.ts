import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits, sortEdits } from '../../server/src/text/edit.ts';
import { column } from './column.ts';

const service = createStatementService();
const rules: readonly string[] = ['page-number', 'running-head', 'jump-mark'];

/** What is taken for no text: the words of each place, by its rule. */
function furnitureOf(raw: string): string[] {
  return service
    .analyse(raw)
    .artefacts.filter(({ rule }) => rules.includes(rule))
    .map(({ rule, values }) => `${rule}: ${values[0]}`);
}

/** The text with its furniture removed, on request. */
function removed(raw: string): string {
  const found = service.analyse(raw).artefacts.filter(({ rule }) => rules.includes(rule));
  return applyEdits(raw, sortEdits(found.flatMap(({ edits }) => edits)));
}

const clean = (raw: string) => service.analyse(raw).reading.clean;

const solid = column.join('');

/** The column with the lines of an edge of a page put in behind every so many lines. */
function paged(every: number, ...edges: readonly string[][]): string {
  let page = 0;
  const lines = column.flatMap((line, i) =>
    i % every === every - 1 && page < edges.length ? [line, ...edges[page++]!] : [line],
  );
  return `${lines.join('\n')}\n`;
}

const pageNumbers: Readonly<Record<string, string>> = {
  'between dashes': '— 12 —',
  'between hyphens': '- 12 -',
  'between dots': '·12·',
  'in full width': '—１２—',
  'in words': '第 12 页',
  'of so many': '第12页 共34页',
};
for (const [name, line] of Object.entries(pageNumbers)) {
  test(`page-number: ${name}`, () => {
    const raw = paged(3, [line]);
    assert.equal(furnitureOf(raw).length, 1);
    assert.equal(clean(raw), `${solid}\n`, 'the sentence is read across it');
  });
}

test('page-number: cleaning neither takes it away nor joins over it', () => {
  const raw = paged(3, ['— 12 —']);
  const cleaned = applyEdits(raw, service.cleaning(service.analyse(raw)).edits);
  assert.equal(cleaned, `${column.slice(0, 3).join('')}\n— 12 —\n${column.slice(3).join('')}\n`);
  assert.equal(clean(cleaned), `${solid}\n`, 'and a cleaned text reads the same');
  assert.equal(removed(cleaned), `${solid}\n`);
});

test('page-number: its removal takes away the break that it hides, and no more', () => {
  const raw = paged(3, ['', '— 12 —', '']);
  assert.equal(removed(raw), raw.replace('\n\n— 12 —\n\n', ''));
});

test('page-number: between two paragraphs only the line goes', () => {
  const raw = `${column.join('\n')}\n— 12 —\n${column.join('\n')}\n`;
  assert.equal(removed(raw), raw.replace('— 12 —\n', ''));
  assert.equal(clean(raw), `${solid}\n${solid}\n`);
});

test('page-number: a bare number in a rising sequence, one of them misread', () => {
  const page = `${column.join('\n')}\n`.repeat(2);
  const raw = ['77', '78', '7g', '80', '81'].map((number) => page + paged(3, [number])).join('');
  assert.deepEqual(
    furnitureOf(raw),
    ['77', '78', '7g', '80', '81'].map((number) => `page-number: ${number}`),
  );
  assert.equal(clean(raw), `${solid}\n`.repeat(15));
});

test('page-number: a bare number and half a pair of dashes beside a form feed', () => {
  const raw = paged(4, ['648—', '\f']);
  assert.deepEqual(furnitureOf(raw), ['page-number: 648—']);
  assert.equal(clean(raw), `${solid}\n`);
  assert.deepEqual(
    furnitureOf(`${raw}${`${column.join('\n')}\n`.repeat(3)}-649\n`),
    ['page-number: 648—', 'page-number: -649'],
    'and the last page',
  );
});

test('page-number: a form feed alone is white space', () => {
  for (const edge of [['\f'], ['', '\f', '']]) {
    const raw = paged(4, edge);
    assert.equal(clean(raw), `${solid}\n`);
    assert.deepEqual(furnitureOf(raw), []);
  }
  const glued = column.join('\n').replace('\n，这是', '\n\f，这是');
  assert.equal(clean(glued), solid);
});

test('page-number: the number on the first line belongs to no paragraph', () => {
  const raw = `第 1 页\n甲国和乙国在建交五十周年之际\n关于深化合作的联合声明\n${column.join('\n')}\n`;
  assert.deepEqual(furnitureOf(raw), ['page-number: 第 1 页']);
  assert.ok(clean(raw).startsWith('甲国和乙国在建交五十周年之际关于深化合作的联合声明\n'));
  assert.equal(removed(raw), raw.replace('第 1 页\n', ''));
});

const noNumbers: Readonly<Record<string, string>> = {
  'one bare number': paged(3, ['12']),
  'two bare numbers': paged(3, ['12'], ['13']),
  'numbers that do not rise': paged(2, ['12'], ['57'], ['3']),
  'a table of numbers': '项目\n12\n13\n14\n15\n合计\n54\n',
  'a column of negative numbers': '变化\n-12\n-13\n-14\n',
  'pages as items': '目录\n第1页\n第2页\n第3页\n第4页\n第5页\n',
  'numbered sections': '1\n双方同意加强合作。\n2\n双方同意扩大贸易。\n3\n双方同意便利往来。\n',
  'a table of names and numbers': '甲国代表\n1\n乙国代表\n2\n丙国代表\n3\n丁国代表\n4\n',
  years: '1971\n双方建立外交关系。\n1972\n双方签署联合公报。\n1973\n双方互设联络处。\n',
  'a year in a title': '联合国大会决议\n2758\n恢复合法权利。\n',
  'a resolution': '联合国大会第 2758 号决议\n第 12 条\n',
};
for (const [name, raw] of Object.entries(noNumbers)) {
  test(`page-number: ${name} are no page numbers`, () => assert.deepEqual(furnitureOf(raw), []));
}

test('page-number: numbers that may be such are never joined to the text unseen', () => {
  const raw = paged(3, ['12'], ['13']);
  const cleaned = applyEdits(raw, service.cleaning(service.analyse(raw)).edits);
  assert.deepEqual(cleaned.match(/^1\d$/gm), ['12', '13']);
});

test('running-head: the title of a book on pages with numbers', () => {
  const raw = paged(2, ['— 7 —', '外交文献选编上册'], ['外交文献选编上册', '— 8 —']) + paged(3, ['— 9 —']);
  assert.deepEqual(furnitureOf(raw), [
    'page-number: — 7 — · 外交文献选编上册',
    'page-number: 外交文献选编上册 · — 8 —',
    'page-number: — 9 —',
  ]);
  assert.equal(clean(raw), `${solid}\n${solid}\n`);
});

test('running-head: the volume of a collection that comes again and cuts sentences', () => {
  const raw = paged(4, ['甲国外交文件集第三卷']) + paged(5, ['甲国外交文件集第三卷']);
  assert.deepEqual(
    furnitureOf(raw),
    [1, 2].map(() => 'running-head: 甲国外交文件集第三卷'),
  );
  assert.equal(clean(raw), `${solid}\n${solid}\n`);
});

test('running-head: words that are no name of a collection, beside the numbers of pages', () => {
  const raw = `${paged(2, ['— 7 —', '甲国外交史料'])}${column.join('\n')}\n${paged(3, ['甲国外交史料', '— 8 —'])}`;
  assert.deepEqual(furnitureOf(raw), [
    'page-number: — 7 — · 甲国外交史料',
    'page-number: 甲国外交史料 · — 8 —',
  ]);
  assert.equal(clean(raw), `${solid}\n`.repeat(3));
});

test('running-head: words that stand at the edges of pages so short that they are no pages are never joined unseen', () => {
  const raw = paged(2, ['甲国外交史料', '— 7 —'], ['甲国外交史料', '— 8 —']);
  assert.deepEqual(furnitureOf(raw), ['page-number: — 7 —', 'page-number: — 8 —']);
  const cleaned = applyEdits(raw, service.cleaning(service.analyse(raw)).edits);
  assert.deepEqual(cleaned.match(/^甲国外交史料$/gm), ['甲国外交史料', '甲国外交史料']);
});

test('running-head: the head of a newspaper page', () => {
  for (const head of [
    '人民日报 2031年5月9日 星期五 第3版',
    '第3版 2031年5月9日 星期五 人民日报',
    '2031年5月9日 第3版',
    '第3版',
    '3版',
    '人民日报 星期五',
  ]) {
    const title = '甲国和乙国联合声明';
    const raw = `${head}\n${title}\n${column.join('\n')}\n`;
    assert.deepEqual(furnitureOf(raw), [`running-head: ${head}`]);
    assert.equal(clean(raw), `${title}\n${solid}\n`);
    assert.equal(clean(paged(3, [head])), `${solid}\n`);
  }
});

test('running-head: a reporter whose line cuts a sentence', () => {
  assert.deepEqual(furnitureOf(paged(3, ['新华社记者 张某某摄'])), ['running-head: 新华社记者 张某某摄']);
  assert.deepEqual(furnitureOf(`联合声明\n新华社记者 张某某\n${column.join('\n')}\n`), []);
  assert.deepEqual(furnitureOf(`${column.join('\n')}\n新华社记者 张某某\n`), []);
});

const noHeads: Readonly<Record<string, string>> = {
  'a list of reporters': paged(
    3,
    Array.from({ length: 6 }, (_, i) => `新华社记者 张某${i}`),
  ),
  'a refrain': ['起来', '前进前进前进', '我们走', '前进前进前进', '不停步', '前进前进前进', '向前'].join(
    '\n',
  ),
  'a signature that is repeated':
    '中华人民共和国代表\n甲某某\n中华人民共和国代表\n乙某某\n中华人民共和国代表\n丙某某\n',
  'a heading that is repeated': `加强政治互信\n${solid}\n加强政治互信\n${solid}\n加强政治互信\n${solid}\n`,
  'a heading that stands at the edges of two pages': [
    `${solid}\n加强政治互信\n\f${solid}`,
    `${solid}\n\f加强政治互信\n${solid}\n`,
  ].join('\n'),
  'the source of a text': `${solid}\n人民日报 2031年5月9日\n`,
  'a date': `联合声明\n2031年5月9日\n${solid}\n`,
  'a date with its day': `联合声明\n2031年5月9日 星期五\n${solid}\n`,
  'the name of a collection that is mentioned once': paged(4, ['甲国外交文件集第三卷']),
  'a line of statistics': `贸易额\n2031年 120 亿元\n2032年 130 亿元\n2033年 140 亿元\n`,
};
for (const [name, raw] of Object.entries(noHeads)) {
  test(`running-head: ${name} is none`, () => assert.deepEqual(furnitureOf(raw), []));
}

const jumpMarks = [
  '（上接第1版）',
  '(下转第 7 版)',
  '【下转第二版】',
  '〔上接第1版〕',
  '下转第4版',
  '●上接第一版',
  '（紧接第1版）',
];
for (const mark of jumpMarks) {
  test(`jump-mark: ${mark} on a line of its own`, () => {
    assert.deepEqual(furnitureOf(paged(3, [mark])), [`jump-mark: ${mark}`]);
    assert.equal(clean(paged(3, [mark])), `${solid}\n`);
    assert.equal(clean(`${mark}\n${column.join('\n')}\n`), `${solid}\n`);
    assert.equal(clean(`${column.join('\n')}\n${mark}\n`), `${solid}\n`);
  });
}

test('jump-mark: where two pages were put together', () => {
  const raw = `${column.slice(0, 3).join('\n')} （下转第2版）\n（上接第1版）${column.slice(3).join('\n')}\n`;
  assert.equal(clean(raw), `${solid}\n`);
  assert.equal(clean(paged(3, ['（下转第2版）', '（上接第1版）'])), `${solid}\n`);
});

test('jump-mark: a mark that is quoted, or that names no page', () => {
  for (const raw of ['报纸印有“（下转第4版）”字样。\n', '（下转另一议题）\n', '双方（上接前文）同意。\n']) {
    assert.deepEqual(furnitureOf(raw), []);
  }
});

test('furniture is shown where it stands, not at the break that goes with it', () => {
  const raw = paged(3, ['— 12 —']);
  const [found] = service.analyse(raw).artefacts.filter(({ rule }) => rule === 'page-number');
  assert.equal(raw.slice(found!.shown!.start, found!.shown!.end), '— 12 —');
  const { furniture } = service.analyse(raw).reading;
  assert.deepEqual(furniture, [found!.shown]);
});
