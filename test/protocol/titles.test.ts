import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentLink,
  InlayHint,
  MarkupContent,
} from 'vscode-languageserver/node';
import { plainCapabilities, TestClient } from './client.ts';

const text = `甲国和乙国联合声明

双方恪守《联合国宪章》。

双方签署《甲乙引水合作规划纲要》。

《纲要》自签署之日起生效。双方重申《不扩
`;

test('what a client cannot do it is not offered', async (t) => {
  const modern = await TestClient.start(t);
  const { capabilities } = modern.initialized;
  assert.deepEqual(capabilities.completionProvider, {
    triggerCharacters: ['《', '〈'],
    resolveProvider: true,
  });
  assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
  assert.deepEqual(capabilities.inlayHintProvider, { resolveProvider: true });
  const plain = await TestClient.start(t, { capabilities: plainCapabilities });
  assert.equal(plain.initialized.capabilities.inlayHintProvider, undefined);
  assert.equal(plain.initialized.capabilities.renameProvider, true);
});

test('the lens of the title is counted when it is looked at', async (t) => {
  const commands = ['jiaozhu.showInstruments'];
  const client = await TestClient.start(t, { initializationOptions: { commands } });
  const document = await client.open(text);
  const [lens] = await document.ask<CodeLens[]>('textDocument/codeLens');
  assert.deepEqual(lens!.range, document.rangeOf('甲国和乙国联合声明'));
  assert.equal(lens!.command, undefined);
  const { command } = await client.ask<CodeLens>('codeLens/resolve', lens);
  assert.deepEqual(command, { title: '2 instruments cited', command: commands[0] });
});

test('a hint says what a short form means, and its card is there when it is wanted', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const [hint, ...others] = await document.ask<InlayHint[]>('textDocument/inlayHint', { range });
  assert.equal(others.length, 0);
  assert.deepEqual(hint!.position, document.rangeOf('《纲要》').end);
  assert.equal(hint!.label, '甲乙引水合作规划纲要');
  const { tooltip } = await client.ask<InlayHint>('inlayHint/resolve', hint);
  assert.ok((tooltip as MarkupContent).value.includes('in line 5'));
  await document.edit([{ range: document.rangeOf('双方恪守'), newText: '双方遵守' }]);
  assert.deepEqual(await client.ask('inlayHint/resolve', hint), hint, 'made for an older text');
});

test('an open 《 offers titles, with a card for the one that is looked at', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  const position = document.rangeOf('《不扩').end;
  const { items } = await document.ask<CompletionList>('textDocument/completion', { position });
  assert.equal(items[0]!.label, '不扩散核武器条约');
  const item = await client.ask<CompletionItem>('completionItem/resolve', items[0]);
  assert.equal(item.detail, 'Treaty, in force');
  assert.equal((item.documentation as MarkupContent).kind, 'markdown');
  const elsewhere = { position: document.rangeOf('双方').start };
  assert.deepEqual((await document.ask<CompletionList>('textDocument/completion', elsewhere)).items, []);
});

test('links lead to https only', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open('双方恪守《联合国宪章》和《联合国海洋法公约》。\n');
  const links = await document.ask<DocumentLink[]>('textDocument/documentLink');
  assert.ok(links.length > 0);
  for (const { target, tooltip } of links) assert.ok(target?.startsWith('https://') && tooltip);
});

test('nothing in a source is renamed, and the person is told what to do instead', async (t) => {
  for (const [locale, words] of [
    ['en', /source text.*quick-fix/],
    ['zh-cn', /原文.*快速修复/],
  ] as const) {
    const client = await TestClient.start(t, { initializationOptions: { locale } });
    const document = await client.open(text);
    const position = document.rangeOf('《纲要》').start;
    await assert.rejects(document.ask('textDocument/prepareRename', { position }), { message: words });
    await assert.rejects(document.ask('textDocument/rename', { position, newName: '甲' }), {
      message: words,
    });
  }
});

test('what was never offered is given back as it came', async (t) => {
  const client = await TestClient.start(t);
  await client.open(text);
  for (const [method, item] of [
    ['codeLens/resolve', { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }],
    ['inlayHint/resolve', { position: { line: 0, character: 0 }, label: '甲', data: 3 }],
    ['completionItem/resolve', { label: '甲', data: { uri: 'file:///elsewhere' } }],
  ] as const) {
    assert.deepEqual(await client.ask(method, item), item);
  }
});
