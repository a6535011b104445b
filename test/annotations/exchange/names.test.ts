import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  outputNames,
  safePath,
  TakenNames,
} from '../../../client/src/annotations/exchange/document-names.ts';

const named = (...documents: (readonly [path: string, annotator?: string])[]) =>
  outputNames(documents.map(([path, annotator = '']) => ({ path, annotator })));

test('one annotator: paths as they are; several: a folder for each who has a name', () => {
  assert.deepEqual(named(['2024/a.txt', '李'], ['b.txt', '李']), ['2024/a.txt', 'b.txt']);
  assert.deepEqual(named(['a.txt'], ['a.txt', '李'], ['2024/b.txt', 'M. Wang']), [
    'a.txt',
    '李/a.txt',
    'M-Wang/2024/b.txt',
  ]);
});

test('no two names are alike without their endings, whatever their case', () => {
  assert.deepEqual(named(['a.txt'], ['a.statement'], ['A.statement.txt'], ['a.b.txt']), [
    'a.txt',
    'a-2.statement',
    'A-3.statement.txt',
    'a.b.txt',
  ]);
  assert.deepEqual(named(['李/a.txt'], ['a.txt', '李']), ['李/a.txt', '李/a-2.txt']);
  const path = fc.array(fc.constantFrom(...'aA.b/é2-\\ :', '..', '.txt', '\u0301', '李'), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(path, fc.constantFrom('', '李', 'a')), { maxLength: 6 }), (documents) => {
      const names = outputNames(documents.map(([path, annotator]) => ({ path: path.join(''), annotator })));
      assert.equal(new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size, names.length);
    }),
  );
});

test('a hostile path stays below its folder, visible, and such as every system has', () => {
  for (const [written, safe] of [
    ['../../etc/passwd', 'etc/passwd'],
    ['/abs/x.txt', 'abs/x.txt'],
    ['C:\\Windows\\x.txt', 'C-/Windows/x.txt'],
    ['.git/config', '-git/config'],
    ['a\u202etxt.exe\n', 'atxt.exe'],
    ['con.txt', '-con.txt'],
    ['', 'document'],
    ['..', 'document'],
    ['a. /b', 'a-/b'],
    ['a?*<>|".txt', 'a-.txt'],
  ]) {
    assert.equal(safePath(written!), safe);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (written) => {
      const path = safePath(written);
      for (const part of path.split('/')) assert.match(part, /^[^.\\/\p{Cc}<>:"|?*][^\\/\p{Cc}<>:"|?*]*$/u);
      assert.equal(safePath(path), path);
    }),
  );
  assert.ok(Buffer.byteLength(safePath('字'.repeat(5000))) <= 255);
});

test('names that come one by one', () => {
  const names = new TakenNames();
  assert.deepEqual(
    ['a.txt', 'a.txt', 'A.ann', 'b'].map((name) => names.take(name)),
    ['a.txt', 'a-2.txt', 'A-3.ann', 'b'],
  );
});
