import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  documentsOf,
  isSidecarName,
  ownerOf,
  safeAnnotator,
  sidecarName,
  sidecarsOf,
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

test('A sidecar tells whose it is, once it is known which documents are there', () => {
  const ownerAmong = (sidecar: string, ...names: string[]) =>
    ownerOf(sidecar, (document) => names.includes(document));
  assert.deepEqual(ownerAmong('a.b.annotations.json', 'a.b', 'a'), { document: 'a.b', annotator: '' });
  assert.deepEqual(ownerAmong('a.b.annotations.json', 'a'), { document: 'a', annotator: 'b' });
  assert.equal(ownerAmong('a.b.c.annotations.json', 'a'), undefined);
  assert.equal(ownerAmong('a.b.json', 'a'), undefined);
  assert.deepEqual(documentsOf('a.txt.Li.annotations.json'), [
    { document: 'a.txt.Li', annotator: '' },
    { document: 'a.txt', annotator: 'Li' },
  ]);
  assert.equal(isSidecarName('.annotations.json'), false);
  for (const annotator of ['', '李雷', 'Li-Lei']) {
    assert.equal(ownerAmong(sidecarName('x.y.txt', annotator), 'x.y.txt')?.annotator, annotator);
  }
});

test('A document has the sidecars of its folder that are no neighbour’s', () => {
  const names = [
    '声明.txt.annotations.json',
    '声明.txt.Li.annotations.json',
    '声明.txt.old.annotations.json',
  ];
  const annotators = (document: string, ...documents: string[]) =>
    sidecarsOf(document, [...names, ...documents]).map(({ annotator }) => annotator);
  assert.deepEqual(annotators('声明.txt'), ['', 'Li', 'old']);
  assert.deepEqual(annotators('声明.txt', '声明.txt.old'), ['', 'Li']);
  assert.deepEqual(annotators('声明.txt.old', '声明.txt'), ['']);
  // The document may have been renamed a moment ago, and its neighbour be there.
  assert.deepEqual(annotators('声明', '声明.txt'), []);
});
