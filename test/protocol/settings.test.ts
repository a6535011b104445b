import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigurationRequest } from 'vscode-languageserver/node';
import { plainCapabilities, TestClient } from './client.ts';

const broken = '双 方 重 申 恪 守 《 联 合 国 宪 章 》 宗 旨 。（下转第7版）\n';
const rules = async (document: { pull(): Promise<{ items: { code?: unknown; severity?: number }[] }> }) =>
  (await document.pull()).items.map(({ code, severity }) => [code, severity]);

test('a rule can be made louder or switched off, and a change is followed at once', async (t) => {
  const client = await TestClient.start(t, {
    settings: { rules: { 'letter-spacing': 'error', 'jump-mark': 'default' } },
  });
  const document = await client.open(broken);
  assert.deepEqual(await rules(document), [
    ['letter-spacing', 1],
    ['jump-mark', 2],
  ]);
  client.settings = { rules: { 'letter-spacing': 'off' } };
  await client.tell('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.refreshed > 0);
  assert.deepEqual(await rules(document), [['jump-mark', 2]]);
});

test('an answer about the settings that a later one has overtaken is none', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  await rules(document);
  const answers: ((settings: unknown[]) => void)[] = [];
  client.connection.onRequest(
    ConfigurationRequest.type,
    () => new Promise<unknown[]>((resolve) => answers.push(resolve)),
  );
  for (const asked of [1, 2]) {
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    while (answers.length < asked) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  answers[1]!([{ rules: { 'letter-spacing': 'off' } }]);
  await client.until(() => client.refreshed > 0);
  answers[0]!([{ rules: { 'letter-spacing': 'error', 'jump-mark': 'off' } }]);
  // It is sent before the question.
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(await rules(document), [['jump-mark', 2]]);
});

test('settings of the wrong type are ignored, with a word in the log', async (t) => {
  for (const settings of [
    null,
    7,
    [],
    'off',
    { rules: 'off' },
    { rules: { 'letter-spacing': 3 }, cleanOnSave: 'yes' },
  ]) {
    const client = await TestClient.start(t, { settings });
    const document = await client.open(broken);
    assert.equal((await rules(document)).length, 2, JSON.stringify(settings));
    if (settings !== null) assert.ok(client.logs.some(({ message }) => message.includes('jiaozhu')));
    assert.equal(await client.stop(), 0);
  }
});

test('a client that cannot be asked sends its settings along', async (t) => {
  const client = await TestClient.start(t, { capabilities: plainCapabilities });
  await client.open(broken);
  await client.until(() => client.published.length > 0);
  assert.equal(client.published.at(-1)!.diagnostics.length, 2);
  await client.tell('workspace/didChangeConfiguration', {
    settings: { jiaozhu: { rules: { 'jump-mark': 'off' } } },
  });
  await client.until(() => client.published.length > 1);
  assert.equal(client.published.at(-1)!.diagnostics.length, 1);
});

test('what is tagged as printed is not reported, wherever typing moves it', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  const end = broken.indexOf('（');
  await client.tell('jiaozhu/asPrinted', {
    textDocument: { uri: document.uri, version: 1 },
    ranges: [{ start: 0, end }],
  });
  await client.until(() => client.refreshed > 0);
  const reported = async () => (await rules(document)).map(([code]) => code);
  assert.deepEqual(await reported(), ['jump-mark']);
  const start = { line: 0, character: 0 };
  await document.edit([{ range: { start, end: start }, newText: '声明\n\n' }]);
  assert.deepEqual(await reported(), ['jump-mark']);
  // Told late, of the version before.
  await client.tell('jiaozhu/asPrinted', {
    textDocument: { uri: document.uri, version: 1 },
    ranges: [{ start: end, end: broken.length }],
  });
  assert.deepEqual(await reported(), ['letter-spacing']);
});
