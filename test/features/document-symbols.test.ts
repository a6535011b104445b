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

test('a part that is named after its first paragraph does not show it again', () => {
  const [, preamble, trade] = documentSymbols(snapshotOf(text));
  assert.deepEqual(names([preamble!]), ['应甲国邀请，乙国代表团访问甲国。双方声明如下']);
  assert.deepEqual(names([trade!]), [['一、关于贸易', ['双方同意扩大贸易，为此将', '开放口岸', '便利通关']]]);
});

test('what a name does not say stands beside it', () => {
  const treaty = `甲国和乙国渔业协定

甲国政府和乙国政府，达成协议如下：

第一章　总则

第一条　本协定适用于领海。

第二条　双方保护鱼类。

第二章　合作

第三条　双方同意：

（一）交换资料；

（二）互派专家。

本协定于二〇三一年五月二日在甲城签订，一式两份。

甲国代表　　　　乙国代表
张三（签字）　　李四（签字）
`;
  const details = documentSymbols(snapshotOf(treaty)).map(({ name, detail }) => [name.slice(0, 3), detail]);
  assert.deepEqual(details, [
    ['甲国和', ''],
    ['甲国政', 'preamble'],
    ['第一章', '第一条—第二条'],
    ['第二章', '第三条'],
    ['本协定', 'closing'],
  ]);
});

test('every sort of part has a picture of its own', () => {
  const statement = documentSymbols(snapshotOf(text));
  const kinds = new Set(statement.map(({ kind }) => kind));
  assert.equal(kinds.size, 3, 'title, preamble, two sections');
});

test('as a list, each names the one above it', () => {
  const flat = flatDocumentSymbols(snapshotOf(text));
  const item = flat.find(({ name }) => name.includes('开放口岸'));
  assert.ok(item?.containerName?.startsWith('一'));
});

test('an empty text has no outline', () => {
  assert.deepEqual(documentSymbols(snapshotOf('')), []);
});

test('an annex that is named after its title does not show it again', () => {
  const annexed = '甲国和乙国协定\n第一条\n双方修路。\n附件一\n路标的式样\n一、路标用木。\n';
  const annex = documentSymbols(snapshotOf(annexed)).at(-1)!;
  assert.deepEqual(names([annex]), [['附件一　路标的式样', ['一、路标用木']]]);
});
