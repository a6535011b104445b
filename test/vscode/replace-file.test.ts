import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { replaceFile } from '../../client/src/vscode/node/replace-file.ts';
import { uriOf } from './files-on-disk.ts';

const windows = process.platform === 'win32';

function folderFor(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'jiaozhu-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const replace = (path: string, content: string, expected?: string | null) =>
  replaceFile(uriOf(path), Buffer.from(content), expected == null ? expected : Buffer.from(expected));

test('a link stays a link: what it leads to is replaced', { skip: windows && 'has no links' }, async (t) => {
  const folder = folderFor(t);
  mkdirSync(join(folder, 'shared/deep'), { recursive: true });
  writeFileSync(join(folder, 'shared/tags.json'), 'old');
  symlinkSync('../tags.json', join(folder, 'shared/deep/second.json'));
  symlinkSync('shared/deep', join(folder, 'by'));
  symlinkSync('by/second.json', join(folder, 'a.json'));
  assert.equal(await replace(join(folder, 'a.json'), 'new', 'old'), 'replaced');
  assert.ok(lstatSync(join(folder, 'a.json')).isSymbolicLink());
  assert.ok(lstatSync(join(folder, 'shared/deep/second.json')).isSymbolicLink());
  assert.equal(readFileSync(join(folder, 'shared/tags.json'), 'utf8'), 'new');
  assert.deepEqual(readdirSync(folder).sort(), ['a.json', 'by', 'shared']);
  assert.deepEqual(readdirSync(join(folder, 'shared')).sort(), ['deep', 'tags.json']);
});

test('a link that leads nowhere yet is written through', { skip: windows && 'has no links' }, async (t) => {
  const folder = folderFor(t);
  symlinkSync('tags.json', join(folder, 'a.json'));
  assert.equal(await replace(join(folder, 'a.json'), 'new', null), 'replaced');
  assert.ok(lstatSync(join(folder, 'a.json')).isSymbolicLink());
  assert.equal(readFileSync(join(folder, 'tags.json'), 'utf8'), 'new');
});

test('links in a ring are told, and left alone', { skip: windows && 'has no links' }, async (t) => {
  const folder = folderFor(t);
  symlinkSync('b.json', join(folder, 'a.json'));
  symlinkSync('a.json', join(folder, 'b.json'));
  await assert.rejects(replace(join(folder, 'a.json'), 'new'));
  assert.deepEqual(readdirSync(folder).sort(), ['a.json', 'b.json']);
});

test('a file that may not be written is left alone', {
  skip: windows || process.getuid?.() === 0 ? 'may write everything' : false,
}, async (t) => {
  const path = join(folderFor(t), 'a.json');
  writeFileSync(path, 'old');
  chmodSync(path, 0o444);
  await assert.rejects(replace(path, 'new', 'old'), { code: 'EACCES' });
  assert.equal(readFileSync(path, 'utf8'), 'old');
  assert.deepEqual(readdirSync(join(path, '..')), ['a.json']);
});

test('a name as long as the file system takes can be written, and what was left beside it is cleared away', async (t) => {
  const folder = folderFor(t);
  const ending = '.annotations.json';
  // Three bytes a character, and one that is cut in the middle.
  for (const before of ['', 'x', 'xx']) {
    const length = Math.floor((255 - ending.length - before.length) / 3);
    const name = `${before}${'声'.repeat(length)}${ending}`;
    const path = join(folder, name);
    writeFileSync(path, 'old');
    assert.equal(await replace(path, 'new', 'old'), 'replaced');
    assert.equal(readFileSync(path, 'utf8'), 'new');
    rmSync(path);
    assert.deepEqual(readdirSync(folder), []);
  }
  // Of 254 bytes the first 242 name what is written first: 80 characters and a part of the next.
  const name = `${'明'.repeat(79)}${ending}`;
  const start = name.slice(0, 79 + 242 - 3 * 79);
  const left = join(folder, `${start}.0a1b2c3d.tmp`);
  writeFileSync(left, '{');
  utimesSync(left, new Date(0), new Date(0));
  await replace(join(folder, name), 'new', null);
  assert.deepEqual(readdirSync(folder), [name]);
});

test('a name that is too long is told as such', { skip: windows && 'has other limits' }, async (t) => {
  const path = join(folderFor(t), `${'a'.repeat(250)}.annotations.json`);
  await assert.rejects(replace(path, 'new', null), { code: 'ENAMETOOLONG' });
});
