import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { modernCapabilities, type OpenText, plainCapabilities, TestClient } from './client.ts';

const text = [
  '甲国和乙国联合声明',
  '双方重申恪守《不扩散核武器条的》。',
  '本声明于2031年2月30日签署。',
  '',
].join('\n');

async function codes(document: OpenText): Promise<unknown[]> {
  return (await document.pull()).items.map(({ code }) => code);
}

test('what the whole document shows is told when the text has come to rest, and kept through typing', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  await client.until(() => client.refreshed > 0);
  assert.deepEqual(await codes(document), ['instrument-near-miss', 'impossible-date']);

  const head = { line: 0, character: 0 };
  await document.edit([{ range: { start: head, end: head }, newText: '中华\n' }]);
  const { items } = await document.pull();
  assert.deepEqual(
    items.map(({ code, range }) => [code, range.start.line]),
    [
      ['instrument-near-miss', 2],
      ['impossible-date', 3],
    ],
    'moved with the text at once',
  );
  await document.edit([{ range: document.rangeOf('的》'), newText: '约》' }]);
  assert.deepEqual(await codes(document), ['impossible-date'], 'gone as soon as it is mended');
});

test('a misread title is mended by its quick-fix, which changes the wrong character alone', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  const actions = await document.ask<CodeAction[]>('textDocument/codeAction', {
    range: document.rangeOf('扩散'),
    context: { diagnostics: [], only: ['quickfix'], triggerKind: 1 },
  });
  const fix = actions.find(({ title }) => title === 'Change to 《不扩散核武器条约》');
  assert.ok(fix, actions.map(({ title }) => title).join(', '));
  assert.notEqual(fix.isPreferred, true);
  const [change] = fix.edit!.documentChanges as TextDocumentEdit[];
  assert.deepEqual(
    change!.edits.map((edit) => ('newText' in edit ? [edit.range, edit.newText] : [])),
    [[document.rangeOf('的'), '约']],
  );
});

test('a client that would not pull again is told everything at once', async (t) => {
  const { diagnostics: _, ...workspace } = modernCapabilities.workspace!;
  const client = await TestClient.start(t, { capabilities: { ...modernCapabilities, workspace } });
  const document = await client.open(text);
  assert.deepEqual(await codes(document), ['instrument-near-miss', 'impossible-date']);
});

test('another place that a finding is about is shown with it, moves with the text, and goes with its words', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(
    '甲国和乙国协定\n第一条 双方合作。\n第二条 双方通报。\n第二条 双方互访。\n',
  );
  await client.until(() => client.refreshed > 0);
  const related = async () =>
    (await document.pull()).items.flatMap(({ relatedInformation = [] }) =>
      relatedInformation.map(({ location, message }) => [location.uri, location.range.start.line, message]),
    );
  assert.deepEqual(await related(), [[document.uri, 2, 'Number 2 stands here already.']]);
  const head = { line: 0, character: 0 };
  await document.edit([{ range: { start: head, end: head }, newText: '中华\n' }]);
  assert.deepEqual(await related(), [[document.uri, 3, 'Number 2 stands here already.']]);
  await document.edit([{ range: document.rangeOf('二'), newText: '三' }]);
  assert.deepEqual(await related(), [], 'gone as soon as one of its places is mended');
});

test('one that is told gets them by themselves, by the levels of the settings', async (t) => {
  const client = await TestClient.start(t, { capabilities: plainCapabilities });
  await client.open(text);
  await client.until(() => client.published.at(-1)?.diagnostics.length === 2);
  await client.tell('workspace/didChangeConfiguration', {
    settings: { jiaozhu: { rules: { 'impossible-date': 'off', 'instrument-near-miss': 'error' } } },
  });
  await client.until(() => client.published.at(-1)!.diagnostics.length === 1);
  assert.deepEqual(
    client.published.at(-1)!.diagnostics.map(({ code, severity }) => [code, severity]),
    [['instrument-near-miss', 1]],
  );
});

test('nothing is said of what is tagged as printed, and cleaning leaves all of it alone', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  const start = text.indexOf('《');
  await client.tell('jiaozhu/asPrinted', {
    textDocument: { uri: document.uri, version: 1 },
    ranges: [{ start, end: text.indexOf('》') }],
  });
  await client.until(() => client.refreshed > 1);
  assert.deepEqual(await codes(document), ['impossible-date']);
  const cleaning = await client.ask<{ edits: unknown[] }>('jiaozhu/cleaning', {
    textDocument: { uri: document.uri, version: 1 },
  });
  assert.deepEqual(cleaning.edits, []);
});
