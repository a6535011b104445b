// How labels of an import are known in the editor: by their ids, and by their names where no two of them become one so;
// those that become the labels of the folder have ids that a file of labels can have, and tags carry these.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type * as vscode from 'vscode';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { loadFormat } from '../../client/src/annotations/formats/formats.ts';
import { parseLabels, serialiseLabels } from '../../client/src/annotations/label-file.ts';
import { unknownLabels } from '../../client/src/annotations/label-mapping.ts';
import { folderFor, standIn } from './stand-in/open-statement.ts';

const { chosenBy, inputsOf } = await import('../../client/src/vscode/exchange/inputs.ts');
const { readInputs } = await import('../../client/src/vscode/exchange/reading-inputs.ts');
const { TakenLabels } = await import('../../client/src/vscode/exchange/taken-labels.ts');
const { firstDecision, renamingsTold } = await import('../../client/src/vscode/exchange/import-preview.ts');
const { tellImported } = await import('../../client/src/vscode/exchange/import-writing.ts');

const text = '双方同意中国。\n';
const never = { isCancellationRequested: false };

/** Reads files of a folder by the labels that come with the extension. */
async function reading(
  t: TestContext,
  id: Parameters<typeof loadFormat>[0],
  content: Readonly<Record<string, string>>,
) {
  const folder = folderFor(t);
  for (const [name, said] of Object.entries(content)) writeFileSync(join(folder, name), said);
  const format = await loadFormat(id);
  const chosen = await inputsOf([standIn.Uri.file(folder) as unknown as vscode.Uri]);
  const told: string[] = [];
  const tell = (done: number, all: number) => told.push(`${done}/${all}`);
  const read = await readInputs(format, chosenBy(format.reader!, chosen), diplomaticScheme, never, tell);
  return { read: read!, told };
}

const labelsOf = (documents: readonly { readonly tags: readonly { readonly label: string }[] }[]) =>
  documents.flatMap(({ tags }) => tags.map(({ label }) => label));

const row = (...labels: readonly unknown[]) => `${JSON.stringify({ text, label: labels })}\n`;

test('two labels of the files are never made one, in whichever of the files; what a name told is told', async (t) => {
  const { read, told } = await reading(t, 'doccano', {
    'a.jsonl': row([0, 2, 'Date'], [2, 4, '日期']),
    'b.jsonl': row([0, 2, 'date'], [2, 4, '当事方']),
  });
  assert.deepEqual(labelsOf(read.documents), ['Date', '日期', 'date', 'party']);
  assert.deepEqual(read.renamings, [{ written: '当事方', id: 'party' }]);
  assert.equal(renamingsTold(read.renamings), 'Labels known by their names: “当事方” is party');
  assert.deepEqual(told, ['1/4', '2/4', '3/4', '4/4']);
});

test('a label that the files call by its name alone is known by it', async (t) => {
  const { read } = await reading(t, 'doccano', { 'a.jsonl': row([0, 2, 'Date']) });
  assert.deepEqual([labelsOf(read.documents), read.renamings], [['date'], [{ written: 'Date', id: 'date' }]]);
});

test('the summary tells which labels were known by their names', async () => {
  const { said } = standIn.conversation;
  const told = async (imports: number) => {
    said.length = 0;
    const each = { planned: { place: { annotator: 'Li', uri: standIn.Uri.file('/a.txt') } }, results: [] };
    await tellImported({} as never, {
      imports: Array.from({ length: imports }, () => each) as never,
      faults: [],
      decision: firstDecision,
      problems: [],
      hasUnknown: false,
      renamings: [{ written: '当事方', id: 'party' }],
    });
    return said.join('\n');
  };
  assert.match(await told(1), /Labels known by their names: “当事方” is party/);
  assert.doesNotMatch(await told(0), /known/);
});

const configuration = '[entities]\n当事方\nDate\ndate\n两 国\n';
const standoff = ['T1\t当事方 0 2\t双方', 'T2\tDate 2 4\t同意', 'T3\tdate 4 6\t中国'];
const brat = {
  'a.txt': text,
  'a.ann': `${standoff.join('\n')}\n`,
  'annotation.conf': configuration,
};

test('labels that become the folder’s have ids that its file can have, and the tags carry these', async (t) => {
  const { read } = await reading(t, 'brat', brat);
  assert.deepEqual(labelsOf(read.documents), ['party', 'Date', 'date']);
  const taken = new TakenLabels(read.scheme!, read, true);
  const { scheme, problems } = parseLabels(serialiseLabels(taken.scheme));
  assert.deepEqual(problems, []);
  const labels = labelsOf(taken.of(read.documents));
  assert.equal(new Set(labels).size, 3);
  assert.deepEqual(
    unknownLabels(
      scheme,
      labels.map((label) => ({ label })),
    ),
    [],
  );
  const nameOf = (label: string | undefined) => scheme.labels.find(({ id }) => id === label)?.name.zh;
  assert.deepEqual(labels.map(nameOf), ['当事方', 'Date', 'date']);
  assert.deepEqual(
    taken.renamings.map(({ written }) => written),
    ['当事方'],
  );
});

test('labels of our own form are ids, whatever names there are', async (t) => {
  const tags = [{ id: 'urn:uuid:1', label: '当事方', spans: [[0, 2]] }];
  const line = JSON.stringify({ jiaozhu: 1, name: 'a.txt', annotator: '', form: 'raw', text, tags });
  const { read, told } = await reading(t, 'jsonl', { 'a.jsonl': `${line}\n` });
  assert.deepEqual([read.renamings, told], [[], ['1/1']]);
  const taken = new TakenLabels(diplomaticScheme, read, false);
  assert.deepEqual(labelsOf(taken.of(read.documents)), labelsOf(read.documents));
  assert.deepEqual(taken.renamings, []);
});
