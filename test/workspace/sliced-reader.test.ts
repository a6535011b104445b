import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from 'vscode-languageserver';
import { clientFiles } from '../../server/src/browser/client-files.ts';
import { findStatementsRequest, readFileRequest } from '../../server/src/protocol.ts';

const water = '甲乙引水协定\n\n第一条\n双方依本协定引水。\n';

/** Files as a client answers for them. */
function filesOf(texts: Readonly<Record<string, string>>) {
  const connection = {
    async sendRequest(method: string, { uri, most }: { uri: string; most: number }) {
      if (method === findStatementsRequest) return [...Object.keys(texts), null, 1];
      assert.equal(method, readFileRequest);
      const text = texts[uri];
      return text === undefined ? null : Buffer.from(text).subarray(0, most).toString('base64');
    },
  } as unknown as Connection;
  return clientFiles(connection, { setImmediate });
}

test('reads files through its client', async () => {
  const files = filesOf({
    'file:///a': water,
    'file:///large': '双方。'.repeat(100_000),
    'file:///bytes': '\0',
  });
  assert.equal(await files.readText('file:///a', 18), '甲乙引水协定');
  assert.equal(await files.readText('file:///missing', 100), undefined);
  const reader = files.startReader(assert.fail);
  const found: string[] = [];
  assert.ok(await reader.find('file:///', (uris) => found.push(...uris)));
  assert.deepEqual(found, ['file:///a', 'file:///large', 'file:///bytes']);
  const [a, large, bytes, missing] = await Promise.all(
    [...found, 'file:///missing'].map((uri) => reader.read(uri, '')),
  );
  assert.equal(a!.identity, '《甲乙引水协定》');
  assert.deepEqual([large, bytes, missing], [null, null, null]);
});

test('knows the instruments of a folder', async () => {
  const reader = filesOf({ 'file:///a': water }).startReader(assert.fail);
  reader.know('1', [{ id: 'water', kind: 'agreement', names: { zh: '甲乙引水协定' }, sources: {} }]);
  assert.equal((await reader.read('file:///a', '1'))!.identity, 'water');
});

test('a question that fails does not hold up the next', async () => {
  const connection = { sendRequest: () => Promise.reject(new Error('gone')) } as unknown as Connection;
  const reader = clientFiles(connection, { setImmediate }).startReader(assert.fail);
  await assert.rejects(reader.read('file:///a', ''));
  await assert.rejects(reader.read('file:///b', ''));
});
