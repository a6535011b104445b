import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import { typeName } from '../../../client/src/annotations/formats/brat/names.ts';
import { brat } from '../../../client/src/annotations/formats/brat.ts';
import { FormatProblemError } from '../../../client/src/annotations/formats/format-problem.ts';
import { assertLinearAsync, costAsync } from '../../property/growth.ts';
import { contents, document, files, lines, read, text } from './brat-files.ts';
import { createTag } from './example-tag.ts';
import { context, readAll } from './round-trip.ts';

test('what is written: fragments at line ends, ASCII types, choices and flags, notes on one line, classes of two or more', () => {
  const output = contents([document]);
  assert.deepEqual(Object.keys(output), [
    '2031/声明.txt',
    '2031/声明.ann',
    '2031/声明.jiaozhu.json',
    'annotation.conf',
    'visual.conf',
    'kb_shortcuts.conf',
  ]);
  const type = typeName('立场 甲');
  assert.equal(
    output['2031/声明.ann'],
    lines(
      'T1\tparty 0 2\t甲国',
      '#1\tAnnotatorNotes T1\t第一行 第二行',
      'T2\tparty 3 5\t𠮷国',
      'R1\tmember-of Arg1:T2 Arg2:T1\t',
      `T3\t${type} 5 7;9 16\t重申 《联合国宪章》`,
      'A1\tstance T3 重申',
      'A2\tcertain T3',
      '*\tEquiv T1 T2',
    ),
  );
  assert.equal(output['2031/声明.txt'], text);
  assert.deepEqual(JSON.parse(output['2031/声明.jiaozhu.json']!).tags.T3, {
    id: 'urn:uuid:c',
    at: '5 7;9 16',
    spans: [[5, 16]],
    label: '立场 甲',
    shown: { stance: '重申', certain: true },
    attributes: { weight: 0.5 },
    creator: '李',
    created: '2031-05-09T07:08:09Z',
    modified: '2031-05-09T07:08:09Z',
    review: 'suggested',
  });
});

test('what was changed in brat comes back on the tags that they were; what is new has an id of its own', async () => {
  const output = contents([document]);
  const standoff = lines(
    // Another type, other words, no note; the second is gone, and its number is used again elsewhere.
    'T1\torganisation 0 3\t甲国和',
    'T2\tparty 17 19\t宗旨',
    `T3\t${typeName('立场 甲')} 5 7;9 16\t重申 《联合国宪章》`,
    '#1\tAnnotatorNotes T3\t新',
  );
  const [again] = await readAll(brat, files({ ...output, '2031/声明.ann': standoff }));
  const [first, third, fresh] = again!.document.tags;
  assert.deepEqual(
    [first!.id, first!.label, first!.note, first!.chain],
    ['urn:uuid:a', 'organisation', '', undefined],
  );
  assert.deepEqual([third!.id, third!.note, third!.attributes], ['urn:uuid:c', '新', { weight: 0.5 }]);
  assert.equal(third!.spans.length, 1);
  assert.match(fresh!.id, /^urn:uuid:[0-9a-f-]{36}$/);
  assert.equal(again!.document.name, '2031/声明.txt');
  assert.deepEqual(again!.problems, []);
  // As they were.
  const said = ({ label, note, attributes, spans }: Annotation) => ({ label, note, attributes, spans });
  const sent = [document.tags[0]!, document.tags[2]!];
  assert.deepEqual(
    [...again!.former!].map(([id, tag]) => [id, said(tag)]),
    sent.map((tag) => [tag.id, said(tag)]),
  );
});

test('without the file that remembers, a tag over a line end is still one', async () => {
  const { '2031/声明.jiaozhu.json': _memory, ...output } = contents([document]);
  const [again] = await readAll(brat, files(output));
  const tag = again!.document.tags.at(-1)!;
  assert.deepEqual(
    tag.spans.map(({ start, end }) => text.slice(start, end)),
    ['重申\r\n《联合国宪章》'],
  );
});

test('a broken file that remembers is passed over', async () => {
  for (const broken of [
    '',
    '{',
    '[]',
    '{"jiaozhu": 1, "tags": [1]}',
    '{"jiaozhu": 1, "tags": {"T1": {"id": "", "at": 7}}}',
  ]) {
    const { found } = await read('甲国', lines('T1\tparty 0 2\t甲国'), { 'a.jiaozhu.json': broken });
    assert.deepEqual(found, ['party: 甲国'], broken);
  }
});

test('two documents whose names differ in the ending alone have files of their own', () => {
  const of = (name: string) => ({ name, text: '甲', tags: [], annotator: '' });
  const names = Object.keys(contents([of('a.txt'), of('a'), of('b.statement')]));
  assert.deepEqual(
    names.filter((name) => name.endsWith('.txt')),
    ['a.txt', 'a-2.txt', 'b.statement.txt'],
  );
});

test('what brat cannot have is told: tags of the document, lost words, line ends alone', () => {
  const losses = brat.losses(
    {
      name: 'a.txt',
      text: '甲\n乙',
      annotator: '',
      tags: [
        createTag('甲\n乙', { id: '1', label: 'topic', spans: [], scope: 'document' }),
        createTag('甲\n乙', { id: '2', label: 'sic', spans: [{ start: 1, end: 2 }] }),
        createTag('甲\n乙', {
          id: '3',
          label: 'party',
          spans: [{ start: 0, end: 1 }],
          relations: [{ type: 'x', target: '2' }],
        }),
      ],
    },
    context,
  );
  assert.deepEqual(
    losses.map(({ feature, tags, tagsLeftOut }) => [feature, tags.join(' '), tagsLeftOut]),
    [
      ['documents', '1', true],
      ['relations', '3', false],
      ['blanks', '2', true],
    ],
  );
});

test('what is said of one tag over and over takes time as its length', async () => {
  const of = (count: number, line: (i: number) => string) =>
    lines('T1\tparty 0 2\t甲国', ...Array.from({ length: count }, (_, i) => line(i + 1)));
  const hostile: readonly ((i: number) => string)[] = [
    (i) => `N${i}\tReference T1 DB:${i}`,
    (i) => `A${i}\tFlag T1`,
    (i) => `#${i}\tAnnotatorNotes T1\t注`,
    () => '*\tEquiv T1 T1 T1',
    (i) => `E${i}\tparty:T1 Who:E${i}`,
    (i) => `R${i}\tx Arg1:T1 Arg2:T1`,
    () => 'T1\tparty 0 2',
  ];
  for (const line of hostile) {
    await assertLinearAsync(8000, (count) =>
      costAsync(async () => {
        await readAll(brat, files({ 'a.txt': '甲国', 'a.ann': of(count, line) }));
      }),
    );
  }
  const text = '甲国'.repeat(8000);
  await assertLinearAsync(8000, (count) => {
    const at = (shift: number) =>
      Array.from({ length: count }, (_, i) => `${2 * i + shift} ${2 * i + shift + 1}`).join(';');
    const memory = { jiaozhu: 1, tags: { T1: { id: 'x', at: at(1) } } };
    const contents = {
      'a.txt': text,
      'a.ann': `T1\tparty ${at(0)}\n`,
      'a.jiaozhu.json': JSON.stringify(memory),
    };
    return costAsync(async () => {
      await readAll(brat, files(contents));
    });
  });
});

test('a file without its text is refused in words', async () => {
  await assert.rejects(
    readAll(brat, files({ 'a.ann': '' })),
    (error) =>
      error instanceof FormatProblemError &&
      error.message === 'The text that these tags are on is not there: a.txt.',
  );
});
