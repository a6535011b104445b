import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { type SuggestionsResult, suggestionsRequest } from '../../server/src/protocol.ts';
import { broken } from '../features/sample.ts';
import { TestClient } from './client.ts';

const text = broken.replaceAll('甲国', '蒙古国').replaceAll('乙国', '中国');

test('tells what is worth tagging, in raw ranges and clean words', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  const { version, suggestions } = await document.ask<SuggestionsResult>(suggestionsRequest);
  assert.equal(version, 1);
  const npt = suggestions.find(({ attributes }) => attributes.instrument === 'npt-1968')!;
  assert.equal(npt.kind, 'instrument');
  assert.equal(text.slice(npt.start, npt.end), '《不扩散核武器条\n\n约》');
  assert.equal(npt.text, '《不扩散核武器条约》');
  const date = suggestions.find(({ kind }) => kind === 'date')!;
  assert.equal(text.slice(date.start, date.end), '2031 年\n\n5 月 2 日 至 3 日');
  assert.equal(date.text, '2031年5月2日至3日');
  assert.deepEqual(date.attributes, { iso: '2031-05-02/2031-05-03' });
  const sides = suggestions.filter(({ kind }) => kind === 'party').map(({ text }) => text);
  assert.deepEqual(sides.slice(0, 2), ['蒙古国', '中国']);
  const both = suggestions.find(({ text }) => text === '双方')!;
  assert.deepEqual(both.attributes, { state: '蒙古、中国' });
});

test('follows edits, and answers null where nothing is open', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(text);
  await document.ask<SuggestionsResult>(suggestionsRequest);
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  await document.edit([{ range: whole, newText: '甲国声明\n2030年3月。\n' }]);
  const { version, suggestions } = await document.ask<SuggestionsResult>(suggestionsRequest);
  assert.equal(version, 2);
  assert.deepEqual(
    suggestions.map(({ text }) => text),
    ['2030年3月'],
  );
  const closed = { textDocument: { uri: 'file:///closed.statement' } };
  assert.equal(await client.ask<SuggestionsResult | null>(suggestionsRequest, closed), null);
});

test('keystrokes in a long text do not wait for it', async (t) => {
  const client = await TestClient.start(t);
  const long = `中华人民共和国和俄罗斯联邦联合声明\n${'双方于2031年5月2日同意合作。\n'.repeat(20_000)}`;
  const document = await client.open(long);
  await document.ask('textDocument/foldingRange');
  const order: string[] = [];
  const asked = document
    .ask<SuggestionsResult>(suggestionsRequest)
    .then(({ suggestions }) => order.push(`suggestions ${suggestions.length}`));
  const other = document.ask('textDocument/foldingRange').then(() => order.push('other'));
  await Promise.all([asked, other]);
  assert.deepEqual(order, ['other', 'suggestions 40002']);
});

test('whoever no longer wants the answer is not worked for', async (t) => {
  const client = await TestClient.start(t);
  const long = `中华人民共和国和俄罗斯联邦联合声明\n${'双方于2031年5月2日同意合作。\n'.repeat(20_000)}`;
  const document = await client.open(long);
  await document.ask('textDocument/foldingRange');
  const source = new CancellationTokenSource();
  const asked = client.connection.sendRequest(
    suggestionsRequest,
    { textDocument: document.id },
    source.token,
  );
  // Answered between the slices of the first.
  await document.ask('textDocument/foldingRange');
  source.cancel();
  await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
});
