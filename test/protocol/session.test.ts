import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, DocumentSymbol, Hover, TextDocumentEdit } from 'vscode-languageserver/node';
import { semanticTokensLegend } from '../../server/src/features/semantic-tokens.ts';
import { broken } from '../features/sample.ts';
import { modernCapabilities, plainCapabilities, TestClient } from './client.ts';

const clean = '甲乙两国发表声明。';

test('says what it can do, and only what this client can use', async (t) => {
  const modern = await TestClient.start(t, { capabilities: modernCapabilities });
  const { capabilities } = modern.initialized;
  assert.equal(capabilities.positionEncoding, 'utf-16');
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, willSaveWaitUntil: true });
  assert.deepEqual(capabilities.codeActionProvider, {
    codeActionKinds: ['quickfix', 'source.fixAll.jiaozhu'],
    resolveProvider: true,
  });
  assert.deepEqual(capabilities.semanticTokensProvider?.legend, {
    tokenTypes: ['heading', 'item', 'instrument'],
    tokenModifiers: ['unresolved', 'short'],
  });
  assert.ok(capabilities.diagnosticProvider);
  assert.equal(await modern.stop(), 0);

  const plain = await TestClient.start(t, { capabilities: {} });
  const offered = plain.initialized.capabilities;
  assert.equal(offered.diagnosticProvider, undefined);
  assert.equal(offered.semanticTokensProvider, undefined);
  assert.equal(offered.codeActionProvider, undefined);
  assert.equal(await plain.stop(), 0);
});

test('the outline is a tree, and labels are clean text', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  const symbols = await document.ask<DocumentSymbol[]>('textDocument/documentSymbol');
  const names = symbols.map(({ name }) => name);
  assert.equal(names[0], '甲国和乙国关于湿地保护的联合声明');
  assert.ok(names.some((name) => name.startsWith('一')) && names.some((name) => name.startsWith('二')));
  const first = symbols.find(({ name }) => name.startsWith('一'))!;
  assert.deepEqual(first.selectionRange.start, document.rangeOf('一\n').start, 'a jump lands on the numeral');
  const all = JSON.stringify(symbols);
  assert.ok(all.includes('共同保护候鸟栖息地'));
});

test('a client without trees gets a list', async (t) => {
  const client = await TestClient.start(t, { capabilities: plainCapabilities });
  const document = await client.open(broken);
  const symbols = await document.ask<{ name: string; containerName?: string }[]>(
    'textDocument/documentSymbol',
  );
  assert.ok(
    symbols.some(({ name, containerName }) => name.includes('候鸟') && containerName?.startsWith('一')),
  );
});

test('parts of more than one line fold', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  const ranges = await document.ask<{ startLine: number; endLine: number }[]>('textDocument/foldingRange');
  const { line } = document.rangeOf('一\n').start;
  const section = ranges.find(({ startLine }) => startLine === line);
  assert.equal(section?.endLine, document.rangeOf('协定。').end.line);
});

test('a hover tells what the registry knows, in the language of the client', async (t) => {
  for (const [locale, words] of [
    [
      'en',
      [
        'Treaty on the Non-Proliferation of Nuclear Weapons',
        'Договор',
        'In force since',
        '5 March 1970',
        'once',
      ],
    ],
    ['zh-cn', ['不扩散核武器条约', 'Договор', '生效', '1970年3月5日', '1 次']],
  ] as const) {
    const client = await TestClient.start(t, { initializationOptions: { locale } });
    const document = await client.open(broken);
    const position = document.rangeOf('扩散').start;
    const hover = await document.ask<Hover>('textDocument/hover', { position });
    const { kind, value } = hover.contents as { kind: string; value: string };
    assert.equal(kind, 'markdown');
    for (const word of words) assert.ok(value.includes(word), `${word} in ${value}`);
    assert.equal(hover.range?.end.line, position.line + 2, 'over the line break');
    const nowhere = document.rangeOf('应乙国').start;
    assert.equal(await document.ask('textDocument/hover', { position: nowhere }), null);
  }
});

test('a hover is plain text where the client renders no Markdown', async (t) => {
  const client = await TestClient.start(t, { capabilities: plainCapabilities });
  const document = await client.open(broken);
  const hover = await document.ask<Hover>('textDocument/hover', { position: document.rangeOf('宪章').start });
  const { kind, value } = hover.contents as { kind: string; value: string };
  assert.equal(kind, 'plaintext');
  assert.ok(value.startsWith('《联合国宪章》\n'));
});

test('diagnostics are pulled, unchanged where nothing changed, and gone after fixAll', async (t) => {
  const docsBase = 'file:///docs/rules/';
  const client = await TestClient.start(t, { initializationOptions: { docsBase } });
  const document = await client.open(broken);
  const before = await document.pull();
  const rules = new Set(before.items.map(({ code }) => code));
  for (const rule of ['line-break', 'letter-spacing', 'dash-item-spacing', 'jump-mark'])
    assert.ok(rules.has(rule), rule);
  for (const { source, code, codeDescription } of before.items) {
    assert.equal(source, 'jiaozhu');
    assert.equal(codeDescription?.href, `${docsBase}${code}.md`);
  }
  const mark = before.items.find(({ code }) => code === 'jump-mark');
  assert.deepEqual(mark?.tags, [1], 'shown as unnecessary');
  assert.equal(mark?.severity, 2);
  assert.equal((await document.pull(before.resultId)).kind, 'unchanged');

  const [fixAll] = await document.ask<CodeAction[]>('textDocument/codeAction', {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [], only: ['source.fixAll.jiaozhu'], triggerKind: 2 },
  });
  const [change] = fixAll!.edit!.documentChanges as TextDocumentEdit[];
  assert.deepEqual(change!.textDocument, { uri: document.uri, version: 1 });
  await document.edit(change!.edits as { range: never; newText: string }[]);
  assert.ok(document.text.includes('双方重申恪守《联合国宪章》宗旨和原则，愿在《不扩散核武器条约》框架内'));
  assert.ok(document.text.includes('甲国主席于2031年5月2日至3日对乙国进行访问。'));
  const after = await document.pull(before.resultId);
  assert.deepEqual(
    after.items.map(({ code }) => code),
    ['jump-mark'],
  );
  assert.deepEqual(client.published, [], 'never pushed as well');
});

test('diagnostics are pushed to a client that does not pull, with the version they are of', async (t) => {
  const client = await TestClient.start(t, { capabilities: plainCapabilities });
  const document = await client.open(broken);
  await client.until(() => client.published.length > 0);
  assert.equal(client.published[0]!.version, 1);
  assert.ok(client.published[0]!.diagnostics.length > 3);
  await document.edit([
    { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, newText: clean },
  ]);
  await client.until(() => client.published.at(-1)!.version === 2);
  assert.deepEqual(client.published.at(-1)!.diagnostics, []);
  await client.tell('textDocument/didClose', { textDocument: document.id });
  await client.until(() => client.published.length > 2);
  assert.deepEqual(client.published.at(-1)!.diagnostics, []);
});

test('diagnostics that a change leaves as they were are not given again', async (t) => {
  const text = `${broken}\n${'双方重申恪守宪章。\n'.repeat(3)}`;
  const lastLine = text.split('\n').length - 2;
  const typed = (line: number, character: number) => [
    { range: { start: { line, character }, end: { line, character } }, newText: '的' },
  ];

  const pulling = await TestClient.start(t);
  const pulled = await pulling.open(text);
  const first = await pulled.pull();
  await pulled.edit(typed(lastLine, 4));
  assert.equal((await pulled.pull(first.resultId)).kind, 'unchanged', 'a change below all of them');
  await pulled.edit(typed(first.items[0]!.range.start.line, 0));
  const second = await pulled.pull(first.resultId);
  assert.equal(second.kind, 'full', 'an editor moves its marks on this line by itself');
  assert.equal((await pulled.pull(second.resultId)).kind, 'unchanged');

  const pushed = await TestClient.start(t, { capabilities: plainCapabilities });
  const document = await pushed.open(text);
  await pushed.until(() => pushed.published.length === 1);
  await document.edit(typed(lastLine, 4));
  await document.edit(typed(0, 0));
  await pushed.until(() => pushed.published.length > 1);
  assert.deepEqual(
    pushed.published.map(({ version }) => version),
    [1, 3],
  );
});

test('colours come whole, by range and as a change', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  const whole = await document.ask<{ resultId: string; data: number[] }>('textDocument/semanticTokens/full');
  const words = tokens(whole.data).map(({ line, start, length, type }) => {
    const at = document.lines.startOf(line) + start;
    return `${semanticTokensLegend.tokenTypes[type]}: ${document.text.slice(at, at + length)}`;
  });
  assert.deepEqual(words, [
    'heading: 甲国和乙国关于湿地保护的',
    'heading: 联合声明',
    'heading: 一',
    'instrument: 《联合国宪章》',
    'instrument: 《不扩散核武器条',
    'instrument: 约》',
    'item: ——',
    'item: ——',
    'heading: 二',
  ]);
  const range = document.rangeOf('《联合国宪章》');
  const part = await document.ask<{ data: number[] }>('textDocument/semanticTokens/range', { range });
  assert.deepEqual(tokens(part.data).at(-1), {
    line: range.start.line,
    start: range.start.character,
    length: 7,
    type: 2,
    modifiers: 0,
  });
  const start = { line: 0, character: 0 };
  await document.edit([{ range: { start, end: start }, newText: '\n' }]);
  const { edits } = await document.ask<{ edits: unknown[] }>('textDocument/semanticTokens/full/delta', {
    previousResultId: whole.resultId,
  });
  assert.ok(edits.length <= 1);
});

test('the clean text comes with its map', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  const reading = await document.ask<{
    version: number;
    clean: string;
    runs: number[];
    parts: { kind: string }[];
  }>('jiaozhu/reading');
  assert.equal(reading.version, 1);
  let made = '';
  for (let i = 0; i < reading.runs.length; i += 3) {
    const [at, raw, length] = reading.runs.slice(i, i + 3) as [number, number, number];
    assert.equal(at, made.length);
    made += document.text.slice(raw, raw + length);
  }
  assert.equal(made, reading.clean);
  const kinds = reading.parts.map(({ kind }) => kind);
  assert.deepEqual([kinds[0], kinds.filter((kind) => kind === 'section').length], ['title', 2]);
});

test('cleaning answers for this version of the text and no other', async (t) => {
  const client = await TestClient.start(t);
  const document = await client.open(broken);
  const at = (version: number) => ({ textDocument: { uri: document.uri, version } });
  const cleaning = await client.ask<{ version: number; edits: object[]; counts: Record<string, number> }>(
    'jiaozhu/cleaning',
    at(1),
  );
  assert.ok(cleaning.edits.length > 10);
  assert.ok(cleaning.counts['line-break']! > 0);
  assert.equal(await client.ask('jiaozhu/cleaning', at(0)), null);
  const start = document.text.indexOf('—— 共同');
  const part = await client.ask<{ edits: object[] }>('jiaozhu/cleaning', {
    ...at(1),
    range: { start, end: start },
  });
  assert.ok(part.edits.length > 0 && part.edits.length < cleaning.edits.length);
});

test('the status is told when the text has come to rest', async (t) => {
  const client = await TestClient.start(t, { initializationOptions: { status: true } });
  const told = new Promise<{ version: number; sections: number; instruments: number }>((resolve) =>
    client.connection.onNotification('jiaozhu/status', resolve),
  );
  await client.open(broken);
  const { version, sections, instruments } = await told;
  assert.deepEqual({ version, sections, instruments }, { version: 1, sections: 2, instruments: 2 });
});

/** Semantic tokens as places of the text. */
function tokens(data: readonly number[]) {
  let line = 0;
  let start = 0;
  return Array.from({ length: data.length / 5 }, (_, i) => {
    const [lines, characters, length, type, modifiers] = data.slice(i * 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    start = lines === 0 ? start + characters : characters;
    line += lines;
    return { line, start, length, type, modifiers };
  });
}
