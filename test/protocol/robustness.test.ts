import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIAGNOSTIC_LIMIT } from '../../server/src/features/diagnostics.ts';
import { modernCapabilities, plainCapabilities, TestClient } from './client.ts';

const uri = 'file:///nowhere.statement';
const position = { line: 0, character: 0 };
const range = { start: position, end: position };

/** Every request about a document, with what is answered where there is none. */
const requests: readonly (readonly [string, object, unknown])[] = [
  ['textDocument/documentSymbol', {}, []],
  ['textDocument/foldingRange', {}, []],
  ['textDocument/hover', { position }, null],
  ['textDocument/definition', { position }, []],
  ['textDocument/references', { position, context: { includeDeclaration: true } }, []],
  ['textDocument/documentHighlight', { position }, []],
  ['textDocument/documentLink', {}, []],
  ['textDocument/selectionRange', { positions: [position] }, []],
  ['textDocument/codeLens', {}, []],
  ['textDocument/inlayHint', { range }, []],
  ['textDocument/completion', { position }, null],
  ['jiaozhu/instruments', {}, null],
  ['jiaozhu/step', { offset: 0, unit: 'section', direction: 'next' }, null],
  ['textDocument/semanticTokens/full', {}, { data: [] }],
  ['textDocument/semanticTokens/full/delta', { previousResultId: '1' }, { data: [] }],
  ['textDocument/semanticTokens/range', { range }, { data: [] }],
  ['textDocument/diagnostic', {}, { kind: 'full', items: [] }],
  ['textDocument/codeAction', { range, context: { diagnostics: [] } }, []],
  ['textDocument/willSaveWaitUntil', { reason: 1 }, []],
  ['jiaozhu/reading', {}, null],
  ['jiaozhu/cleaning', {}, null],
];

test('what is asked before initialize, before open and after close is answered with nothing', async (t) => {
  const early = TestClient.launch(t);
  for (const [method, more, nothing] of requests) {
    assert.deepEqual(
      await early.ask(method, { textDocument: { uri, version: 1 }, ...more }),
      nothing,
      method,
    );
  }

  const client = await TestClient.start(t);
  const document = await client.open('甲乙两国。', uri);
  await client.tell('textDocument/didClose', { textDocument: document.id });
  for (const [method, more, nothing] of requests) {
    assert.deepEqual(
      await client.ask(method, { textDocument: { uri, version: 1 }, ...more }),
      nothing,
      method,
    );
  }
  assert.ok(client.logs.some(({ message }) => message.includes('is not open')));
  assert.equal(await client.stop(), 0);
});

test('what makes no sense is answered with nothing and logged, and the server lives on', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open('甲乙两国。', uri);
  for (const [method, , nothing] of requests) {
    if (method === 'jiaozhu/cleaning') continue;
    assert.deepEqual(await client.ask(method, {}), nothing, method);
  }
  await client.tell('textDocument/didOpen', {});
  await client.tell('textDocument/didOpen', { textDocument: { uri: 'file:///odd', version: 1 } });
  await client.tell('textDocument/didChange', {
    textDocument: { uri: 'file:///never-opened', version: 2 },
    contentChanges: [{ text: '' }],
  });
  await client.tell('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: {} }],
  });
  await client.tell('textDocument/didClose', { textDocument: { uri: 'file:///never-opened' } });
  await client.tell('jiaozhu/asPrinted', { textDocument: { uri, version: 1 }, ranges: null });
  await client.tell('jiaozhu/asPrinted', {
    textDocument: { uri, version: 99 },
    ranges: [{ start: 'a', end: {} }],
  });
  await client.tell('workspace/didChangeConfiguration', {});
  await client.tell('jiaozhu/unheard-of', {});
  assert.equal((await document.ask<{ clean: string }>('jiaozhu/reading')).clean, '甲乙两国。');
  assert.ok(client.logs.length >= 5);
  assert.equal(await client.stop(), 0);
});

test('parameters that are malformed are named in the log, with the request that they came with', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open('甲乙两国。', uri);
  const textDocument = { uri, version: 1 };
  const more: Record<string, unknown> = {
    'textDocument/hover': { textDocument, position: { line: '0' } },
    'textDocument/definition': { textDocument, position: null },
    'textDocument/references': { textDocument },
    'textDocument/documentHighlight': { textDocument, position: [] },
    'textDocument/selectionRange': { textDocument, positions: [{}] },
    'textDocument/inlayHint': { textDocument, range: position },
    'textDocument/completion': { textDocument, position: { character: 0 } },
    'jiaozhu/step': { textDocument, offset: 0.5, unit: 'section', direction: 'next' },
    'textDocument/semanticTokens/range': { textDocument },
    'textDocument/codeAction': { textDocument, range, context: null },
    'jiaozhu/cleaning': { textDocument, range: { start: 'a' } },
  };
  for (const [method, , nothing] of requests) {
    for (const params of [
      null,
      {},
      { textDocument: null },
      { textDocument: { uri: 7 } },
      more[method] ?? {},
    ]) {
      const before = client.logs.length;
      assert.deepEqual(await client.ask(method, params), nothing, method);
      await client.until(() => client.logs.length > before);
      const { message } = client.logs.at(-1)!;
      assert.ok(message.startsWith(`${method}: the parameters are malformed: `), message);
    }
  }
  const notifications: readonly (readonly [string, unknown])[] = [
    ['textDocument/didOpen', null],
    ['textDocument/didOpen', { textDocument: { uri: 'file:///odd', version: 1 } }],
    ['textDocument/didChange', { textDocument }],
    ['textDocument/didChange', { textDocument, contentChanges: [null] }],
    ['textDocument/didChange', { textDocument, contentChanges: [{ range: {}, text: '' }] }],
    ['textDocument/didClose', null],
    ['jiaozhu/asPrinted', null],
    ['jiaozhu/asPrinted', { textDocument, ranges: null }],
  ];
  for (const [method, params] of notifications) {
    const before = client.logs.length;
    await client.tell(method, params);
    await client.until(() => client.logs.length > before);
    const { message } = client.logs.at(-1)!;
    assert.ok(message.startsWith(`${method}: the parameters are malformed: `), message);
  }
  assert.equal((await document.ask<{ clean: string }>('jiaozhu/reading')).clean, '甲乙两国。');
  assert.equal(await client.stop(), 0);
});

test('of what is tagged as printed, the ranges that are ranges count', async (t) => {
  const client = await TestClient.start(t);
  const text = '双方就“ 和平”和“ 友好”进行会谈 ，并签署协定。\n';
  await client.open(text, uri);
  const textDocument = { uri, version: 1 };
  const tell = (ranges: unknown) => client.tell('jiaozhu/asPrinted', { textDocument, ranges });
  const edited = async () => {
    const { edits } = await client.ask<{ edits: { start: number }[] }>('jiaozhu/cleaning', { textDocument });
    return edits.map(({ start }) => start);
  };
  const first = { start: text.indexOf(' 和平'), end: text.indexOf('”') };
  const all = await edited();
  await tell([{ start: 0, end: text.length }]);
  assert.deepEqual(await edited(), []);
  await tell([null, first, 'x', { start: 'a', end: 2 }]);
  const rest = all.filter((start) => start >= first.end);
  assert.ok(rest.length > 0 && rest.length < all.length);
  assert.deepEqual(await edited(), rest, 'the mark that is left is heeded, the one that is gone no more');
  assert.deepEqual(
    client.logs.map(({ message }) => message),
    ['jiaozhu/asPrinted: the parameters are malformed: 3 of 4 ranges are none and left out.'],
  );
});

test('after a shutdown every request is an error, and notifications do nothing', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open('甲乙两国。', uri);
  await client.ask('shutdown', undefined);
  await client.tell('textDocument/didOpen', {
    textDocument: { uri, languageId: 'statement', version: 1, text: '甲' },
  });
  for (const [method, more] of requests) {
    await assert.rejects(document.ask(method, more), { code: -32600 }, method);
  }
  await assert.rejects(client.ask('codeAction/resolve', { title: 'x' }), { code: -32600 });
  await assert.rejects(client.ask('initialize', { capabilities: {} }), { code: -32600 });
  await assert.rejects(client.ask('shutdown', undefined), { code: -32600 });
  await client.tell('exit', undefined);
  assert.equal(await client.exited, 0);
});

test('positions that are reversed or outside, and changes without a range, are followed', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open('甲乙两国\n发表声明', uri);
  const change = (version: number, ...contentChanges: object[]) =>
    client.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  const text = async () => (await document.ask<{ clean: string }>('jiaozhu/reading')).clean;
  await change(2, {
    range: { start: { line: 0, character: 4 }, end: { line: 0, character: 2 } },
    text: '丙',
  });
  assert.equal(await text(), '甲乙丙\n发表声明');
  await change(3, {
    range: { start: { line: 7, character: 7 }, end: { line: 9, character: 0 } },
    text: '。',
  });
  assert.equal(await text(), '甲乙丙\n发表声明。');
  await change(
    4,
    { text: '甲国' },
    { range: { start: position, end: position }, text: '在' },
    { text: '乙国。' },
  );
  assert.equal(await text(), '乙国。');
  await change(5, { range: null, text: '丙国。' });
  assert.equal(await text(), '丙国。');
});

test('hostile texts are read', async (t) => {
  const texts: Record<string, string> = {
    empty: '',
    'line ends of all kinds': '甲\r\n乙\r丙\n\r\n',
    'byte order mark': '\ufeff甲乙声明。',
    'lone surrogates': '甲\ud842乙\udfb7，\ud842',
    binary: Array.from({ length: 4096 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join(''),
    'one line of a million characters': '甲国和乙国发表声明，'.repeat(100_000),
    'open brackets': '《'.repeat(20_000),
  };
  for (const [name, text] of Object.entries(texts)) {
    await t.test(name, async (t) => {
      const client = await TestClient.start(t);
      const document = await client.open(text, uri);
      for (const [method, more] of requests) {
        await client.ask(method, { textDocument: { uri, version: 1 }, ...more });
      }
      const end = document.lines.positionAt(text.length);
      await document.edit([{ range: { start: end, end }, newText: '。' }]);
      await document.pull();
      assert.deepEqual(
        client.logs.filter(({ type }) => type === 1),
        [],
      );
      assert.equal(await client.stop(), 0);
    });
  }
});

test('a text of ten million characters is read with a word to the person who waits', async (t) => {
  const client = await TestClient.start(t, { initializationOptions: { locale: 'en' } });
  const progress: string[] = [];
  client.connection.onNotification('$/progress', ({ value }: { value: { kind: string; title?: string } }) => {
    progress.push(value.title ?? value.kind);
  });
  const sentence = '甲国和乙国重申恪守宪章宗旨，愿在互利基础上继续合作。';
  const lines = Array.from({ length: 360_000 }, (_, i) => sentence + (i % 5 === 0 ? `${i}\n` : '\n'));
  const text = lines.join('');
  assert.ok(text.length > 1e7 - 1e6);
  const document = await client.open(text, uri);
  await document.pull();
  assert.deepEqual(progress, ['Reading a long text', 'end']);
  const start = document.lines.positionAt(text.length / 2);
  await document.edit([{ range: { start, end: start }, newText: '。' }]);
  await document.pull();
  assert.equal(await client.stop(), 0);
});

test('of very many findings the first are shown, and the person is told once', async (t) => {
  const spaced = `${'双 方 重 申 原 则 。\n'.repeat(DIAGNOSTIC_LIMIT + 10)}`;
  const client = await TestClient.start(t);
  const document = await client.open(spaced, 'file:///%E9%95%BF.statement');
  assert.equal((await document.pull()).items.length, DIAGNOSTIC_LIMIT);
  await document.edit([{ range, newText: '一' }]);
  assert.equal((await document.pull()).items.length, DIAGNOSTIC_LIMIT);
  assert.deepEqual(client.messages, [
    '长.statement has more findings than can be shown; the first 1000 are.',
  ]);
});

test('a request that is cancelled before its turn is not worked on', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open('甲乙两国发表声明。', uri);
  const cancelled = document.pull();
  // The id of a request counts from 0; initialize was the first.
  await client.tell('$/cancelRequest', { id: 1 });
  await assert.rejects(cancelled, { code: -32800 });
  assert.equal((await document.pull()).kind, 'full');
});

test('many changes at once are one reading', async (t) => {
  const client = await TestClient.start(t, { capabilities: plainCapabilities });
  const document = await client.open('重 申 宪 章\n'.repeat(500), uri);
  await client.until(() => client.published.length > 0);
  for (let version = 2; version <= 40; version++) {
    void client.tell('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: Array.from({ length: 50 }, (_, i) => ({
        range: {
          start: { line: (i * 37) % 500, character: 0 },
          end: { line: (i * 37) % 500, character: 1 },
        },
        text: '乙',
      })),
    });
  }
  await document.ask('textDocument/hover', { position });
  await client.until(() => client.published.at(-1)!.version === 40);
  assert.ok(client.published.length < 40);
});

test('input that ends without a shutdown ends the server with 1, after a shutdown with 0', async (t) => {
  const abrupt = await TestClient.start(t);
  abrupt.process.stdin!.end();
  assert.equal(await abrupt.exited, 1);

  const polite = await TestClient.start(t);
  await polite.ask('shutdown', undefined);
  polite.process.stdin!.end();
  assert.equal(await polite.exited, 0);
});

test('a client without any of the newer capabilities is told nothing of them', async (t) => {
  const client = await TestClient.start(t, { capabilities: {} });
  const unknown: string[] = [];
  client.connection.onUnhandledNotification(({ method }) => unknown.push(method));
  const document = await client.open('甲乙两国发表声明。', uri);
  await client.until(() => client.published.length > 0);
  assert.equal(client.published[0]!.version, undefined);
  await client.tell('workspace/didChangeConfiguration', { settings: {} });
  await document.ask('textDocument/hover', { position });
  assert.deepEqual(unknown, []);
  assert.equal(client.refreshed, 0);
  assert.ok(modernCapabilities.workspace);
});
