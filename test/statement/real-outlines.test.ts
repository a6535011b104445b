import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import type { StatementKind } from '../../server/src/statement/node.ts';
import { setRaw } from './composing/raw.ts';
import { skeletonOf } from './skeleton.ts';

const documents = new URL('../../../shared/documents/', import.meta.url);
const outlines = new URL('outlines/', import.meta.url);
const skip = existsSync(documents) ? false : 'the real documents are not here';
const service = createStatementService();
const read = (name: string) =>
  readFileSync(new URL(`${name}.txt`, documents), 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');

/** Outlines written down by reading the documents: kinds, numerals and counts, without their words. */
for (const file of readdirSync(outlines)) {
  const name = file.replace(/\.outline$/, '');
  test(`${name} is outlined as a reader outlines it`, { skip }, () => {
    const { tree, reading } = service.analyse(read(name));
    const expected = readFileSync(new URL(file, outlines), 'utf8').trimEnd();
    assert.equal(skeletonOf(tree, reading.clean), expected);
  });
}

const MARKS =
  /^(?:(第[^条條]{1,4}[條条])|([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|[㈠-㈩]))/;

/** The articles and items of a document that has each on a line of its own, as the lines begin. */
function marksOfLines(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const mark = MARKS.exec(line.replace(/\s/g, ''));
    return mark === null ? [] : [mark[1] === undefined ? `item ${mark[2]}` : `article ${mark[1]}`];
  });
}

function marksOfSkeleton(skeleton: string): string[] {
  return skeleton.split('\n').flatMap((line) => {
    const [kind, ...marks] = line.trim().split(' ');
    if (kind !== 'article' && kind !== 'item') return [];
    return marks.filter((mark) => !mark.startsWith('¶')).map((mark) => `${kind} ${mark}`);
  });
}

const ARTICLES: readonly [string, number, string][] = [
  ['vcdr-zh-hant', 53, 'closing ¶1'],
  ['outer-space-zh-hant', 17, 'closing ¶1'],
  ['law-treaty-procedure-1990', 21, ''],
  ['udhr-cmn_hans', 30, ''],
  ['udhr-zh-oldutf8', 27, ''],
];
for (const [name, count, closing] of ARTICLES) {
  test(`${name} has each of its articles and items where a line begins one`, { skip }, () => {
    const text = read(name);
    const { tree, reading } = service.analyse(text);
    const skeleton = skeletonOf(tree, reading.clean);
    assert.deepEqual(marksOfSkeleton(skeleton), marksOfLines(text));
    assert.equal(tree.children.filter(({ kind }) => kind === 'article').length, count);
    if (closing !== '') assert.ok(skeleton.endsWith(`\n${closing}`), skeleton.slice(-40));
    if (name.startsWith('udhr'))
      assert.ok(skeleton.startsWith('title\ndateline\nparagraph ¶1\npreamble ¶8\n'));
  });
}

test('a day of news is its title, its summary and one section an item of news', { skip }, () => {
  for (const [name, items] of [
    ['xwlb-20240516', 11],
    ['xwlb-20241104', 16],
  ] as const) {
    const { kind, tree } = service.analyse(read(name));
    assert.equal(kind, 'unknown');
    const [title, summary, news] = tree.children;
    assert.deepEqual([title!.kind, summary!.kind, news!.kind], ['title', 'section', 'section']);
    assert.equal(summary!.children.filter((node) => node.kind === 'item').length, items);
    assert.equal(news!.children.filter((node) => node.kind === 'section').length, items);
  }
});

test('what a document is, by its titles or its first words', { skip }, () => {
  const kinds: readonly [StatementKind, readonly string[]][] = [
    ['joint-statement', ['cn-ru-2024-05-16.raw', 'frag-cn-ru-2022-clean', 'frag-cn-us-1997-joint-statement']],
    ['communique', ['cn-us-1972-communique-ocr', 'cn-us-1972-communique-newspaper']],
    ['declaration', ['udhr-cmn_hans', 'udhr-zh-oldutf8', 'frag-focac-2018-beijing-declaration-bilingual']],
    [
      'treaty',
      [
        'vcdr-zh-hant',
        'outer-space-zh-hant',
        'frag-cn-ru-2001-treaty-wikisource',
        'frag-sco-charter-2002-ptt-hardwrap',
      ],
    ],
    ['announcement', ['korean-armistice-1953', 'gov-statement-1964-nuclear-test-ocr']],
    ['letter', ['telegram-1960-sino-soviet-treaty-10y-ocr']],
    ['law', ['law-treaty-procedure-1990']],
    ['unknown', ['mfa-merkel-2019', 'prc-statement-1971-raw-ocr-pages']],
  ];
  for (const [kind, names] of kinds)
    for (const name of names) assert.equal(service.analyse(read(name)).kind, kind, name);
});

/** Documents whose lines are paragraphs, and which no line of signatures set wide apart makes hard to set anew. */
const SET_ANEW = [
  'cn-ru-2024-05-16.clean',
  'cn-us-1972-communique-newspaper',
  'korean-armistice-1953',
  'outer-space-zh-hant',
  'vcdr-zh-hant',
  'udhr-cmn_hans',
  'law-treaty-procedure-1990',
  'telegram-1960-sino-soviet-treaty-10y-ocr',
];

test('set in columns, they are outlined as before', { skip }, (t) => {
  let [all, same] = [0, 0];
  for (const name of SET_ANEW) {
    const lines = service.analyse(read(name)).reading.clean.split('\n');
    const text = lines
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n');
    const before = service.analyse(text);
    const expected = skeletonOf(before.tree, before.reading.clean);
    for (let seed = 0; seed < 20; seed++) {
      const { raw, indent } = setRaw(text, seed);
      if (indent !== 'ideographic' && indent !== 'ascii') continue;
      const { tree, reading } = service.analyse(raw);
      all++;
      if (skeletonOf(tree, reading.clean) === expected) same++;
      else t.diagnostic(`${name}, seed ${seed}: another outline`);
    }
  }
  t.diagnostic(`${same} of ${all} outlines as before`);
  assert.ok(same >= 0.9 * all, `${same} of ${all}`);
});
