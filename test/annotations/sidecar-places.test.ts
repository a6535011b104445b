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
import { placeOf, storeOf } from './marked-text.ts';

const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };
const source = 'a.txt';

function written(text: string, annotations: readonly Annotation[], base: Sidecar = newSidecar()): string {
  return serialiseSidecar(withAnnotations(base, annotations, text, sha256), names);
}

function read(file: string): Sidecar {
  const reading = parseSidecar(file);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.sidecar;
}

const text = '会谈结束后发表消息称，双方将在能源领域开展合作，并就此签署协定。中方对此表示满意。';

/** A tag of the words, a fragment each. */
function tagOf(...words: string[]) {
  const store = storeOf(text);
  const [range, ...fragments] = words.map((word) => placeOf(text, word));
  store.add({ label: 'position', range: range!, fragments });
  return store;
}

function wordsIn(later: string, { spans }: Annotation): string[] {
  return spans.map(({ start, end }) => later.slice(start, end));
}

test('Fragments are targets, each with its position and quote', () => {
  const store = tagOf('双方将', '开展合作');
  const [item] = JSON.parse(written(text, store.toStore())).items;
  assert.deepEqual(item.target, [
    {
      source,
      selector: [
        { type: 'TextPositionSelector', start: 11, end: 14 },
        {
          type: 'TextQuoteSelector',
          exact: '双方将',
          prefix: '会谈结束后发表消息称，',
          suffix: '在能源领域开展合作，并就此签署协定。中方对此表示满意。',
          'jiaozhu:bareStart': 11,
        },
      ],
    },
    {
      source,
      selector: [
        { type: 'TextPositionSelector', start: 19, end: 23 },
        {
          type: 'TextQuoteSelector',
          exact: '开展合作',
          prefix: '会谈结束后发表消息称，双方将在能源领域',
          suffix: '，并就此签署协定。中方对此表示满意。',
          'jiaozhu:bareStart': 19,
        },
      ],
    },
  ]);
});

test('A document’s tag has a target without selectors, a section’s one says so, and links and chains are members', () => {
  const store = storeOf(text);
  store.add({ label: 'kind', scope: 'document', range: { start: 0, end: 0 } });
  store.add({ label: 'reviewed', scope: 'section', range: { start: 0, end: 2 } });
  store.add({
    label: 'party',
    range: placeOf(text, '中方'),
    relations: [{ type: 'part-of', target: 'a0002' }],
    chain: '中国',
  });
  const file = written(text, store.toStore());
  const [document, section, party] = JSON.parse(file).items;
  assert.deepEqual(document.target, { source });
  assert.equal(section.target['jiaozhu:scope'], 'section');
  assert.deepEqual(party['jiaozhu:relations'], [{ 'jiaozhu:relation': 'part-of', 'jiaozhu:to': 'a0002' }]);
  assert.equal(party['jiaozhu:chain'], '中国');
  const opened = openSidecar(read(file), text, sha256);
  assert.deepEqual(
    opened.annotations,
    [...store.toStore()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  assert.equal(written(text, opened.annotations, read(file)), file);
});

test('What other programs say of several targets, their order and their relations is kept', () => {
  const target = (exact: string, member: object) => ({
    source: 'elsewhere.txt',
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: '', suffix: '', 'x:score': exact.length },
      { type: 'CssSelector', value: exact },
    ],
    ...member,
  });
  const item = {
    id: 'x1',
    type: 'Annotation',
    body: { type: 'TextualBody', purpose: 'tagging', value: 'position' },
    target: [
      target('中方对此表示满意', { id: 'urn:second' }),
      target('在能源领域开展合作', { id: 'urn:first' }),
    ],
    'jiaozhu:relations': [{ 'jiaozhu:relation': 'of', 'jiaozhu:to': 'x2', sure: false }, 'urn:x'],
  };
  const sidecar = read(JSON.stringify({ items: [item] }));
  const opened = openSidecar(sidecar, text, sha256);
  assert.deepEqual(wordsIn(text, opened.annotations[0]!), ['在能源领域开展合作', '中方对此表示满意']);
  const again = JSON.parse(written(text, opened.annotations, sidecar)).items[0];
  assert.deepEqual(
    again.target.map(({ id, selector }: { id: string; selector: { [name: string]: unknown }[] }) => [
      id,
      selector[1]!['x:score'],
      selector[2]!.value,
    ]),
    [
      ['urn:first', 9, '在能源领域开展合作'],
      ['urn:second', 8, '中方对此表示满意'],
    ],
  );
  assert.deepEqual(again['jiaozhu:relations'], item['jiaozhu:relations']);
});

test('Targets in different documents, or of which one has no place, are kept and not shown', () => {
  const quote = { type: 'TextQuoteSelector', exact: '双方' };
  const targets = [
    [
      { source, selector: quote },
      { source: 'b.txt', selector: quote },
    ],
    [{ source, selector: quote }, { source }],
    [{ source, selector: quote }, 'urn:picture'],
    'urn:picture',
    { id: 'urn:picture', type: 'Image' },
    { source, selector: { type: 'CssSelector', value: 'p' } },
    [],
  ];
  const body = { type: 'TextualBody', purpose: 'tagging', value: 'party' };
  const items = targets.map((target, i) => ({ id: `x${i}`, type: 'Annotation', body, target }));
  const sidecar = read(JSON.stringify({ items }));
  assert.deepEqual(sidecar.annotations, []);
  assert.deepEqual(JSON.parse(written(text, [], sidecar)).items, items);
});

test('Each fragment is looked for by its own words; one that is gone waits empty between the others', () => {
  const tags = tagOf('双方将', '领域', '签署协定').toStore();
  const later = text.replace('能源领域', '能源、交通和农业等方面').replace('会谈', '会见');
  const opened = openSidecar(read(written(text, tags)), later, sha256);
  assert.deepEqual(wordsIn(later, opened.annotations[0]!), ['双方将', '', '签署协定']);
  assert.deepEqual(opened.partlyLost, [{ id: 'a0001', reason: 'not-found' }]);
  assert.deepEqual([opened.lost, opened.moved], [[], []]);
  const file = written(later, opened.annotations);
  assert.deepEqual(openSidecar(read(file), later, sha256).annotations, opened.annotations, 'and stays so');
  const back = openSidecar(read(file), text, sha256);
  assert.deepEqual(wordsIn(text, back.annotations[0]!), ['双方将', '领域', '签署协定']);
  assert.deepEqual(back.moved, ['a0001']);
});

test('Where nothing is left of any fragment the tag is an orphan', () => {
  const tags = tagOf('双方将', '开展合作').toStore();
  const opened = openSidecar(read(written(text, tags)), '别的文字。', sha256);
  assert.equal(opened.annotations[0]!.state, 'orphan');
  assert.deepEqual(
    opened.lost.map(({ id }) => id),
    ['a0001'],
  );
  assert.deepEqual(
    opened.annotations[0]!.quotes.map(({ exact }) => exact),
    ['双方将', '开展合作'],
  );
});

test('Fragments that a file puts on one character share none', () => {
  const store = tagOf('双方将', '能源');
  const file = written(text, store.toStore())
    .replace(/"start":3,"end":6/, '"start":1,"end":4')
    .replace('在能源', '方将在');
  const { spans } = openSidecar(read(file), text, sha256).annotations[0]!;
  assert.ok(spans[0]!.end <= spans[1]!.start, JSON.stringify(spans));
});
