import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols, flatDocumentSymbols } from '../../server/src/features/document-symbols.ts';
import { snapshotOf } from './sample.ts';

const text = `甲国和乙国联合声明

应甲国邀请，乙国代表团访问甲国。双方声明如下：

一、关于贸易

双方同意扩大贸易，为此将：

——开放口岸；

——便利通关。

二、关于文化

双方支持互办展览。
`;

const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
  symbols.map(({ name, children }) => (children?.length ? [name, names(children)] : name));

test('title, preamble and sections, with items and paragraphs inside; no sentences', () => {
  const symbols = documentSymbols(snapshotOf(text));
  const outline = JSON.stringify(names(symbols));
  assert.ok(outline.includes('开放口岸') && outline.includes('便利通关'));
  assert.equal(symbols.length, 4, outline);
  for (const { name, range, selectionRange } of symbols) {
    assert.notEqual(name, '');
    assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line);
  }
});

test('as a list, each names the one above it', () => {
  const flat = flatDocumentSymbols(snapshotOf(text));
  const item = flat.find(({ name }) => name.includes('开放口岸'));
  assert.ok(item?.containerName?.startsWith('一'));
});

test('an empty text has no outline', () => {
  assert.deepEqual(documentSymbols(snapshotOf('')), []);
});
