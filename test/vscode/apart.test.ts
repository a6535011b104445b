import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart } from '../../client/src/vscode/tagging/apart.ts';

test('marks of direction are shown by their code points, and the text stays by itself', () => {
  assert.equal(apart('a\u202eb\u2069c\u200f'), '\u2068a[U+202E]b[U+2069]c[U+200F]\u2069');
  assert.equal(apart('中方 <b>'), '\u2068中方 <b>\u2069');
});
