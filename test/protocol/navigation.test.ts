import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentHighlight, Location, LocationLink, SelectionRange } from 'vscode-languageserver/node';
import { type StepResult, stepRequest } from '../../server/src/protocol.ts';
import { plainCapabilities, TestClient } from './client.ts';

const text = `甲国和乙国联合声明

双方声明如下：

一、关于引水

双方签署《甲乙引水合作规划纲要》。《纲要》自签署之日起生效。

二、关于文化

双方支持互办展览。
`;

test('a short form leads to its title, and to every other mention', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  const origin = document.rangeOf('《纲要》');
  const named = document.rangeOf('《甲乙引水合作规划纲要》');
  const position = { line: origin.start.line, character: origin.start.character + 1 };
  const [link] = await document.ask<LocationLink[]>('textDocument/definition', { position });
  assert.deepEqual(link, {
    originSelectionRange: origin,
    targetUri: document.uri,
    targetRange: named,
    targetSelectionRange: named,
  });
  const asked = { position, context: { includeDeclaration: true } };
  const references = await document.ask<Location[]>('textDocument/references', asked);
  assert.deepEqual(
    references,
    [named, origin].map((range) => ({ uri: document.uri, range })),
  );
  const highlights = await document.ask<DocumentHighlight[]>('textDocument/documentHighlight', { position });
  assert.deepEqual(
    highlights.map(({ range }) => range),
    [named, origin],
  );
});

test('a client that knows no links gets places', async (t) => {
  const client = await TestClient.start(t, { capabilities: plainCapabilities });
  const document = await client.open(text);
  const { start: position } = document.rangeOf('《纲要》');
  assert.deepEqual(await document.ask('textDocument/definition', { position }), [
    { uri: document.uri, range: document.rangeOf('《甲乙引水合作规划纲要》') },
  ]);
});

test('a selection widens from word to document, for every cursor', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  const positions = [document.rangeOf('展览').start, document.rangeOf('引水').start];
  const ranges = await document.ask<SelectionRange[]>('textDocument/selectionRange', { positions });
  assert.equal(ranges.length, 2);
  assert.deepEqual(ranges[0]!.range, document.rangeOf('展览'));
  assert.deepEqual(ranges[0]!.parent!.range, document.rangeOf('双方支持互办展览'));
});

test('steps lead from section to section', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  const offset = text.indexOf('纲要》自');
  const ask = (direction: string) =>
    document.ask<StepResult | null>(stepRequest, { offset, unit: 'section', direction });
  assert.deepEqual(await ask('next'), { version: 1, start: text.indexOf('二、') });
  assert.deepEqual(await ask('previous'), { version: 1, start: text.indexOf('一、') });
});

test('what is asked wrongly is answered with nothing, and a word in the log', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  assert.deepEqual(await document.ask('textDocument/definition'), []);
  assert.deepEqual(await document.ask('textDocument/references', { position: { line: 'x' } }), []);
  assert.deepEqual(await document.ask('textDocument/selectionRange', { positions: 3 }), []);
  assert.equal(await document.ask(stepRequest, { offset: 0, unit: 'page', direction: 'next' }), null);
  await client.until(() => client.logs.filter(({ message }) => message.includes('malformed')).length >= 4);
});
