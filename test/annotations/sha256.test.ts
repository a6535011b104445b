import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sha256 } from '../../client/src/annotations/sha256.ts';

test('SHA-256 of a text is that of its UTF-8, at every length about a block', () => {
  const texts = ['', 'abc', '中俄联合声明', '半\ud842对', '𠮷'];
  for (let length = 50; length < 130; length += 1) texts.push('a'.repeat(length));
  for (const text of texts) assert.equal(sha256(text), createHash('sha256').update(text).digest('hex'));
});
