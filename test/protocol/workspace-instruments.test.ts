import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, CodeLens, CreateFile, TextDocumentEdit } from 'vscode-languageserver/node';
import { clientCommands, type InstrumentsResult, instrumentsRequest } from '../../server/src/protocol.ts';
import { type OpenText, plainCapabilities, TestClient } from './client.ts';
import { changed, eventually, Folder } from './folder.ts';

const file = '.jiaozhu/instruments.json';
const text = '甲国声明\n\n甲国恪守《甲乙引水协定》，并重申《联合国宪章》。\n';
const entry = (id: string, zh: string, more: object = {}) => ({
  id,
  kind: 'agreement',
  names: { zh },
  sources: {},
  ...more,
});
const water = JSON.stringify({ instruments: [entry('water-2031', '甲乙引水协定')] }, null, 2);

/** The identities of what a document cites, once they are as expected. */
const cites = (document: OpenText, ...expected: string[]) =>
  eventually(
    () => document.ask<InstrumentsResult>(instrumentsRequest),
    ({ cited }) => JSON.stringify(cited.map(({ identity }) => identity)) === JSON.stringify(expected),
  );

test('a folder brings its own instruments, and takes them away again', async (t) => {
  const folder = new Folder(t, { [file]: water });
  const client = await TestClient.start(t, { folders: [folder.uri] });
  const document = await client.open(text, folder.uriOf('a.statement'));
  // The first answer knows them already.
  const { cited } = await document.ask<InstrumentsResult>(instrumentsRequest);
  assert.deepEqual(
    cited.map(({ identity }) => identity),
    ['water-2031', 'un-charter'],
  );
  const elsewhere = await client.open(text, 'file:///elsewhere/a.statement');
  await cites(elsewhere, '《甲乙引水协定》', 'un-charter');

  folder.write(file, JSON.stringify({ instruments: [entry('un-charter', '联合国宪章', { kind: 'plan' })] }));
  await changed(client, [folder.uriOf(file), 2]);
  const corrected = await cites(document, '《甲乙引水协定》', 'un-charter');
  assert.equal(corrected.cited[1]!.instrument!.kind, 'plan');

  folder.remove('.jiaozhu');
  await changed(client, [folder.uriOf('.jiaozhu'), 3]);
  await eventually(
    () => document.ask<InstrumentsResult>(instrumentsRequest),
    (result) => result.cited[1]!.instrument!.kind === 'charter',
  );

  folder.write(file, water);
  await changed(client, [folder.uriOf(file), 1]);
  await cites(document, 'water-2031', 'un-charter');
});

test('a hover tells what the folder knows, and the index follows', async (t) => {
  const folder = new Folder(t, { [file]: water, 'b.statement': text });
  const client = await TestClient.start(t, { folders: [folder.uri] });
  const document = await client.open(text, folder.uriOf('a.statement'));
  const { start: position } = document.rangeOf('甲乙引水');
  const references = () =>
    document.ask<{ uri: string }[]>('textDocument/references', {
      position,
      context: { includeDeclaration: true },
    });
  await eventually(references, (found) => found.length === 2);
  folder.write(file, water.replace('甲乙引水协定', '甲乙引水专约'));
  await changed(client, [folder.uriOf(file), 2]);
  await cites(document, '《甲乙引水协定》', 'un-charter');
  await eventually(references, (found) => found.length === 2);
});

test('a broken file changes nothing and says so, until it is mended', async (t) => {
  const folder = new Folder(t, { [file]: water });
  const client = await TestClient.start(t, {
    folders: [folder.uri],
    initializationOptions: { locale: 'zh-cn' },
  });
  const document = await client.open(text, folder.uriOf('a.statement'));
  await cites(document, 'water-2031', 'un-charter');
  const uri = folder.uriOf(file);
  const told = () =>
    client.published
      .findLast((published) => published.uri === uri)
      ?.diagnostics.map(({ message, range }) => `${range.start.line}: ${message}`);

  folder.write(file, water.slice(0, -1));
  await changed(client, [uri, 2]);
  await client.until(() => told()?.[0]?.includes('此文件不是有效的 JSON') === true);
  await cites(document, 'water-2031', 'un-charter');

  const half = [entry('water-2031', '甲乙引水协定'), entry('Bridge', '甲乙桥梁条约')];
  folder.write(file, JSON.stringify({ instruments: half }, null, 2));
  await changed(client, [uri, 2]);
  await client.until(() => told()?.[0]?.includes('11: "Bridge" 不合要求。固定标识') === true);
  await cites(document, 'water-2031', 'un-charter');

  folder.write(file, water);
  await changed(client, [uri, 2]);
  await client.until(() => told()?.length === 0);
});

test('each of several folders has its own', async (t) => {
  const one = new Folder(t, { [file]: water });
  const other = new Folder(t);
  const client = await TestClient.start(t, { folders: [one.uri, other.uri] });
  const inOther = await client.open(text, other.uriOf('a.statement'));
  await cites(inOther, '《甲乙引水协定》', 'un-charter');
  await client.tell('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: one.uri, name: 'one' }] },
  });
  const inOne = await client.open(text, one.uriOf('a.statement'));
  await cites(inOne, '《甲乙引水协定》', 'un-charter');
  await client.tell('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: one.uri, name: 'one' }], removed: [] },
  });
  await cites(inOne, 'water-2031', 'un-charter');
});

const additions = async (document: OpenText, words: string) => {
  const asked = { range: document.rangeOf(words), context: { diagnostics: [] } };
  const actions = await document.ask<CodeAction[]>('textDocument/codeAction', asked);
  return actions.filter(({ title }) => title.startsWith('Add'));
};

test('a title that nobody knows is added to the folder’s instruments, in a file that is made for it', async (t) => {
  const folder = new Folder(t);
  const client = await TestClient.start(t, { folders: [folder.uri] });
  const document = await client.open(text, folder.uriOf('a.statement'));
  assert.deepEqual(await additions(document, '联合国宪章'), [], 'this one is known');
  const [action, ...others] = await additions(document, '甲乙引水');
  assert.equal(others.length, 0);
  assert.equal(action!.title, 'Add 《甲乙引水协定》 to the instruments of this folder');
  const [create, change] = action!.edit!.documentChanges as [CreateFile, TextDocumentEdit];
  assert.deepEqual(create, { kind: 'create', uri: folder.uriOf(file), options: { ignoreIfExists: true } });
  assert.equal(change.textDocument.uri, folder.uriOf(file));
  const [edit] = change.edits as { newText: string }[];
  folder.write(file, edit!.newText);
  await changed(client, [folder.uriOf(file), 1]);
  await cites(document, 'instrument-1', 'un-charter');
  await client.until(() => client.refreshedTitles.includes('codeLens'));
  await client.until(() => client.refreshedTitles.includes('inlayHint'));
  await client.until(() => client.refreshedTitles.includes('semanticTokens'));
  const [lens] = await document.ask<CodeLens[]>('textDocument/codeLens');
  assert.equal((await client.ask<CodeLens>('codeLens/resolve', lens)).command!.title, '2 instruments cited');
});

test('the entry is shown to be completed by a client that can', async (t) => {
  const folder = new Folder(t);
  const initializationOptions = { commands: [clientCommands.showInstrumentEntry] };
  const client = await TestClient.start(t, { folders: [folder.uri], initializationOptions });
  const document = await client.open(text, folder.uriOf('a.statement'));
  const [action] = await additions(document, '甲乙引水');
  assert.equal(action!.command!.command, 'jiaozhu.showInstrumentEntry');
  assert.deepEqual(action!.command!.arguments, [folder.uriOf(file), 'instrument-1']);
  const plain = await TestClient.start(t, { folders: [folder.uri] });
  const there = await plain.open(text, folder.uriOf('a.statement'));
  assert.equal((await additions(there, '甲乙引水'))[0]!.command, undefined);
});

test('where the folder has a file, the entry follows those in it', async (t) => {
  const folder = new Folder(t, { [file]: water.replaceAll('甲乙引水', '丙丁航空') });
  const client = await TestClient.start(t, { folders: [folder.uri] });
  const document = await client.open(text, folder.uriOf('a.statement'));
  const [action] = await additions(document, '甲乙引水');
  const [change, ...others] = action!.edit!.documentChanges as TextDocumentEdit[];
  assert.equal(others.length, 0);
  assert.equal(change!.textDocument.version, null);
  assert.ok((change!.edits[0] as { newText: string }).newText.includes('"zh": "甲乙引水协定"'));
});

test('nothing is added outside of folders, to a broken file, or by a client that cannot make one', async (t) => {
  const folder = new Folder(t, { [file]: '{' });
  const client = await TestClient.start(t, { folders: [folder.uri] });
  const broken = await client.open(text, folder.uriOf('a.statement'));
  assert.deepEqual(await additions(broken, '甲乙引水'), []);
  const outside = await client.open(text, 'file:///elsewhere/a.statement');
  assert.deepEqual(await additions(outside, '甲乙引水'), []);
  const empty = new Folder(t);
  const plain = await TestClient.start(t, { folders: [empty.uri], capabilities: plainCapabilities });
  const there = await plain.open(text, empty.uriOf('a.statement'));
  assert.deepEqual(await additions(there, '甲乙引水'), []);
});
