import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import type { Location, LocationLink, SymbolInformation } from 'vscode-languageserver';
import { plainCapabilities, TestClient } from './client.ts';
import { changed, eventually, Folder } from './folder.ts';

const statement = (parties: string, treaty: string) => `${parties}联合声明

双方恪守《联合国宪章》，将继续履行《${treaty}》。

一、政治关系

双方重申《${treaty}》的宗旨。
`;
const water = `甲乙引水协定

第一条 引水

双方依本协定引水。
`;

const symbols = (client: TestClient, query: string) =>
  client.ask<SymbolInformation[]>('workspace/symbol', { query });
const told = (found: readonly SymbolInformation[]) =>
  found.map(({ name, containerName }) => (containerName === undefined ? name : `${name} < ${containerName}`));

/** Waits until exactly so many statements are known. */
const known = (client: TestClient, count: number, query = '') =>
  eventually(
    () => symbols(client, query),
    (found) => found.filter(({ kind }) => kind === 1).length === count,
  );

test('finds the statements of a folder by their names and in their encodings', async (t) => {
  const folder = new Folder(t, {
    'a.statement': statement('甲国和乙国', '甲乙引水协定'),
    '深/更深/丙丁联合声明.txt': iconv.encode(statement('丙国和丁国', '丙丁条约'), 'gb18030'),
    'b.statement.txt': iconv.encode('戊國和己國聯合聲明\n\n雙方簽署《戊己條約》。\n', 'big5'),
    '笔记.txt': statement('庚国和辛国', '庚辛条约'),
    'node_modules/c.statement': statement('壬国和癸国', '壬癸条约'),
    '.git/d.statement': statement('壬国和癸国', '壬癸条约'),
    '.hidden.statement': statement('壬国和癸国', '壬癸条约'),
    'picture公报.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1),
  });
  const client = await TestClient.start(t, { folders: [folder.uri] });
  const found = await known(client, 3);
  assert.deepEqual(told(found.filter(({ kind }) => kind === 1)).sort(), [
    '丙国和丁国联合声明',
    '戊國和己國聯合聲明',
    '甲国和乙国联合声明',
  ]);
  assert.equal(await client.stop(), 0);
});

test('finds instruments and sections, and leads to their places', async (t) => {
  const folder = new Folder(t, {
    'a.statement': statement('甲国和乙国', '甲乙引水协定'),
    'b.statement': statement('丙国和丁国', '丙丁条约'),
    'c.statement': water,
  });
  const client = await TestClient.start(t, { folders: [folder.uri] });
  await known(client, 3);
  const [treaty] = await symbols(client, '丙丁');
  assert.deepEqual(told([treaty!]), ['丙丁条约 < 丙国和丁国联合声明']);
  assert.deepEqual(treaty!.location, {
    uri: folder.uriOf('b.statement'),
    range: { start: { line: 2, character: 17 }, end: { line: 2, character: 23 } },
  });
  assert.deepEqual(told(await symbols(client, '政治')), [
    '一、政治关系 < 甲国和乙国联合声明',
    '一、政治关系 < 丙国和丁国联合声明',
  ]);
  assert.deepEqual(told(await symbols(client, '聯合國憲')), ['联合国宪章 (聯合國憲章) < 甲国和乙国联合声明']);
  assert.deepEqual(told(await symbols(client, 'charter of the')), [
    '联合国宪章 (Charter of the United Nations) < 甲国和乙国联合声明',
  ]);
  assert.deepEqual(told(await symbols(client, '没有这样的东西')), []);
});

test('references lead into other files, and a definition to the file that is the instrument', async (t) => {
  const text = statement('甲国和乙国', '甲乙引水协定');
  const folder = new Folder(t, {
    'b.statement': statement('丙国和丁国', '甲乙引水协定'),
    'c.statement': water,
  });
  const client = await TestClient.start(t, { folders: [folder.uri] });
  await known(client, 2);
  const document = await client.open(text, folder.uriOf('a.statement'));
  const { start: position } = document.rangeOf('甲乙引水');
  const [definition] = await document.ask<LocationLink[]>('textDocument/definition', { position });
  assert.equal(definition!.targetUri, folder.uriOf('c.statement'));
  const references = await document.ask<Location[]>('textDocument/references', {
    position,
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    references.map(({ uri }) => uri).sort(),
    ['a', 'a', 'b', 'b', 'c', 'c'].map((name) => folder.uriOf(`${name}.statement`)),
  );
});

test('follows files that come, change and go', async (t) => {
  const folder = new Folder(t, { 'a.statement': statement('甲国和乙国', '甲乙条约') });
  const client = await TestClient.start(t, { folders: [folder.uri] });
  await known(client, 1);
  const watched = client.registered.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
  assert.ok(JSON.stringify(watched!.registerOptions).includes('**/.jiaozhu/instruments.json'));

  folder.write('深/b.statement', statement('丙国和丁国', '丙丁条约'));
  folder.write('node_modules/c.statement', statement('丙国和丁国', '丙丁条约'));
  await changed(
    client,
    [folder.uriOf('node_modules/c.statement'), 1],
    [folder.uriOf('深/b.statement'), 1],
    ['file:///elsewhere/d.statement', 1],
  );
  await known(client, 2);

  folder.write('a.statement', statement('甲国和乙国', '甲乙协定'));
  await changed(client, [folder.uriOf('a.statement'), 2]);
  await eventually(
    () => symbols(client, '甲乙协定'),
    (found) => found.length === 1,
  );

  // As an editor tells it: of a folder that is gone, no more than that.
  folder.remove('深');
  await changed(client, [folder.uriOf('深'), 3]);
  await known(client, 1);

  // A file that is gone before anybody could read it.
  await changed(client, [folder.uriOf('gone.statement'), 1], [folder.uriOf('a.statement'), 3]);
  await known(client, 0);
});

test('an open document is what its editor holds, saved or not', async (t) => {
  const folder = new Folder(t, { 'a.statement': statement('甲国和乙国', '甲乙条约') });
  const client = await TestClient.start(t, { folders: [folder.uri] });
  await known(client, 1);
  const document = await client.open(statement('甲国和乙国', '甲乙协定'), folder.uriOf('a.statement'));
  const has = (query: string, is: boolean) =>
    eventually(
      () => symbols(client, query),
      (found) => found.length > 0 === is,
    );
  await has('甲乙协定', true);
  await has('甲乙条约', false);
  await document.edit([{ range: document.rangeOf('双方恪守'), newText: '双方签署《甲乙章程》，恪守' }]);
  await has('甲乙章程', true);
  await client.tell('textDocument/didClose', { textDocument: document.id });
  await has('甲乙条约', true);
  await has('甲乙章程', false);
});

test('a document that no folder holds is known while it is open, however its URI is written', async (t) => {
  const client = await TestClient.start(t);
  const uri = 'file:///elsewhere/(1).statement';
  await client.open(water, uri);
  const [found] = await known(client, 1);
  assert.equal(found!.location.uri, uri);
  await client.tell('textDocument/didClose', {
    textDocument: { uri: 'file:///elsewhere/%281%29.statement' },
  });
  await client.tell('textDocument/didClose', { textDocument: { uri } });
  await known(client, 0);
});

test('folders come and go', async (t) => {
  const one = new Folder(t, { 'a.statement': statement('甲国和乙国', '甲乙条约') });
  const other = new Folder(t, { 'b.statement': statement('丙国和丁国', '丙丁条约') });
  const client = await TestClient.start(t, { folders: [one.uri] });
  await known(client, 1);
  const change = (event: object) => client.tell('workspace/didChangeWorkspaceFolders', { event });
  await change({ added: [{ uri: other.uri, name: 'b' }], removed: [] });
  await known(client, 2);
  await change({ added: [], removed: [{ uri: `${one.uri}/`, name: 'a' }] });
  const [left] = await known(client, 1);
  assert.equal(left!.location.uri, other.uriOf('b.statement'));
});

test('hostile folders', async (t) => {
  const folder = new Folder(t, {
    'a.statement': statement('甲国和乙国', '甲乙条约'),
    'empty.statement': '',
    'large.statement': '双方恪守《联合国宪章》。'.repeat(500_000),
    'lone.statement': '\ufeff\n\n\n',
    'folder.statement/b.statement': statement('丙国和丁国', '丙丁条约'),
  });
  mkdirSync(join(folder.path, 'ring'));
  symlinkSync(folder.path, join(folder.path, 'ring', 'again'));
  symlinkSync('nowhere', join(folder.path, 'nowhere.statement'));
  symlinkSync('/dev/zero', join(folder.path, 'zero.statement'));
  const client = await TestClient.start(t, {
    folders: [
      folder.uri,
      `${folder.uri}/missing`,
      'file:///%zz',
      'nonsense',
      'untitled:a',
      folder.uriOf('ring'),
    ],
  });
  await known(client, 2, '国和');
  for (const params of [null, {}, { changes: null }, { changes: [null, {}, { uri: 1 }, { uri: '' }] }]) {
    await client.tell('workspace/didChangeWatchedFiles', params);
    await client.tell('workspace/didChangeWorkspaceFolders', params);
  }
  for (const params of [null, {}, { query: 1 }]) {
    assert.deepEqual(await client.ask('workspace/symbol', params), []);
  }
  await changed(client, [folder.uriOf('zero.statement'), 1], [folder.uriOf('folder.statement'), 2]);
  await known(client, 2, '国和');
  assert.equal(await client.stop(), 0);
});

test('a client that can only be told gets what it asks for, and is asked for nothing', async (t) => {
  const folder = new Folder(t, { 'a.statement': statement('甲国和乙国', '甲乙条约') });
  const client = await TestClient.start(t, { folders: [folder.uri], capabilities: plainCapabilities });
  await known(client, 1);
  assert.deepEqual(client.registered, []);
  assert.deepEqual(client.progress, []);
  assert.equal(client.initialized.capabilities.workspace, undefined);
});
