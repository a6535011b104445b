import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spacyTokens } from '../../../client/src/annotations/formats/prodigy/spacy-tokens.ts';
import { prodigy } from '../../../client/src/annotations/formats/prodigy.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { filesOf, linksOf, problemsOf, readFiles, tagged, tagsOf } from './written-out.ts';

const read = (text: string, name = 'tasks.jsonl') => readFiles(prodigy, { [name]: text });

function taskOf(document: TaggedText) {
  return JSON.parse(filesOf(prodigy, document)['corpus.jsonl']!);
}

test('the example of ner_manual is read (prodigy.ai/docs/api-interfaces#ner_manual)', async () => {
  const [document] = await read(
    JSON.stringify({
      text: 'First look at the new MacBook Pro',
      spans: [{ start: 22, end: 33, label: 'PRODUCT', token_start: 5, token_end: 6 }],
      tokens: [
        { text: 'First', start: 0, end: 5, id: 0 },
        { text: 'look', start: 6, end: 10, id: 1 },
        { text: 'at', start: 11, end: 13, id: 2 },
        { text: 'the', start: 14, end: 17, id: 3 },
        { text: 'new', start: 18, end: 21, id: 4 },
        { text: 'MacBook', start: 22, end: 29, id: 5 },
        { text: 'Pro', start: 30, end: 33, id: 6 },
      ],
    }),
  );
  assert.deepEqual(tagsOf(document!), ['PRODUCT: MacBook Pro']);
});

test('relations by the number of their tokens are read (support.prodi.gy/t/6467)', async () => {
  const [document] = await read(
    JSON.stringify({
      text: 'basil, salt and sugar',
      tokens: [
        { text: 'basil', start: 0, end: 5, id: 0, ws: false },
        { text: ',', start: 5, end: 6, id: 1, ws: true },
        { text: 'salt', start: 7, end: 11, id: 2, ws: true },
        { text: 'and', start: 12, end: 15, id: 3, ws: true },
        { text: 'sugar', start: 16, end: 21, id: 4, ws: false },
      ],
      spans: [
        { start: 7, end: 11, label: 'ING' },
        { start: 16, end: 21, label: 'ING' },
      ],
      relations: [
        { child: 4, head: 2, label: 'canding' },
        { child: 1, head: 2, label: 'canding' },
      ],
    }),
  );
  assert.deepEqual(linksOf(document!), ['salt canding sugar']);
  assert.deepEqual(problemsOf(document!), ['1 no-target 1']);
});

test('training data of spaCy is read: pairs in a list, and a line with entities (spacy.io/usage/training, v2)', async () => {
  const pairs = await read(
    `[
  ["Uber blew through $1 million a week", {"entities": [[0, 4, "ORG"]]}],
  ["Google rebrands its business apps", {"entities": [[0, 6, "ORG"]], "cats": {"TECH": 1.0, "SPORT": 0}}]
]`,
    'train.json',
  );
  assert.deepEqual(pairs.map(tagsOf), [['ORG: Uber'], ['ORG: Google', 'TECH']]);
  assert.deepEqual(
    pairs.map(({ document }) => document.name),
    ['train-2.txt', 'train-3.txt'],
  );
  const lines = await read(
    '{"text": "Uber blew", "entities": [[0, 4, "ORG"]]}\n["Uber", {"entities": [[0, 4, "ORG"]]}]\n',
  );
  assert.deepEqual(lines.map(tagsOf), [['ORG: Uber'], ['ORG: Uber']]);
});

test('tokens are those of spaCy’s blank zh: a character each, a space behind one its own, other white space by the run', () => {
  // What spaCy 3.8 gives of spacy.blank("zh")("…"), as [text, idx, whitespace].
  assert.deepEqual(
    spacyTokens(' 甲𠮷 国\n\n  a1　。\r\n').map(({ text, start, end, ws }) => [text, start, end, ws]),
    [
      [' ', 0, 1, false],
      ['甲', 1, 2, false],
      ['𠮷', 2, 3, true],
      ['国', 4, 5, false],
      ['\n\n  ', 5, 9, false],
      ['a', 9, 10, false],
      ['1', 10, 11, false],
      ['　', 11, 12, false],
      ['。', 12, 13, false],
      ['\r\n', 13, 15, false],
    ],
  );
});

test('a task has the text, a token for each character, spans whose last token is included, and relations between them', () => {
  const task = taskOf(
    tagged('[甲𠮷]和[乙国]', [
      { label: 'party', relations: [{ type: 'amends', target: 't2' }] },
      { label: 'party' },
    ]),
  );
  const [head, child] = [
    { start: 0, end: 2, token_start: 0, token_end: 1, label: 'party' },
    { start: 3, end: 5, token_start: 3, token_end: 4, label: 'party' },
  ];
  assert.equal(task.text, '甲𠮷和乙国');
  assert.deepEqual(task.tokens[1], { text: '𠮷', start: 1, end: 2, id: 1, ws: false });
  assert.deepEqual(task.spans, [head, child]);
  assert.deepEqual(task.relations, [
    { head: 1, child: 4, head_span: head, child_span: child, label: 'amends' },
  ]);
  assert.deepEqual(task.meta, { source: '声明.txt' });
  assert.equal(task.answer, 'accept');
});

test('a tag that begins or ends at a space has the tokens that it covers', () => {
  const task = taskOf(tagged('甲[ 乙 ]丙[ ]丁', [{ label: 'party' }, { label: 'party' }]));
  assert.deepEqual(
    task.spans.map((span: Record<string, unknown>) => [
      span.start,
      span.end,
      span.token_start,
      span.token_end,
    ]),
    [
      [1, 4, 1, 1],
      [5, 6, 2, 2],
    ],
  );
});

test('overlapping tags and fragments are spans of their own', async () => {
  const document = tagged('[甲[国]]和乙国', [
    {
      label: 'party',
      spans: [
        { start: 0, end: 2 },
        { start: 3, end: 5 },
      ],
    },
    { label: 'place' },
  ]);
  const places = taskOf(document).spans.map(({ start, end }: { start: number; end: number }) => [start, end]);
  assert.deepEqual(places, [
    [0, 2],
    [1, 2],
    [3, 5],
  ]);
  const [back] = await readFiles(prodigy, filesOf(prodigy, document));
  assert.deepEqual(tagsOf(back!), ['party: 甲国…乙国', 'place: 国']);
});

test('what is not yet decided leaves the task without an answer, and rejected tags are no spans', () => {
  const open = taskOf(
    tagged('[甲国]和[乙国]', [{ label: 'party' }, { label: 'party', review: 'suggested' }]),
  );
  assert.equal('answer' in open, false);
  assert.equal(open.spans.length, 2);
  const rejected = taskOf(tagged('[甲国]', [{ label: 'party', review: 'rejected' }]));
  assert.deepEqual(rejected.spans, []);
  assert.equal('answer' in rejected, false);
});

test('an answer that was given since decides: accepted, rejected, or ignored', async () => {
  const task = taskOf(
    tagged('[甲国]和[乙国]', [
      { label: 'party', note: '注' },
      { label: 'party', review: 'suggested' },
    ]),
  );
  const answered = async (answer: string) => {
    const [back] = await read(JSON.stringify({ ...task, answer }));
    assert.equal(back!.document.tags[0]!.note, '注');
    return back!.document.tags.map(({ review }) => review);
  };
  assert.deepEqual(await answered('accept'), ['accepted', 'accepted']);
  assert.deepEqual(await answered('reject'), ['rejected', 'rejected']);
  assert.deepEqual(await answered('ignore'), ['accepted', 'suggested']);
});

test('what Prodigy adds to a task comes back into it, but for the hashes of what it was', async () => {
  const [document] = await read(
    '{"text":"甲国","spans":[{"start":0,"end":2,"label":"party","text":"甲国","score":0.9}],"_input_hash":1,"_task_hash":2,"_view_id":"ner_manual","_annotator_id":"news-li","meta":{"year":1999}}',
  );
  assert.equal(document!.document.annotator, 'news-li');
  assert.deepEqual(document!.document.tags[0]!.attributes, { score: 0.9 });
  const task = taskOf(document!.document);
  assert.equal(task._view_id, 'ner_manual');
  assert.equal(task._task_hash, undefined);
  assert.deepEqual(task.meta, { year: 1999, source: document!.document.name });
});

test('a span that quotes other words than stand there is lost words, with its line', async () => {
  const documents = await read(
    '{"text":"甲国"}\n{"text":"乙国","spans":[{"start":0,"end":2,"label":"party","text":"丙国"},{"start":0}]}\n',
  );
  assert.deepEqual(tagsOf(documents[1]!), ['party: <丙国>']);
  assert.deepEqual(problemsOf(...documents), ['2 no-label', '2 quote-mismatch party 丙国 乙国']);
});

test('what is no task is refused with its line', async () => {
  const problem = (code: string, line: number) => (error: { problem: { code: string; line: number } }) =>
    error.problem.code === code && error.problem.line === line;
  await assert.rejects(read('[1]', 'a.json'), problem('not-of-format', 1));
  await assert.rejects(read('[{"text": "甲"},\n{"te', 'a.json'), problem('not-json', 2));
  await assert.rejects(read('{}\n'), problem('not-of-format', 1));
});
