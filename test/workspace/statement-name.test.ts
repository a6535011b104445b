import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isStatementName, namedKinds } from '../../server/src/workspace/statement-name.ts';

test('a name is a statement’s for the command where it is for the editor', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const [language] = manifest.contributes.languages;
  const patterns = ['*.statement.txt', ...namedKinds.map((kind) => `*${kind}*.txt`)];
  assert.deepEqual([...language.filenamePatterns].sort(), patterns.sort());
  assert.deepEqual(language.extensions, ['.statement']);
});

test('names', () => {
  for (const name of [
    'a.statement',
    'a.statement.txt',
    '中吉联合声明.txt',
    '公報（草案）.txt',
    '维也纳外交关系公约.txt',
    '上合宪章.txt',
    '会谈纪要.txt',
  ]) {
    assert.ok(isStatementName(name), name);
  }
  for (const name of ['a.txt', 'statement', '联合声明.md', '联合声明.txt.annotations.json']) {
    assert.ok(!isStatementName(name), name);
  }
});
