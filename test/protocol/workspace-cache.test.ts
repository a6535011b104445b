import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SymbolInformation } from 'vscode-languageserver';
import { TestClient } from './client.ts';
import { eventually, Folder } from './folder.ts';

const text = '甲国和乙国联合声明\n\n双方签署《甲乙引水协定》。\n';
const find = (client: TestClient, query: string) =>
  eventually(
    () => client.ask<SymbolInformation[]>('workspace/symbol', { query }),
    (found) => found.length > 0,
  );

test('what was read is kept where the client says, by content, and nowhere else', async (t) => {
  const folder = new Folder(t, { 'a.statement': text });
  const cache = new Folder(t);
  const path = join(cache.path, 'deep', 'statements.txt');
  const start = () =>
    TestClient.start(t, {
      folders: [folder.uri],
      initializationOptions: { cacheFolder: cache.uriOf('deep') },
    });
  const first = await start();
  await find(first, '引水');
  await eventually(async () => existsSync(path), Boolean);
  assert.equal(await first.stop(), 0);
  assert.deepEqual(readdirSync(folder.path), ['a.statement']);

  // A later server believes what was kept: here somebody has put in another title.
  const kept = readFileSync(path, 'utf8');
  writeFileSync(path, kept.replaceAll('甲国和乙国联合声明', '丙国和丁国联合声明'));
  folder.write('copy.statement', text);
  const second = await start();
  const found = await eventually(
    () => second.ask<SymbolInformation[]>('workspace/symbol', { query: '丙国和丁国' }),
    ({ length }) => length === 2,
  );
  assert.deepEqual(found.map(({ location }) => location.uri).sort(), [
    folder.uriOf('a.statement'),
    folder.uriOf('copy.statement'),
  ]);
  await second.stop();

  // But not what another version kept, nor what is broken.
  for (const broken of [
    kept.replace(/^.*/, 'jiaozhu statements other'),
    kept.replace('"cited"', '"sited"'),
    '\0',
  ]) {
    writeFileSync(path, broken.replaceAll('甲国和乙国联合声明', '丙国和丁国联合声明'));
    const client = await start();
    await find(client, '甲国和乙国');
    await client.stop();
  }
});

test('a pipe in its place is not waited for', { skip: process.platform === 'win32' }, async (t) => {
  const folder = new Folder(t, { 'a.statement': text });
  const cache = new Folder(t);
  execFileSync('mkfifo', [join(cache.path, 'statements.txt')]);
  const client = await TestClient.start(t, {
    folders: [folder.uri],
    initializationOptions: { cacheFolder: cache.uri },
  });
  await find(client, '引水');
  assert.equal(await client.stop(), 0);
});

test('a place where nothing can be kept is told of, and does no other harm', async (t) => {
  const folder = new Folder(t, { 'a.statement': text });
  const cache = new Folder(t, { file: 'in the way' });
  const client = await TestClient.start(t, {
    folders: [folder.uri],
    initializationOptions: { cacheFolder: join(cache.path, 'file', 'deep') },
  });
  await find(client, '引水');
  await client.until(() => client.logs.some(({ message }) => message.includes('could not be kept')));
  assert.equal(await client.stop(), 0);
});

test('a folder in place of the file', async (t) => {
  const folder = new Folder(t, { 'a.statement': text });
  const cache = new Folder(t);
  mkdirSync(join(cache.path, 'statements.txt'));
  const client = await TestClient.start(t, {
    folders: [folder.uri],
    initializationOptions: { cacheFolder: cache.path },
  });
  await find(client, '引水');
});
