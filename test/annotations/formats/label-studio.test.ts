import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormatProblemError } from '../../../client/src/annotations/formats/format-problem.ts';
import { labelStudio } from '../../../client/src/annotations/formats/label-studio.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { region, written } from './label-studio-files.ts';
import { filesOf, linksOf, problemsOf, readFiles, tagged, tagsOf } from './written-out.ts';

const read = (tasks: unknown) =>
  readFiles(labelStudio, { 'project-1.json': typeof tasks === 'string' ? tasks : JSON.stringify(tasks) });

const tasksOf = (...documents: readonly TaggedText[]) =>
  JSON.parse(filesOf(labelStudio, ...documents)['corpus.json']!);

const relation = (from_id: string, to_id: string, labels: readonly string[], direction = 'right') => ({
  from_id,
  to_id,
  type: 'relation',
  direction,
  labels,
});

test('the example of relation extraction is read (label_studio/annotation_templates/natural-language-processing/relation-extraction/config.yml)', async () => {
  const [document] = await read([
    {
      data: {
        text: 'Microsoft was founded by Bill Gates and Paul Allen on April 4, 1975, to develop and sell BASIC interpreters for the Altair 8800.',
      },
      completions: [
        {
          result: [
            region('a-ubmF-dP2', 0, 9, 'Microsoft', 'Organization'),
            region('dQ_pmsrWsm', 25, 35, 'Bill Gates', 'Person'),
            region('IpmpOMj0vw', 40, 50, 'Paul Allen', 'Person'),
            region('Q-zXcdacte', 54, 67, 'April 4, 1975', 'Datetime'),
            relation('a-ubmF-dP2', 'dQ_pmsrWsm', ['org:founded_by']),
            relation('a-ubmF-dP2', 'IpmpOMj0vw', []),
            relation('a-ubmF-dP2', 'Q-zXcdacte', ['org:founded']),
          ],
        },
      ],
    },
  ]);
  assert.deepEqual(tagsOf(document!), [
    'Organization: Microsoft',
    'person: Bill Gates',
    'person: Paul Allen',
    'Datetime: April 4, 1975',
  ]);
  assert.deepEqual(linksOf(document!), [
    'Microsoft org:founded_by BillGates',
    'Microsoft relation PaulAllen',
    'Microsoft org:founded April4,1975',
  ]);
  assert.equal(document!.document.tags[0]!.id, 'a-ubmF-dP2');
});

test('controls of regions are attributes, a result of no region is of the document, and what is not understood comes back (web/libs/editor/tests, textareaConfigPerRegion)', async () => {
  const result = [
    region('reg1', 0, 4, 'This', 'Word'),
    {
      id: 'reg1',
      type: 'textarea',
      from_name: 'local',
      to_name: 'text',
      value: { start: 0, end: 4, text: ['one', 'two'] },
    },
    { id: 'reg1', type: 'number', from_name: 'count', to_name: 'text', value: { number: 3 } },
    { id: 'reg1', type: 'choices', from_name: 'sure', to_name: 'text', value: { choices: ['yes'] } },
    {
      id: 'glob',
      type: 'choices',
      from_name: 'tone',
      to_name: 'text',
      value: { choices: ['formal', 'old'] },
    },
    { id: 'txt', type: 'textarea', from_name: 'global', to_name: 'text', value: { text: ['about'] } },
  ];
  const [document] = await read([
    { data: { text: 'This text exists for no reason' }, annotations: [{ result }] },
  ]);
  assert.deepEqual(tagsOf(document!).sort(), ['Word: This', 'formal', 'old']);
  assert.deepEqual(document!.document.tags.find(({ id }) => id === 'reg1')!.attributes, {
    local: 'one\ntwo',
    count: 3,
    sure: 'yes',
  });
  const [task] = tasksOf(document!.document);
  assert.deepEqual(task.annotations[0].result.at(-1), result.at(-1));
});

test('positions count code points, and CRLF as two (web/libs/editor/src/utils/selection-tools, charsToCodePoints; issue 1347)', async () => {
  const [document] = await read([
    {
      data: { text: '💩This is an annotation. ' },
      annotations: [{ result: [region('a', 12, 22, 'annotation', 'Annotation')] }],
    },
  ]);
  assert.deepEqual(tagsOf(document!), ['Annotation: annotation']);
  const [task] = tasksOf(tagged(' 𠮷\r\n[甲𠮷] ', [{ label: 'party' }]));
  assert.deepEqual(task.annotations[0].result[0].value, {
    start: 4,
    end: 6,
    text: '甲𠮷',
    labels: ['party'],
  });
});

test('the editor’s way of quoting a line break is understood (tags/object/RichText/domManager.ts, normalizeText)', async () => {
  const [document] = await read([
    { data: { text: '甲\n国' }, annotations: [{ result: [region('a', 0, 3, '甲\\n国', 'party')] }] },
  ]);
  assert.deepEqual([tagsOf(document!), problemsOf(document!)], [['party: 甲\n国'], []]);
});

test('accepted tags are an annotation, suggested ones a prediction, rejected ones neither', async () => {
  const document = tagged('[甲国]和[乙国]在[丙]', [
    { label: 'party' },
    { label: 'party', review: 'suggested' },
    { label: 'place', review: 'rejected' },
  ]);
  const [task] = tasksOf(document);
  const labels = (results: { value: { text: string } }[]) => results.map(({ value }) => value.text);
  assert.deepEqual(labels(task.annotations[0].result), ['甲国']);
  assert.deepEqual(labels(task.predictions[0].result), ['乙国']);
  assert.deepEqual(task.data, { text: '甲国和乙国在丙', document: '声明.txt' });
  const [bare] = tasksOf(tagged('甲', []));
  assert.deepEqual([bare.annotations, bare.predictions], [[], []]);
});

test('an id of a region has the characters that Label Studio allows (labelstud.io/guide/export)', () => {
  const uuid = '6c84fb90-12c4-11e1-840d-7b25c5ee775a';
  const [task] = tasksOf(
    tagged('[甲][乙][丙][丁]', [
      { label: 'x', id: `urn:uuid:${uuid}` },
      { label: 'x', id: '标注#1' },
      { label: 'x', id: '标签#1' },
      { label: 'x', id: 'document' },
    ]),
  );
  const ids = task.annotations[0].result.map(({ id }: { id: string }) => id);
  assert.deepEqual(ids, [uuid, '___1', '___1-2', 'document-2']);
});

test('attributes of the scheme are results of their region, its note is the region’s own, fragments are regions', async () => {
  const document = tagged('甲国在乙地', [
    {
      label: 'position',
      spans: [
        { start: 0, end: 2 },
        { start: 3, end: 5 },
      ],
      attributes: { tone: '重申', sure: false, why: '因\n为', year: 1999, other: 'x' },
      note: '注',
    },
  ]);
  const files = written(document);
  const [{ annotations, meta }] = JSON.parse(files['corpus.json']!);
  const place = { start: 0, end: 2, text: '甲国' };
  const of = (from_name: string) => ({ id: 't1', from_name, to_name: 'text' });
  assert.deepEqual(annotations[0].result, [
    { ...of('label'), type: 'labels', value: { ...place, labels: ['position'] }, meta: { text: ['注'] } },
    { ...of('attribute-tone'), type: 'choices', value: { ...place, choices: ['重申'] } },
    { ...of('attribute-sure'), type: 'choices', value: { ...place, choices: ['false'] } },
    { ...of('attribute-why'), type: 'textarea', value: { ...place, text: ['因\n为'] } },
    { ...of('attribute-year'), type: 'number', value: { ...place, number: 1999 } },
    { ...region('t1-2', 3, 5, '乙地', 'position') },
  ]);
  assert.deepEqual(meta.jiaozhu.tags[0].attributes, { other: 'x' });
  const [back] = await readFiles(labelStudio, files);
  assert.deepEqual(tagsOf(back!), ['position: 甲国…乙地']);
  const { attributes, note } = back!.document.tags[0]!;
  assert.deepEqual([attributes, note], [document.tags[0]!.attributes, '注']);
});

test('what was changed in Label Studio wins: deleted regions, another label, a choice taken back, a new region and link', async () => {
  const document = tagged('[甲国]和[乙国]签署[条约]', [
    { label: 'party', creator: '李', relations: [{ type: 'amends', target: 't2' }] },
    { label: 'party', note: '删' },
    { label: 'instrument', chain: '链' },
  ]);
  const [task] = tasksOf(document);
  const { result } = task.annotations[0];
  const [first, , third] = result;
  const changed = {
    ...task,
    annotations: [
      {
        result: [
          first,
          { ...third, value: { ...third.value, labels: ['definition'] } },
          region('Dx_aB91ISN', 3, 5, '乙国', 'place'),
          relation('t1', 't3', ['amends']),
        ],
        completed_by: { id: 1, email: 'wang@example.com' },
        created_at: '2021-03-09T22:16:08.728353Z',
      },
    ],
  };
  const [back] = await read([changed]);
  assert.deepEqual(tagsOf(back!), ['party: 甲国', 'place: 乙国', 'definition: 条约']);
  assert.deepEqual(linksOf(back!), ['甲国 amends 条约']);
  const [party, place, definition] = back!.document.tags;
  assert.deepEqual([party!.creator, definition!.chain, definition!.id], ['李', '链', 't3']);
  assert.deepEqual([place!.creator, place!.created], ['wang@example.com', '2021-03-09T22:16:08.728Z']);
});

test('what was predicted and taken into an annotation is there once, accepted; where an export leaves predictions out, it is still suggested', async () => {
  const [task] = tasksOf(
    tagged('[甲国]和[乙国]', [
      { label: 'party', review: 'suggested' },
      { label: 'party', review: 'suggested' },
    ]),
  );
  const reviews = async (changed: object) => {
    const [back] = await read([{ ...task, ...changed }]);
    return back!.document.tags.map(({ id, review }) => `${id} ${review}`);
  };
  const annotations = [{ result: [task.predictions[0].result[0]] }];
  assert.deepEqual(await reviews({ annotations }), ['t1 accepted', 't2 suggested']);
  assert.deepEqual(await reviews({ annotations, predictions: [] }), ['t1 accepted', 't2 suggested']);
});

test('each annotation of a task is a document of its annotator; what is kept beside belongs to the first', async () => {
  const gone = { exact: '丙国', prefix: '', suffix: '' };
  const [task] = tasksOf(
    tagged('[甲国]和乙国', [
      { label: 'party' },
      { label: 'party', state: 'orphan', spans: [{ start: 0, end: 0 }], quotes: [gone] },
    ]),
  );
  const second = { result: [region('b', 3, 5, '乙国', 'party')], completed_by: 7 };
  const documents = await read([{ ...task, annotations: [...task.annotations, second] }]);
  assert.deepEqual(
    documents.map((each) => [each.document.name, each.document.annotator, tagsOf(each).sort()]),
    [
      ['声明.txt', '', ['party: <丙国>', 'party: 甲国']],
      ['声明.txt', '7', ['party: 乙国']],
    ],
  );
});

test('a region with two labels is two tags; relations may lead either way', async () => {
  const [document] = await read([
    {
      data: { text: '甲国和乙国' },
      annotations: [
        {
          result: [
            region('a', 0, 2, '甲国', 'party', 'place'),
            region('b', 3, 5, '乙国', 'party'),
            relation('a', 'b', ['knows'], 'bi'),
            relation('a', 'b', ['follows'], 'left'),
            relation('a', 'c', ['x']),
          ],
        },
      ],
    },
  ]);
  assert.deepEqual(tagsOf(document!).sort(), ['party: 乙国', 'party: 甲国', 'place: 甲国']);
  assert.deepEqual(linksOf(document!).sort(), ['乙国 follows 甲国', '乙国 knows 甲国', '甲国 knows 乙国']);
  assert.deepEqual(problemsOf(document!), ['1 no-target c']);
});

test('labels of two controls on one region are two tags', async () => {
  const kind = { ...region('a', 0, 2, '甲国', 'party'), from_name: 'kind' };
  const role = { ...region('a', 0, 2, '甲国', 'place'), from_name: 'role' };
  const [document] = await read([{ data: { text: '甲国' }, annotations: [{ result: [kind, role] }] }]);
  assert.deepEqual(tagsOf(document!).sort(), ['party: 甲国', 'place: 甲国']);
});

test('one task alone is read', async () => {
  const [document] = await read({
    data: { text: '甲国' },
    annotations: [{ result: [region('a', 0, 2, '甲国', 'x')] }],
  });
  assert.deepEqual(tagsOf(document!), ['x: 甲国']);
});

test('JSON-MIN is read (labelstud.io/guide/export, JSON_MIN)', async () => {
  const [document] = await read([
    {
      id: 1,
      text: '甲国和乙国',
      label: [{ start: 0, end: 2, text: '甲国', labels: ['party'] }],
      annotator: 1,
      annotation_id: 2,
    },
  ]);
  assert.deepEqual(tagsOf(document!), ['party: 甲国']);
  assert.equal(document!.document.annotator, '1');
  assert.equal(document!.document.name, 'project-1-1.txt');
});

test('tasks are written one at a time, and an empty list without any', () => {
  assert.deepEqual(tasksOf(), []);
  assert.equal(tasksOf(tagged('甲', []), tagged('乙', [], { name: '2.txt' })).length, 2);
});

test('a quote that does not fit is lost words, told with the line of its task', async () => {
  const [document] = await read(
    `[\n${JSON.stringify({ data: { text: '甲国' }, annotations: [{ result: [region('a', 0, 2, '乙国', 'party')] }] })}\n]`,
  );
  assert.deepEqual(
    [tagsOf(document!), problemsOf(document!)],
    [['party: <乙国>'], ['2 quote-mismatch party 乙国 甲国']],
  );
});

test('tasks of pictures and pages are left out and told; the others of the file are read', async () => {
  const task = (id: number, data: object, ...result: object[]) => ({ id, data, annotations: [{ result }] });
  const box = { id: 'k', type: 'rectanglelabels', value: { x: 1, y: 2, rectanglelabels: ['Seal'] } };
  const place = { start: '/p[1]/text()[1]', end: '/p[1]/text()[1]', text: '第三', hypertextlabels: ['HT'] };
  const region = (id: string, more: object = {}) => ({
    id,
    type: 'hypertextlabels',
    value: { ...place, ...more },
  });
  const tasks = [
    task(4, { image: '/a.png' }, box),
    task(5, { html: '<p>第三<b>条</b></p>' }, region('h')),
    task(6, { scan: '/b.png' }, box),
    task(7, { text: '第三条' }, region('i', { globalOffsets: { start: 0, end: 2 } }), region('j')),
  ];
  const [found, ...more] = await read(tasks);
  assert.equal(more.length, 0);
  assert.deepEqual(
    found!.document.tags.map(({ label, state }) => `${label} ${state}`),
    ['HT anchored', 'HT orphan'],
  );
  assert.deepEqual(problemsOf(found!), [
    '1 not-read task 4 (image)',
    '1 not-read task 5 (html)',
    '1 not-read task 6 (rectanglelabels)',
    '1 no-place HT ?–?',
  ]);
  await assert.rejects(
    read(tasks.slice(0, 2)),
    (error) => error instanceof FormatProblemError && error.more.length === 1,
  );
});

test('what are no tasks is refused with its line', async () => {
  const at = (code: string, line: number) => (error: { problem: { code: string; line: number } }) =>
    error.problem.code === code && error.problem.line === line;
  await assert.rejects(read('{}'), at('not-of-format', 1));
  await assert.rejects(read('"x"'), at('not-of-format', 1));
  await assert.rejects(read('[\n{"data": {"image": "x.jpg", "other": "y"}}]'), at('not-read', 2));
  await assert.rejects(read('[{"data": {"text": "甲"}},\n'), at('not-json', 2));
});
