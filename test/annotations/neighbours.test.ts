import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areNeighbours } from '../../client/src/annotations/neighbours.ts';
import { tagAt } from '../vscode/tag.ts';

/** Whether the words in the first 【】 and those in the second are neighbours. */
function joined(marked: string): boolean {
  const [a, b, c, d] = [...marked.matchAll(/[【】]/g)].map(({ index }, i) => index - i);
  return areNeighbours(marked.replace(/[【】]/g, ''), tagAt(a!, b!), tagAt(c!, d!));
}

test('tags that touch, or have only white space and marks between them, are neighbours', () => {
  assert.ok(joined('【主权】【独立】'));
  assert.ok(joined('【主权】、【独立】'));
  assert.ok(joined('【主权】\n\n　　【独立】'));
  assert.ok(areNeighbours('主权独立', tagAt(0, 3), tagAt(2, 4)));
});

test('a tag that stands further on is none', () => {
  assert.ok(!joined('【主权】和【独立】'));
  assert.ok(!joined('【主权】，反对干涉，维护【独立】'));
});
