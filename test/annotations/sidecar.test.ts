import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import {
  newSidecar,
  type Sidecar,
  serialiseSidecar,
  withAnnotations,
} from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { JsonObject } from '../../server/src/text/json.ts';
import { annotationOf, tagged } from './marked-text.ts';

const names = { document: '联合声明.txt', sidecar: '联合声明.txt.annotations.json' };

function written(text: string, annotations: readonly Annotation[], base: Sidecar = newSidecar()): string {
  return serialiseSidecar(withAnnotations(base, annotations, text, sha256), names);
}

function read(file: string): Sidecar {
  const reading = parseSidecar(file);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.sidecar;
}

test('A sidecar is a W3C annotation page, one annotation a line, sorted by id', () => {
  const store = tagged('𠮷：[中方]重申。\r\n[俄方]支持。');
  const [first, second] = store.toStore();
  const file = written(store.text, [second!, first!]);
  const page = JSON.parse(file);
  assert.equal(page.type, 'AnnotationPage');
  assert.deepEqual(page['@context'], ['http://www.w3.org/ns/anno.jsonld', { jiaozhu: 'urn:jiaozhu:' }]);
  assert.equal(page['jiaozhu:text'].sha256, sha256('𠮷：中方重申。\n俄方支持。'));
  assert.equal(page['jiaozhu:text'].length, 13);
  assert.deepEqual(
    page.items.map((item: JsonObject) => item.id),
    ['a0001', 'a0002'],
  );
  const lines = file.split('\n');
  for (const item of page.items) {
    const own = lines.filter((line) => line.includes(`"${item.id}"`));
    assert.deepEqual(JSON.parse(own[0]!.replace(/,$/, '')), item);
  }
  assert.deepEqual(page.items[1].target.selector, [
    { type: 'TextPositionSelector', start: 8, end: 10 },
    {
      type: 'TextQuoteSelector',
      exact: '俄方',
      prefix: '𠮷：中方重申。',
      suffix: '支持。',
      'jiaozhu:bareStart': 7,
    },
  ]);
  assert.equal(page.items[0].body[0].value, 'party');
});

test('The same tags give the same bytes, and what is read is what was written', () => {
  const text = '中方重申支持俄方。';
  const tags = [
    annotationOf('b', { start: 0, end: 2 }, { note: '见第二段', attributes: { 强度: 3, 明示: true } }),
    annotationOf('a', { start: 4, end: 6 }, { review: 'suggested', label: 'position' }),
    annotationOf(
      'c',
      { start: 6, end: 6 },
      {
        state: 'orphan',
        review: 'rejected',
        quotes: [{ exact: '坚定', prefix: '支持', suffix: '俄方' }],
      },
    ),
  ];
  const file = written(text, tags);
  assert.equal(written(text, [...tags].reverse()), file);
  const opened = openSidecar(read(file), text, sha256);
  assert.equal(opened.sameText, true);
  assert.deepEqual(
    opened.annotations,
    [...tags].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  assert.equal(written(text, opened.annotations, read(file)), file);
});

test('An empty sidecar is valid too', () => {
  const file = serialiseSidecar(newSidecar(), names);
  assert.deepEqual(JSON.parse(file).items, []);
  assert.deepEqual(read(file).annotations, []);
});

test('What is not ours is written back as it was, wherever it stands', () => {
  const item = {
    id: 'x1',
    type: 'Annotation',
    motivation: ['tagging', 'linking'],
    creator: { type: 'Person', name: '李', email: 'li@example.org' },
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 'party', language: 'en' },
      { type: 'SpecificResource', purpose: 'linking', source: 'urn:x' },
      { type: 'TextualBody', purpose: 'commenting', value: '注', format: 'text/plain' },
      { type: 'TextualBody', purpose: 'commenting', value: '另注' },
    ],
    target: {
      source: 'other.txt',
      type: 'SpecificResource',
      scope: 'urn:page',
      selector: [
        { type: 'TextPositionSelector', start: 0, end: 2, unit: 'cp' },
        { type: 'TextQuoteSelector', exact: '中方', prefix: '', suffix: '重申', score: 1 },
        { type: 'CssSelector', value: 'p' },
      ],
    },
    'jiaozhu:attributes': { 力度: 2, 来源: { 页: 3 } },
    'x:ours': [1, { a: null }],
  };
  const strange = { id: 'x0', type: 'Annotation', body: 'urn:nothing', target: 'urn:picture' };
  const file = JSON.stringify({ '@context': 'x', items: [item, strange, 7], 'x:page': { a: 1 } });
  const reading = parseSidecar(file);
  assert.ok(reading.ok);
  assert.deepEqual(
    reading.problems.map(({ code }) => code),
    ['text-facts-missing', 'annotation-without-label', 'annotation-without-id'],
  );
  const { annotations } = openSidecar(reading.sidecar, '中方重申', sha256);
  assert.equal(annotations[0]!.note, '注');
  const page = JSON.parse(written('中方重申', [{ ...annotations[0]!, label: 'person' }], reading.sidecar));
  assert.deepEqual(page['x:page'], { a: 1 });
  assert.deepEqual(page.items[0], strange);
  assert.equal(page.items[2], 7);
  const again = page.items[1];
  assert.deepEqual(again.motivation, item.motivation);
  assert.deepEqual(again.creator, item.creator);
  assert.deepEqual(again['x:ours'], item['x:ours']);
  assert.deepEqual(again['jiaozhu:attributes'], item['jiaozhu:attributes']);
  assert.deepEqual(again.body, [
    { ...item.body[0], value: 'person' },
    item.body[2],
    item.body[1],
    item.body[3],
  ]);
  assert.equal(again.target.scope, 'urn:page');
  assert.equal(again.target.selector[0].unit, 'cp');
  assert.equal(again.target.selector[1].score, 1);
  assert.deepEqual(again.target.selector[2], item.target.selector[2]);
});

test('A file that is no sidecar gives its problem with the line, and no sidecar to write', () => {
  const cases: [string, string, number][] = [
    ['', 'empty', 1],
    ['\ufeff \n', 'empty', 1],
    ['{\n"items": [\n{"id": "a"},\n<<<<<<< HEAD\n', 'merge-conflict', 4],
    ['{"items": [\n{"id": "a",}]}', 'not-json', 2],
    ['{"items": ["\n"]}', 'not-json', 1],
    ['{"items": [] }\n}', 'not-json', 2],
    ['{"items": [', 'not-json', 1],
    ['[]', 'not-a-page', 1],
    ['{"items": {}}', 'not-a-page', 1],
    ['{\n"items": [],\n"jiaozhu:format": 2\n}', 'newer-version', 3],
  ];
  for (const [file, code, line] of cases) {
    const reading = parseSidecar(file);
    assert.equal(reading.ok, false);
    assert.ok(!('sidecar' in reading));
    assert.deepEqual(
      [!reading.ok && reading.problem.code, !reading.ok && reading.problem.line],
      [code, line],
      file,
    );
  }
});

test('A problem names its line, also where the file was laid out anew', () => {
  const file = JSON.stringify({ items: [{ id: 'a' }, { type: 'Annotation' }] }, null, 2);
  const reading = parseSidecar(file);
  assert.ok(reading.ok);
  assert.deepEqual(
    reading.problems.map(({ code, path, line }) => ({ code, path, line })),
    [
      { code: 'text-facts-missing', path: '', line: 1 },
      { code: 'annotation-not-understood', path: 'items[0]', line: 3 },
      { code: 'annotation-without-id', path: 'items[1]', line: 6 },
    ],
  );
});

test('The second of two annotations with one id is kept, not shown', () => {
  const store = tagged('[中方]重申');
  const [tag] = store.toStore();
  const page = JSON.parse(written(store.text, [tag!]));
  page.items.push({ ...page.items[0], 'x:other': 1 });
  const reading = parseSidecar(JSON.stringify(page));
  assert.ok(reading.ok);
  assert.equal(reading.sidecar.annotations.length, 1);
  assert.equal(reading.problems[0]!.code, 'annotation-twice');
  assert.equal(JSON.parse(written(store.text, [tag!], reading.sidecar)).items.length, 2);
});

test('A position that disagrees with its quote does not count, though the text is the same', () => {
  const store = tagged('会上中方表示支持，[俄方]表示赞赏。');
  const file = written(store.text, store.toStore()).replace('"start":9,"end":11', '"start":2,"end":4');
  const opened = openSidecar(read(file), store.text, sha256);
  assert.deepEqual(opened.annotations[0]!.spans, [{ start: 9, end: 11 }]);
  assert.deepEqual(opened.moved, ['a0001']);
});

test('Words that are gone make an orphan, which is found again when they are back', () => {
  const text = '会上双方回顾历史，一致认为应当加强古籍修复合作，并就此达成共识。双方还讨论了其他问题。';
  const store = tagged(text.replace('古籍修复', '[古籍修复]'));
  const file = written(text, store.toStore());
  const without = text.replace('一致认为应当加强古籍修复合作，并就此达成共识', '没有结论');
  const gone = openSidecar(read(file), without, sha256);
  assert.deepEqual(gone.lost, [{ id: 'a0001', reason: 'not-found' }]);
  assert.equal(gone.annotations[0]!.quotes[0]!.exact, '古籍修复');
  const saved = written(without, gone.annotations, read(file));
  const back = openSidecar(read(saved), text, sha256);
  assert.deepEqual(back.foundAgain, ['a0001']);
  assert.equal(back.annotations[0]!.state, 'anchored');
  assert.deepEqual(back.annotations[0]!.spans, store.snapshot.anchored[0]!.spans);
});

test('Names that would change an object’s nature are names like others', () => {
  const file = '{"items":[],"__proto__":{"a":1},"constructor":2}';
  const page = serialiseSidecar(read(file), names);
  assert.ok(page.includes('"__proto__": {"a":1}'));
  assert.equal(({} as { a?: number }).a, undefined);
});
