import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doccano } from '../../../client/src/annotations/formats/doccano.ts';
import { context } from './round-trip.ts';
import { filesOf, linksOf, problemsOf, readFiles, tagged, tagsOf } from './written-out.ts';

const read = (text: string) => readFiles(doccano, { 'export/admin.jsonl': text });

/** The first line that is written of a document, as JSON. */
function lineOf(...documents: Parameters<typeof filesOf> extends [unknown, ...infer Rest] ? Rest : never) {
  return JSON.parse(filesOf(doccano, ...documents)['corpus.jsonl']!.split('\n')[0]!);
}

test('the example of sequence labelling is read (doccano, backend/data_export/pipeline/examples/sequence_labeling/example.jsonl)', async () => {
  const documents = await read(
    [
      '{"text": "EU rejects German call to boycott British lamb.", "label": [ [0, 2, "ORG"], [11, 17, "MISC"] ]}',
      '{"text": "Peter Blackburn", "label": [ [0, 15, "PERSON"] ]}',
      '{"text": "President Obama", "label": [ [10, 15, "PERSON"] ]}',
      '',
    ].join('\n'),
  );
  assert.deepEqual(documents.map(tagsOf), [
    ['ORG: EU', 'MISC: German'],
    ['PERSON: Peter Blackburn'],
    ['PERSON: Obama'],
  ]);
  assert.deepEqual(
    documents.map(({ document }) => document.name),
    ['export/admin-1.txt', 'export/admin-2.txt', 'export/admin-3.txt'],
  );
});

test('the example of relation extraction is read (doccano, backend/data_import/pipeline/examples/relation_extraction/example.jsonl)', async () => {
  const [document] = await read(
    JSON.stringify({
      text: 'Google was founded on September 4, 1998, by Larry Page and Sergey Brin.',
      entities: [
        { id: 0, start_offset: 0, end_offset: 6, label: 'ORG' },
        { id: 1, start_offset: 22, end_offset: 39, label: 'DATE' },
        { id: 2, start_offset: 44, end_offset: 54, label: 'PERSON' },
        { id: 3, start_offset: 59, end_offset: 70, label: 'PERSON' },
      ],
      relations: [
        { from_id: 0, to_id: 1, type: 'foundedAt' },
        { from_id: 0, to_id: 2, type: 'foundedBy' },
        { from_id: 0, to_id: 3, type: 'foundedBy' },
      ],
    }),
  );
  assert.deepEqual(tagsOf(document!), [
    'ORG: Google',
    'DATE: September 4, 1998',
    'PERSON: Larry Page',
    'PERSON: Sergey Brin',
  ]);
  assert.deepEqual(linksOf(document!), [
    'Google foundedAt September4,1998',
    'Google foundedBy LarryPage',
    'Google foundedBy SergeyBrin',
  ]);
});

test('the example of slots and intents is read, its intent a label of the document (doccano, backend/data_import/pipeline/examples.py, IDSF_JSONL)', async () => {
  const [document] = await read(
    '{"text": "I want to know what airports are in Los Angeles", "entities": [[36, 47, "City"]], "cats": ["airport"]}',
  );
  assert.deepEqual(tagsOf(document!), ['airport', 'City: Los Angeles']);
});

test('what older versions exported is read too', async () => {
  const documents = await read(
    [
      '{"id": 1, "text": "甲国和乙国", "labels": [[0, 2, "party"]], "meta": {"year": 1999}}',
      '{"id": 2, "text": "甲国和乙国", "annotations": [{"label": 7, "start_offset": 3, "end_offset": 5, "user": 1}]}',
      '{"id": 3, "data": "甲国和乙国", "label": ["声明"]}',
    ].join('\r\n'),
  );
  assert.deepEqual(documents.map(tagsOf), [['party: 甲国'], ['7: 乙国'], ['声明']]);
  assert.deepEqual(documents[0]!.document.foreign, { doccano: { meta: { year: 1999 } } });
});

test('positions count code points, CRLF as two, and white space at either end is part of the text', async () => {
  const document = tagged('  𠮷田\r\n[甲国]和𠮷[𠮷 ]  ', [{ label: 'party' }, { label: 'party' }]);
  const line = lineOf(document);
  assert.equal(line.text, '  𠮷田\r\n甲国和𠮷𠮷   ');
  assert.deepEqual(
    line.entities.map((entity: Record<string, unknown>) => [entity.start_offset, entity.end_offset]),
    [
      [6, 8],
      [10, 12],
    ],
  );
  const [back] = await readFiles(doccano, filesOf(doccano, document));
  assert.deepEqual(tagsOf(back!), ['party: 甲国', 'party: 𠮷 ']);
});

test('in a scheme with links, entities and relations are written; fragments are entities of their own', () => {
  const document = tagged('[甲国]和[乙国]签署', [
    { label: 'party', relations: [{ type: 'amends', target: 't2' }] },
    { label: 'party' },
  ]);
  const { entities, relations } = lineOf(document);
  assert.deepEqual(entities, [
    { id: 0, label: 'party', start_offset: 0, end_offset: 2 },
    { id: 1, label: 'party', start_offset: 3, end_offset: 5 },
  ]);
  assert.deepEqual(relations, [{ id: 2, from_id: 0, to_id: 1, type: 'amends' }]);
});

test('in a scheme without links, labels are written as a plain project imports them', () => {
  const writer = doccano.write!({ ...context, scheme: { ...context.scheme, relations: [] } });
  const document = tagged('[甲国]和[乙国]', [
    { label: 'party', relations: [{ type: 'amends', target: 't2' }] },
    { label: 'party' },
  ]);
  const [piece] = [...writer.document(document)];
  const { label, entities, jiaozhu } = JSON.parse(String(piece!.content));
  assert.deepEqual(label, [
    [0, 2, 'party'],
    [3, 5, 'party'],
  ]);
  assert.equal(entities, undefined);
  assert.deepEqual(jiaozhu.tags[0].relations, [{ type: 'amends', target: 't2' }]);
});

test('rejected tags, marks of finished sections, tags of the document and lost words are kept beside, not among the entities', async () => {
  const gone = { exact: '丙国', prefix: '', suffix: '' };
  const document = tagged('[甲国]和[乙国]', [
    { label: 'party', review: 'rejected' },
    { label: 'reviewed', scope: 'section' },
    { label: 'stance', scope: 'document', spans: [] },
    { label: 'party', state: 'orphan', spans: [{ start: 3, end: 3 }], quotes: [gone] },
  ]);
  const files = filesOf(doccano, document);
  assert.deepEqual(lineOf(document).entities, []);
  const [back] = await readFiles(doccano, files);
  assert.deepEqual(
    tagsOf(back!),
    ['stance', 'party: 甲国', 'reviewed: 乙国', 'party: <丙国>'].sort(byPlaceOf(back!)),
  );
});

/** In the order in which a document has its tags. */
function byPlaceOf(read: Parameters<typeof tagsOf>[0]) {
  const order = tagsOf(read);
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
}

test('what was changed in doccano wins: deleted tags stay deleted, new ones come without what was kept', async () => {
  const document = tagged('[甲国]和[乙国]签署[条约]', [
    { label: 'party', note: '注' },
    { label: 'party', note: '删' },
    { label: 'instrument' },
  ]);
  const line = lineOf(document);
  // As doccano gives it back: other ids, a span less, a span more, members of our own as they were.
  const entities = [
    { ...line.entities[0], id: 81 },
    { ...line.entities[2], id: 82 },
    { id: 83, label: 'date', start_offset: 5, end_offset: 7 },
  ];
  const [back] = await read(JSON.stringify({ ...line, id: 9, entities, relations: [] }));
  assert.deepEqual(tagsOf(back!), ['party: 甲国', 'date: 签署', 'instrument: 条约']);
  assert.deepEqual(
    back!.document.tags.map(({ note }) => note),
    ['注', '', ''],
  );
  assert.deepEqual([back!.document.tags[0]!.id, back!.document.tags[2]!.id], ['t1', 't3']);
});

test('labels go with their colours and keys into a file that the page of labels imports (backend/data_import/tests/data/label/valid_labels.json)', () => {
  const labels = JSON.parse(filesOf(doccano, tagged('甲', []))['corpus.doccano-labels.json']!);
  assert.equal(labels.length, context.scheme.labels.length);
  for (const { text, background_color, text_color, suffix_key } of labels) {
    assert.ok(context.scheme.labels.some(({ id }) => id === text));
    assert.match(background_color, /^#[0-9a-f]{6}$/);
    assert.equal(text_color, '#ffffff');
    if (suffix_key !== undefined) assert.match(suffix_key, /^[0-9a-z]$/);
  }
});

test('a line that cannot be read is told with its number, and the others are read', async () => {
  const documents = await read(
    '{"text": "甲"}\n{"text": \n{"id": 1}\n{"text": "乙", "label": [[0, 9, "x"], [0, 1, ""], ["a"]]}\n',
  );
  assert.deepEqual(documents.map(tagsOf), [[], ['x: <>']]);
  assert.match(
    problemsOf(...documents).join('\n'),
    /^2 not-json .*\n3 not-of-format .*\n4 no-label\n4 no-label\n4 no-place x 0–9$/,
  );
  await assert.rejects(read('{"text": "甲"}\nnot JSON'), ({ problem }) => problem.line === 2);
});

test('what is kept is not believed: a strange tag is told and left out, another place is one like any other', async () => {
  const kept = (...tags: unknown[]) =>
    JSON.stringify({ text: '甲国', entities: [], jiaozhu: { name: 1, tags } });
  const rejected = { id: 'a', label: 'x', review: 'rejected' };
  const documents = await read(
    [
      kept(null, 'x', { id: 'a' }, { ...rejected, spans: [] }, { ...rejected, spans: [['0', 1]] }),
      kept({ ...rejected, spans: [[0, 9]] }),
      kept({ id: 'a', label: 'x', state: 'orphan', spans: [[-5, 1e300]], quotes: [{ exact: 7 }] }),
      kept({ ...rejected, spans: [[0, 1]] }, { ...rejected, spans: [[1, 2]] }),
      '{"text": "甲国", "jiaozhu": [1]}',
    ].join('\n'),
  );
  assert.deepEqual(documents.map(tagsOf), [[], ['x: <>'], ['x: <>'], ['x: 甲'], []]);
  assert.deepEqual(
    documents.map(({ problems }) => problems.map(({ code }) => code)),
    [Array(5).fill('not-understood'), ['no-place'], [], ['not-understood'], []],
  );
});

test('without documents there is an empty file', () => {
  assert.equal(filesOf(doccano)['corpus.jsonl'], '');
});
