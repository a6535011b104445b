import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalUri, fileName, isAmong, isBelow, joined } from '../../server/src/workspace/file-uri.ts';

test('a file has one name, however a client writes it', () => {
  const canonical = 'file:///c%3A/%E6%96%87%E4%B9%A6%20%281%29/a.txt';
  for (const uri of [
    canonical,
    'file:///C:/文书 (1)/a.txt',
    'FILE:///c:/%e6%96%87%e4%b9%a6%20(1)/a.txt',
    'file:///C%3A/%E6%96%87%E4%B9%A6%20%281%29/a.txt',
  ]) {
    assert.equal(canonicalUri(uri), canonical);
    assert.equal(canonicalUri(canonicalUri(uri)), canonical);
  }
  assert.equal(canonicalUri('vscode-vfs://github/甲/乙'), 'vscode-vfs://github/%E7%94%B2/%E4%B9%99');
});

test('what is no URI with a path stays as it is', () => {
  for (const uri of ['', 'untitled:Untitled-1', 'file:///%E6%9', 'file:///%zz', '/home/a', '\ud800']) {
    assert.equal(canonicalUri(uri), uri);
  }
  assert.equal(canonicalUri('file:///\ud800'), 'file:///\ud800');
});

test('a file is in its folder, and not in one whose name only begins alike', () => {
  assert.ok(isBelow('file:///a/b/c.txt', 'file:///a'));
  assert.ok(isBelow('file:///a/b/c.txt', 'file:///a/'));
  assert.ok(!isBelow('file:///ab/c.txt', 'file:///a'));
  assert.ok(!isBelow('file:///a', 'file:///a'));
});

test('a file is among others that are itself or hold it', () => {
  const gone = new Set(['file:///a/b', 'file:///c.txt']);
  assert.ok(isAmong('file:///a/b', gone));
  assert.ok(isAmong('file:///a/b/c/d.txt', gone));
  assert.ok(isAmong('file:///c.txt', gone));
  for (const uri of ['file:///a', 'file:///a/bc', 'file:///c.txt.bak', '', '/'])
    assert.ok(!isAmong(uri, gone), uri);
});

test('names are joined to a folder and read from a URI', () => {
  assert.equal(joined('file:///a/', '.jiaozhu', '文书.json'), 'file:///a/.jiaozhu/%E6%96%87%E4%B9%A6.json');
  assert.equal(fileName('file:///a/%E6%96%87%E4%B9%A6%20%281%29.txt'), '文书 (1).txt');
  assert.equal(fileName('file:///a/%zz'), '%zz');
});
