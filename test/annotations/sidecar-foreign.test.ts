import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { JsonObject } from '../../server/src/text/json.ts';
import { storeOf, tagged } from './marked-text.ts';

const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };
const { text } = tagged('中方重申。');

/** A file with these members beside the tag a0001 on 中方, and with these of the tag. */
function pageWith(members: JsonObject, item: JsonObject = {}): string {
  const store = tagged('[中方]重申。');
  const file = serialiseSidecar(
    withAnnotations({ annotations: [], kept: [], unknown: {} }, store.toStore(), text, sha256),
    names,
  );
  const page = JSON.parse(file);
  const [tag] = page.items;
  return JSON.stringify({ ...page, ...members, items: [{ ...tag, ...item }] });
}

/** What is written after the file was opened and its tags were changed. */
function rewritten(file: string, change: (store: ReturnType<typeof storeOf>) => void = () => {}) {
  const reading = parseSidecar(file);
  assert.ok(reading.ok, JSON.stringify(reading));
  const store = storeOf(text, openSidecar(reading.sidecar, text, sha256).annotations);
  change(store);
  return JSON.parse(serialiseSidecar(withAnnotations(reading.sidecar, store.toStore(), text, sha256), names));
}

function refused(file: string): unknown {
  const reading = parseSidecar(file);
  return reading.ok ? 'read' : [reading.problem.code, reading.problem.line, ...reading.problem.values];
}

test('An attribute that is set counts, whatever the file had under its name, and leaves nothing behind', () => {
  const file = pageWith({}, { 'jiaozhu:attributes': { certainty: null, source: { page: 3 } } });
  const set = rewritten(file, (store) => store.change(['a0001'], { attributes: { certainty: 'high' } }));
  assert.deepEqual(set.items[0]['jiaozhu:attributes'], { certainty: 'high', source: { page: 3 } });
  const removed = rewritten(file, (store) => {
    store.change(['a0001'], { attributes: { certainty: 'high' } });
    store.change(['a0001'], { attributes: {} });
  });
  assert.deepEqual(removed.items[0]['jiaozhu:attributes'], { source: { page: 3 } });
  const undone = rewritten(file, (store) => {
    store.change(['a0001'], { attributes: { certainty: 'high' } });
    store.undo();
  });
  assert.deepEqual(undone.items[0]['jiaozhu:attributes'], { certainty: null, source: { page: 3 } });
});

test('A page with one member twice is refused with the line of the second: writing it would lose the first', () => {
  const page = pageWith({});
  assert.deepEqual(refused(page.replace(/\}$/, ',\n"it\\u0065ms": []}')), ['member-twice', 2, 'items']);
  assert.deepEqual(refused(page.replace('{', '{"x:a": "}", "x:a": "\\""\n, ')), ['member-twice', 1, 'x:a']);
  assert.equal(refused(pageWith({ 'x:a': { items: 1 }, 'x:b': 'items' })), 'read');
});

test('A page that is nested deeper than a writer can follow is refused', () => {
  const nested = (depth: number) =>
    pageWith({ 'x:deep': 0 }).replace('"x:deep":0', `"x:deep":${'['.repeat(depth)}${']'.repeat(depth)}`);
  assert.equal(refused(nested(199)), 'read');
  assert.deepEqual(refused(nested(200)), ['nested-too-deep', 1, 200]);
  assert.deepEqual(refused(nested(200_000)), ['nested-too-deep', 1, 200]);
  assert.equal(rewritten(nested(199)).items.length, 1);
});

test('A version that is no number up to the known one is a newer one', () => {
  assert.deepEqual(refused(pageWith({ 'jiaozhu:format': '2' })), ['newer-version', 1, '"2"']);
  assert.deepEqual(refused(pageWith({ 'jiaozhu:format': { major: 2 } })), [
    'newer-version',
    1,
    '{"major":2}',
  ]);
  assert.equal(refused(pageWith({ 'jiaozhu:format': '1' })), 'read');
});

test('A page keeps its own contexts, id and type, and what it says of its text beyond what is ours', () => {
  const own = { ex: 'https://example.org/' };
  const head = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', own],
    id: 'https://example.org/page1',
    type: ['AnnotationPage', 'ex:Special'],
  };
  const page = rewritten(pageWith({ ...head, 'jiaozhu:text': { sha256: 'x', length: 1, 'ex:edition': 2 } }));
  assert.deepEqual(page['@context'], [{ jiaozhu: 'urn:jiaozhu:' }, 'http://www.w3.org/ns/anno.jsonld', own]);
  assert.deepEqual([page.id, page.type], [head.id, head.type]);
  assert.equal(page['jiaozhu:text']['ex:edition'], 2);
  assert.equal(page['jiaozhu:text'].sha256, sha256(text));
  assert.deepEqual(rewritten(JSON.stringify(page)), page);
  const renamed = rewritten(pageWith({ id: 'b.txt.annotations.json' }, { target: { source: 'b.txt' } }));
  assert.equal(renamed.id, names.sidecar);
});

test('An annotation of another document than the page’s is kept, not shown; of a renamed one it is read', () => {
  const target = { source: 'other.txt', selector: [{ type: 'TextQuoteSelector', exact: '中方' }] };
  const page = rewritten(pageWith({}, { target }));
  assert.deepEqual(page.items[0].target, target);
  const reading = parseSidecar(pageWith({}, { target }));
  assert.ok(reading.ok);
  assert.deepEqual(
    reading.problems.map(({ code, values }) => [code, ...values]),
    [['annotation-not-understood', 'target']],
  );
  const renamed = rewritten(pageWith({ id: 'other.txt.Li.annotations.json' }, { target }));
  assert.equal(renamed.items[0].target.source, 'a.txt');
});

test('Merging keeps the links of all that say more than a link, splitting what is said of each place', () => {
  const link = (to: string) => ({ 'jiaozhu:relation': 'about', 'jiaozhu:to': to, 'ex:since': 1 });
  const place = (start: number, exact: string) => ({
    source: 'a.txt',
    'ex:page': start,
    selector: [
      { type: 'TextPositionSelector', start, end: start + exact.length },
      { type: 'TextQuoteSelector', exact },
    ],
  });
  const page = JSON.parse(pageWith({}, { id: 'x', target: [place(0, '中方'), place(3, '申')] }));
  const [tag] = page.items;
  const split = rewritten(JSON.stringify(page), (store) => store.split('x', 2));
  assert.deepEqual(
    split.items.map((item: JsonObject) => (item.target as JsonObject)['ex:page']).sort(),
    [0, 3],
  );
  const two = [
    { ...tag, target: place(0, '中方'), 'jiaozhu:relations': [link('x')] },
    { ...tag, id: 'b', target: place(3, '申'), 'jiaozhu:relations': [link('y')] },
  ];
  const merged = rewritten(JSON.stringify({ ...page, items: two }), (store) => store.merge(['x', 'b']));
  assert.deepEqual(merged.items[0]['jiaozhu:relations'], [link('x'), link('y')]);
});
