import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { entry } from './client.ts';

const run = (...args: string[]) => spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8' });

test('started by a person, the server says how editors start it', () => {
  const bare = run();
  assert.equal(bare.status, 2);
  assert.match(bare.stderr, /--stdio/);
  assert.equal(bare.stdout, '', 'nothing goes where the protocol would');
  assert.equal(run('--help').status, 0);
  assert.equal(run('--loud').status, 2);
});

test('a way to talk that is not there is refused in a sentence', () => {
  const { status, stderr } = run('--pipe');
  assert.equal(status, 2);
  assert.ok(stderr.split('\n').length <= 2, stderr);
});

test('bytes that are no message do not bring the server down', () => {
  const { status, stderr } = spawnSync(process.execPath, [entry, '--stdio'], {
    encoding: 'utf8',
    input: 'hello\r\n\r\nContent-Length: 5\r\n\r\n{bad}Content-Length: 7\r\n\r\n[1,2,3]',
  });
  assert.deepEqual([status, stderr], [1, '']);
});

const browserServer = fileURLToPath(new URL('../../dist/browser/server.js', import.meta.url));

test('the server of the browser answers in a worker', { skip: !existsSync(browserServer) }, async (t) => {
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     globalThis.self = globalThis;
     globalThis.addEventListener = () => {};
     globalThis.postMessage = (message) => parentPort.postMessage(message);
     parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
     require(workerData);`,
    { eval: true, workerData: browserServer },
  );
  t.after(() => worker.terminate());
  const answers = new Map<number, (result: unknown) => void>();
  worker.on('message', ({ id, result }) => answers.get(id)?.(result));
  const ask = <R>(id: number, method: string, params: object) =>
    new Promise<R>((resolve) => {
      answers.set(id, resolve as (result: unknown) => void);
      worker.postMessage({ jsonrpc: '2.0', id, method, params });
    });
  const { capabilities } = await ask<{ capabilities: { hoverProvider: boolean } }>(1, 'initialize', {
    capabilities: {},
  });
  assert.equal(capabilities.hoverProvider, true);
  const uri = 'memory:/声明.statement';
  const textDocument = { uri, languageId: 'statement', version: 1, text: '双方恪守《联合国宪章》。' };
  worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
  const position = { line: 0, character: 6 };
  const hover = await ask<{ contents: { value: string } }>(2, 'textDocument/hover', {
    textDocument: { uri },
    position,
  });
  assert.match(hover.contents.value, /Charter of the United Nations/);
});
