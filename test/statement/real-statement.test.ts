import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { census, statementOf } from './outline.ts';

const documents = new URL('../../../shared/documents/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, documents), 'utf8').replaceAll('\r\n', '\n');
const skip = existsSync(documents) ? false : 'the real documents are not here';

test('the real statement has its seven sections and 38 dash items', { skip }, () => {
  const text = read('cn-ru-2024-05-16.clean.txt');
  const { kind, tree } = statementOf(text);
  assert.equal(kind, 'joint-statement');
  const counts = census(tree);
  assert.deepEqual(
    { ...counts, sentence: undefined },
    { document: 1, title: 1, preamble: 1, section: 7, item: 38, paragraph: 53, sentence: undefined },
  );
  const sections = tree.children.filter((node) => node.kind === 'section');
  assert.deepEqual(
    sections.map((section) => section.children.filter((node) => node.kind === 'item').length),
    [0, 0, 25, 13, 0, 0, 0],
  );
});

test('a treaty in traditional characters has its 53 articles', { skip }, () => {
  const { kind, tree } = statementOf(read('vcdr-zh-hant.txt'));
  assert.equal(kind, 'treaty');
  const articles = tree.children.filter((node) => node.kind === 'article');
  assert.equal(articles.length, 53);
});

test('a declaration that numbers thirty articles has them', { skip }, () => {
  const { kind, tree } = statementOf(read('udhr-cmn_hans.txt'));
  assert.equal(kind, 'declaration');
  assert.equal(census(tree).article, 30);
});

test('no document of any kind breaks the tree', { skip }, () => {
  for (const name of ['korean-armistice-1953.txt', 'xwlb-20241104.txt', 'mfa-merkel-2019.txt']) {
    assert.ok(statementOf(read(name)).tree.children.length > 1, name);
  }
});
