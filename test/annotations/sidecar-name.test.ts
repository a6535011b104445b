import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  annotatorOf,
  documentsOf,
  isSidecarName,
  safeAnnotator,
  sidecarName,
} from '../../client/src/annotations/sidecar-name.ts';

test('A sidecar is named after its document and its annotator', () => {
  assert.equal(sidecarName('声明.txt'), '声明.txt.annotations.json');
  assert.equal(sidecarName('声明.txt', '李雷'), '声明.txt.李雷.annotations.json');
});

test('An annotator’s name becomes one that any file system takes', () => {
  assert.equal(safeAnnotator(' Li Lei / 二组. '), 'Li-Lei-二组');
  assert.equal(safeAnnotator('../../etc'), 'etc');
  assert.equal(safeAnnotator('a\u0000b\u202ec\ud842'), 'abc');
  assert.equal(safeAnnotator('...'), '');
  assert.equal(Array.from(safeAnnotator('𠮷'.repeat(99))).length, 60);
  assert.equal(sidecarName('a.txt', '///'), 'a.txt.annotations.json');
});

test('A sidecar tells whose it is, once the document is known', () => {
  assert.equal(annotatorOf('a.b.annotations.json', 'a.b'), '');
  assert.equal(annotatorOf('a.b.annotations.json', 'a'), 'b');
  assert.equal(annotatorOf('a.b.c.annotations.json', 'a'), null);
  assert.equal(annotatorOf('a.b.json', 'a'), null);
  assert.deepEqual(documentsOf('a.txt.Li.annotations.json'), [
    { document: 'a.txt.Li', annotator: '' },
    { document: 'a.txt', annotator: 'Li' },
  ]);
  assert.equal(isSidecarName('.annotations.json'), false);
  for (const annotator of ['', '李雷', 'Li-Lei']) {
    assert.equal(annotatorOf(sidecarName('x.y.txt', annotator), 'x.y.txt'), annotator);
  }
});
