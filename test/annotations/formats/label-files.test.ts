import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import type { FormatId } from '../../../client/src/annotations/formats/format-names.ts';
import { FormatProblemError } from '../../../client/src/annotations/formats/format-problem.ts';
import { availableFormats, loadFormat } from '../../../client/src/annotations/formats/formats.ts';
import {
  holdsLabelsOnly,
  mayHoldLabels,
  readLabelsOf,
} from '../../../client/src/annotations/formats/label-files.ts';
import { tagOn } from '../../cli/tagged-files.ts';

const encoder = new TextEncoder();

function read(
  name: string,
  content: string | Uint8Array,
  from?: FormatId,
  others: Record<string, string> = {},
) {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const file = {
    name,
    async *chunks() {
      yield bytes;
    },
  };
  const beside = async (path: string) =>
    Object.hasOwn(others, path) ? encoder.encode(others[path]) : undefined;
  return readLabelsOf(file, { beside }, from);
}

/** What a format writes of the built-in labels. */
async function written(id: FormatId): Promise<Record<string, Uint8Array>> {
  const format = await loadFormat(id);
  const writer = format.write!({ scheme: diplomaticScheme, language: 'zh', corpus: 'corpus' });
  const text = '双方欢迎。\n';
  const document = { name: 'a.txt', text, tags: [tagOn(text, '双方')], annotator: '' };
  const files: Record<string, Uint8Array[]> = {};
  for (const { file, content } of [...writer.document(document), ...writer.end()]) {
    files[file] ??= [];
    files[file].push(typeof content === 'string' ? encoder.encode(content) : content);
  }
  return Object.fromEntries(Object.entries(files).map(([name, parts]) => [name, Buffer.concat(parts)]));
}

test('the labels that a format writes are read from its files, found by their names', async () => {
  const all = diplomaticScheme.labels.map(({ id }) => id).sort();
  const names: Record<string, string> = {};
  for (const id of availableFormats) {
    const files =
      id === 'cas-json' || id === 'cas-xmi' || id === 'webanno-tsv' || id === 'tei' ? {} : await written(id);
    for (const [name, content] of Object.entries(files)) {
      if (!mayHoldLabels(name)) continue;
      names[id] = name;
      const others = Object.fromEntries(
        Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
      );
      const { scheme } = await read(name, content, undefined, others);
      assert.deepEqual(scheme.labels.map(({ id }) => id).sort(), all, id);
    }
  }
  assert.deepEqual(names, {
    jsonl: 'corpus.labels.json',
    brat: 'annotation.conf',
    doccano: 'corpus.doccano-labels.json',
    'label-studio': 'corpus.label-studio.xml',
    qdc: 'corpus.qdc',
    qdpx: 'corpus.qdpx',
  });
});

test('files of documents are not taken for files of labels by their names', () => {
  for (const name of [
    'a.json',
    'a.xml',
    'visual.conf',
    'a.ann',
    'a.txt.annotations.json',
    'mylabels.json',
    'a.jsonl',
  ]) {
    assert.equal(mayHoldLabels(name), false, name);
  }
  assert.equal(holdsLabelsOnly('in/labels.json'), true);
  assert.equal(holdsLabelsOnly('a.qdpx'), false);
});

test('a file that is named is known by what is in it', async () => {
  // doccano's own example: its page of labels, “File format”.
  const doccano = `[
    { "text": "Dog", "suffix_key": "d", "background_color": "#FF0000", "text_color": "#ffffff" },
    { "text": "猫", "suffix_key": "d", "background_color": "#00FF00", "text_color": "#ffffff" }
  ]`;
  const { scheme } = await read('label_config.json', doccano);
  assert.deepEqual(
    scheme.labels.map(({ id, name, colour, key }) => [id, name.zh, colour.light, key]),
    [
      // Dark enough to be read on white.
      ['Dog', 'Dog', '#e60000', 'D'],
      ['猫', '猫', '#008000', undefined],
    ],
  );
  const ours = await read('任何.json', '{"labels":[{"id":"party","name":"当事方"}]}');
  assert.deepEqual(ours.scheme.labels[0]!.name, { zh: '当事方', en: '当事方' });
  // As Label Studio's documentation has it: templates/named_entity.
  const studio = `<View><Labels name="label" toName="text"><Label value="PER" background="red"/>
    <Label value="ORG" background="darkorange"/></Labels><Text name="text" value="$text"/></View>`;
  assert.deepEqual(
    (await read('config.xml', studio)).scheme.labels.map(({ id }) => id),
    ['PER', 'ORG', 'sic'],
  );
});

test('brat: what is held otherwise is told with its file and line', async () => {
  const { scheme, problems } = await read(
    'p/annotation.conf',
    '[entities]\nParty\n[relations]\n',
    undefined,
    {
      'p/visual.conf': '[labels]\nParty | 当事方\n[drawing]\nParty bgColor:nonsense\n',
    },
  );
  assert.equal(scheme.labels[0]!.name.zh, '当事方');
  assert.deepEqual(
    problems.map(({ code, file, line }) => [code, file, line]),
    [['brat-colour', 'p/visual.conf', 4]],
  );
});

test('a file without labels says so, and one that cannot be read says why', async () => {
  const code = async (name: string, content: string, from?: FormatId) => {
    try {
      await read(name, content, from);
    } catch (error) {
      if (error instanceof FormatProblemError) return error.problem.code;
      throw error;
    }
    return 'read';
  };
  assert.equal(await code('a.json', '[{"text":"x"}]'), 'no-labels');
  assert.equal(await code('a.json', '{"labels":[]}'), 'no-labels');
  assert.equal(await code('a.json', '{"labels":['), 'not-json');
  assert.equal(await code('a.json', '['.repeat(100_000)), 'not-json');
  assert.equal(await code('a.json', '['.repeat(100_000) + ']'.repeat(100_000)), 'too-deep');
  assert.equal(await code('a.qdc', '<CodeBook><Codes/></CodeBook>'), 'no-labels');
  assert.equal(await code('a.qdc', '<CodeBook>'), 'not-xml');
  assert.equal(await code('a.qdpx', 'no archive'), 'no-archive');
  assert.equal(await code('a.xml', '<View/>'), 'not-of-format');
  assert.equal(await code('a.conf', '<svg onload=alert(1)>'), 'not-of-format');
  assert.equal(await code('a.docx', 'anything'), 'no-labels');
  assert.equal(await code('a', '{"labels":[{"id":"a"}]}'), 'read');
  assert.equal(await code('a', '{"labels":[{"id":"a"}]}', 'jsonl'), 'read');
  assert.equal(await code('a.json', '{"labels":[{"id":"a"}]}', 'csv'), 'no-labels');
  assert.equal(await code('labels.json', ' '.repeat(9_000_000)), 'too-large');
});
