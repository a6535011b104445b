// How documents go out in the editor: what would be lost is told first, files come to their names when all are whole.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type * as vscode from 'vscode';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { loadFormat } from '../../client/src/annotations/formats/formats.ts';
import type { Runtime } from '../../client/src/vscode/runtime.ts';
import type { FoundLayer, FoundStatement } from '../../client/src/vscode/statements.ts';
import { statementFacts } from '../../server/src/features/statement-facts.ts';
import { createStatementService } from '../../server/src/service.ts';
import { tag } from '../reports/example.ts';
import { folderFor, standIn } from './stand-in/open-statement.ts';

const { exportDocuments } = await import('../../client/src/vscode/exchange/export-documents.ts');
const { outgoingDocuments } = await import('../../client/src/vscode/exchange/outgoing.ts');
const { StagedOutput } = await import('../../client/src/vscode/exchange/staged-output.ts');
const { untouchable } = await import('../../client/src/vscode/exchange/untouchable.ts');
const { appendFile } = await import('../../client/src/vscode/node/append-file.ts');

const service = createStatementService();
const client = { statementFacts: async (_: unknown, text: string) => statementFacts(service.analyse(text)) };
const text = '甲国和乙国联合声明\n\n双方恪守《联合国宪章》，造福⼈民。\n';
const never = { isCancellationRequested: false };
const ignore = () => undefined;
const context = { scheme: diplomaticScheme, language: 'en', corpus: 'corpus' } as const;

function found(name: string, layers: readonly Partial<FoundLayer>[], read: string | undefined = text) {
  const all = layers.map((layer) => ({ annotator: '', isSettled: false, tags: [], ...layer }));
  return {
    uri: standIn.Uri.file(`/folder/${name}`),
    name,
    tagged: true,
    annotators: all.map(({ annotator }) => annotator),
    text: async () => read,
    tags: async () => [],
    layers: async () => all,
  } as unknown as FoundStatement;
}

const party = (more = {}) => tag(text, '双方', 'party', more);
const base = standIn.Uri.file('/folder') as unknown as vscode.Uri;
const choice = { form: 'raw', reviews: ['accepted'] } as const;

async function written(
  documents: ReturnType<typeof outgoingDocuments>,
  format: 'brat' | 'conll' | 'csv',
  form: 'raw' | 'clean' = 'raw',
) {
  const files = new Map<string, string>();
  const task = { documents, choice: { ...choice, form, format: await loadFormat(format) }, context };
  const result = await exportDocuments(task, client, never, ignore, async ({ file, content }) => {
    files.set(file, (files.get(file) ?? '') + content);
  });
  return { files, result };
}

test('each annotator’s tags go out in a folder of their own, whose name is as that of their files', async () => {
  const documents = outgoingDocuments(
    [
      found('a.txt', [
        { annotator: 'Li Ming', tags: [party()] },
        { annotator: 'Wang', tags: [party()] },
      ]),
    ],
    base,
  );
  const { files, result } = await written(documents, 'brat');
  assert.deepEqual([...files.keys()].filter((file) => file.endsWith('.ann')).sort(), [
    'Li-Ming/a.ann',
    'Wang/a.ann',
  ]);
  assert.deepEqual([result?.documents, result?.tags], [1, 2], 'a document of several is one');
  assert.equal(outgoingDocuments([found('a.txt', [{ annotator: 'Li' }])], base, new Set(['Wang'])).length, 0);
});

test('a clean text is asked of the server, a raw one is not', async () => {
  const documents = outgoingDocuments([found('a.txt', [{ tags: [party()] }])], base);
  assert.equal((await written(documents, 'brat')).files.get('a.txt'), text);
  assert.match((await written(documents, 'brat', 'clean')).files.get('a.txt')!, /造福人民/);
  const deaf = { statementFacts: async () => null };
  const task = {
    documents,
    choice: { ...choice, form: 'clean', format: await loadFormat('brat') },
    context,
  } as const;
  const result = await exportDocuments(task, deaf, never, ignore);
  assert.deepEqual([result?.documents, result?.unread.length], [0, 1]);
});

test('what would be lost is told with the first of its tags, and nothing is written', async () => {
  const noted = party({ note: 'who?' });
  const documents = outgoingDocuments(
    [found('a.txt', [{ tags: [noted, party({ review: 'suggested' })] }])],
    base,
  );
  const task = { documents, choice: { ...choice, format: await loadFormat('conll') }, context };
  const result = (await exportDocuments(task, client, never, ignore))!;
  const notes = result.lines.find(({ feature }) => feature === 'notes')!;
  assert.equal(notes.count, 1);
  assert.deepEqual(
    result.examples.of(notes).map(({ tag, words }) => [tag.id, words]),
    [[noted.id, '双方']],
  );
  assert.equal(result.lines.find(({ feature }) => feature === 'unchosen')?.tagsLeftOut, true);
});

test('a file of tags that cannot be read, and a text that is gone, are told and stop none of the others', async () => {
  const problem = { code: 'not-json', values: ['?'], path: '', line: 1 } as const;
  const gone = { ...found('c.txt', [{}]), text: async () => undefined };
  const documents = outgoingDocuments(
    [found('a.txt', [{ problem }]), found('b.txt', [{ tags: [party()] }]), gone],
    base,
  );
  const { files, result } = await written(documents, 'conll');
  assert.deepEqual([...files.keys()], ['b.txt.conll']);
  assert.deepEqual(
    result?.unread.map(({ document }) => document.name),
    ['a.txt', 'c.txt'],
  );
});

test('it ends where it is cancelled, with nothing to tell', async () => {
  const token = { isCancellationRequested: false };
  const documents = outgoingDocuments(
    Array.from({ length: 20 }, (_, at) => found(`${at}.txt`, [{ tags: [party()] }])),
    base,
  );
  let seen = 0;
  const task = { documents, choice: { ...choice, format: await loadFormat('brat') }, context };
  const result = await exportDocuments(task, client, token, (done) => {
    seen = done;
    token.isCancellationRequested = done === 3;
  });
  assert.deepEqual([result, seen], [undefined, 3]);
});

/** Every file below a folder, with its content. */
function filesIn(folder: string): Record<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    all.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

const hosts: Record<string, Pick<Runtime, 'appendFile'>> = {
  'which writes behind what is there': { appendFile },
  'whose files are written as a whole': { appendFile: async () => false },
};
for (const [host, runtime] of Object.entries(hosts)) {
  const into = (folder: string) =>
    StagedOutput.into(standIn.Uri.file(folder) as unknown as vscode.Uri, runtime);

  test(`files come to their names when all are whole, in a host ${host}`, async (t) => {
    const folder = folderFor(t);
    writeFileSync(join(folder, 'all.txt'), 'old');
    const output = await into(folder);
    const long = '长'.repeat(200_000);
    await output.write({ file: 'all.txt', content: 'a' });
    await output.write({ file: 'one/two.bin', content: new Uint8Array([66]) });
    await output.write({ file: 'all.txt', content: long });
    await output.write({ file: 'all.txt', content: '末' });
    await output.write({ file: 'empty', content: '' });
    assert.deepEqual(await output.there(), ['all.txt']);
    await output.finish();
    assert.equal(readFileSync(join(folder, 'all.txt'), 'utf8'), 'old');
    await output.commit();
    assert.deepEqual(filesIn(folder), { 'all.txt': `a${long}末`, 'one/two.bin': 'B', empty: '' });
    assert.deepEqual(readdirSync(folder).sort(), ['all.txt', 'empty', 'one']);
  });

  test(`of an export that came to nothing nothing is left, in a host ${host}`, async (t) => {
    const folder = folderFor(t);
    const output = await into(folder);
    await output.write({ file: 'a.txt', content: '长'.repeat(200_000) });
    await output.finish();
    await output.discard();
    assert.deepEqual(readdirSync(folder), []);
  });
}

test('no file is written outside of the folder that was chosen', async (t) => {
  const output = await StagedOutput.into(standIn.Uri.file(folderFor(t)) as unknown as vscode.Uri, {
    appendFile,
  });
  for (const file of ['../a', '/a', 'a/../../b', 'a//b', 'a\\..\\b', '', '.', 'a/.']) {
    await assert.rejects(output.write({ file, content: '' }), RangeError, file);
  }
});

test('what an editor that was killed left behind is removed a day later', async (t) => {
  const folder = folderFor(t);
  for (const [name, days] of [
    ['old', 2],
    ['new', 0],
  ] as const) {
    const left = join(folder, `.jiaozhu-export-editor-${name}`);
    mkdirSync(left);
    const time = new Date(Date.now() - days * 86_400_000);
    utimesSync(left, time, time);
  }
  await (
    await StagedOutput.into(standIn.Uri.file(folder) as unknown as vscode.Uri, { appendFile })
  ).discard();
  assert.deepEqual(readdirSync(folder), ['.jiaozhu-export-editor-new']);
});

test('what an export never takes the place of: files of tags, documents that have some, what goes out', async (t) => {
  const path = folderFor(t);
  const folder = standIn.Uri.file(path);
  const files = ['A.txt', 'a.txt.annotations.json', 'b.txt', 'c.txt'];
  for (const file of files) writeFileSync(join(path, file), text);
  const uris = files.map((file) => standIn.Uri.joinPath(folder, file) as unknown as vscode.Uri);
  const kept = await untouchable(uris, [uris[2]!]);
  assert.deepEqual(kept, uris.slice(0, 3));
});

test('a folder that texts are exported to is marked, and none that holds something else', async (t) => {
  const path = folderFor(t);
  const folder = standIn.Uri.file(path);
  mkdirSync(join(path, 'texts'));
  const output = await StagedOutput.into(folder as unknown as vscode.Uri, { appendFile });
  await output.write({ file: '李/a.txt', content: text });
  await output.write({ file: 'corpus.csv', content: text });
  await output.finish();
  await output.commit();
  assert.deepEqual(readdirSync(path).sort(), ['corpus.csv', 'texts', '李']);
  assert.deepEqual(readdirSync(join(path, '李')).sort(), ['.jiaozhu-export', 'a.txt']);
});
