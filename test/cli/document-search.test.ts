import assert from 'node:assert/strict';
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { findDocuments } from '../../client/src/cli/document-search.ts';
import { messagesIn } from '../../client/src/cli/messages.ts';
import { damaged, inFolder, run } from './trial.ts';

const windows = process.platform === 'win32';

/** The files that names stand for, `/` between folders, and what could not be done. */
function search(...names: string[]) {
  const { files, failures, passedOver } = findDocuments(names);
  return {
    files: files.map((file) => file.replaceAll('\\', '/')),
    failures: failures.map((failure) => failure.tell(messagesIn('en'))),
    passedOver,
  };
}

const files = (...names: string[]) => search(...names).files;

test('a folder stands for the statements in it, by name or by first lines', (t) => {
  inFolder(t);
  mkdirSync('texts/下级/.git', { recursive: true });
  mkdirSync('texts/node_modules');
  for (const name of ['b.statement', 'a.statement.txt', '下级/中吉联合声明.txt', 'a.md', '.hidden.statement'])
    writeFileSync(`texts/${name}`, damaged);
  writeFileSync('texts/plain.txt', '购物清单\n');
  writeFileSync('texts/told by its lines.txt', '云岭共和国和海湾联邦联合声明\n双方重申恪守原则。\n');
  writeFileSync(
    'texts/in gbk.txt',
    iconv.encode('云岭共和国和海湾联邦联合声明\n双方重申恪守原则。\n', 'gbk'),
  );
  writeFileSync('texts/下级/.git/公报.txt', damaged);
  writeFileSync('texts/node_modules/公报.txt', damaged);
  writeFileSync('texts/a.statement.txt.annotations.json', '{}');
  assert.deepEqual(search('texts'), {
    files: [
      'texts/a.statement.txt',
      'texts/b.statement',
      'texts/in gbk.txt',
      'texts/told by its lines.txt',
      'texts/下级/中吉联合声明.txt',
    ],
    failures: [],
    passedOver: 1,
  });
});

test('a pattern stands for the files that fit, whatever they are called', (t) => {
  inFolder(t, { 'a.md': '', 'b.txt': '', 'b.txt.annotations.json': '', '.c.txt': '' });
  mkdirSync('d/e', { recursive: true });
  for (const name of ['d/f.txt', 'd/e/g.txt', 'd/e/协定.txt']) writeFileSync(name, '');
  assert.deepEqual(files('*.txt'), ['b.txt']);
  assert.deepEqual(files('*'), ['a.md', 'b.txt']);
  assert.deepEqual(files('**/*.txt'), ['b.txt', 'd/e/g.txt', 'd/e/协定.txt', 'd/f.txt']);
  assert.deepEqual(files('d/*/*.txt'), ['d/e/g.txt', 'd/e/协定.txt']);
  assert.deepEqual(files('{a,b}.{md,txt}'), ['a.md', 'b.txt']);
  assert.deepEqual(files('d/[a-f].txt'), ['d/f.txt']);
  assert.deepEqual(files('.*.txt'), ['.c.txt']);
  assert.deepEqual(files('./d/?.txt'), ['d/f.txt']);
  if (windows) assert.deepEqual(files('d\\e\\*.txt'), ['d/e/g.txt', 'd/e/协定.txt']);
});

test('what stands for nothing is told, and stops nothing else', async (t) => {
  inFolder(t, { 'a.txt': damaged });
  mkdirSync('empty');
  const { failures } = search('*.statement', 'no/such/**', 'empty');
  assert.equal(failures[0], '*.statement: no file fits this pattern.');
  assert.equal(failures[1], 'no/such/**: no file fits this pattern.');
  assert.match(failures[2]!, /^empty: no statements in this folder\./);
  const { code, out, err } = await run(['lint', '*.statement', 'a.txt']);
  assert.deepEqual([code, err], [2, ['jiaozhu: *.statement: no file fits this pattern.']]);
  assert.match(out, /5 findings in 1 file/);
});

test('a name that there is comes before what it would mean as a pattern', { skip: windows }, (t) => {
  inFolder(t, { '[a].txt': '', 'a.txt': '', '*.txt': '', 'a b\nc.txt': '', '中文 名.txt': '' });
  assert.deepEqual(files('[a].txt'), ['[a].txt']);
  assert.deepEqual(files('*.txt'), ['*.txt']);
  assert.deepEqual(files('a b\nc.txt', '中文 名.txt'), ['a b\nc.txt', '中文 名.txt']);
  assert.deepEqual(files('?.txt'), ['*.txt', 'a.txt']);
});

test('two names of one file are one', { skip: windows }, (t) => {
  inFolder(t, { 'a.statement': '' });
  linkSync('a.statement', 'b.statement');
  symlinkSync('a.statement', 'c.statement');
  assert.deepEqual(files('./a.statement', 'b.statement', 'c.statement', '.'), ['./a.statement']);
});

test('folders and patterns leave symbolic links out', { skip: windows }, (t) => {
  inFolder(t, { 'a.statement': '' });
  mkdirSync('d');
  symlinkSync('../a.statement', 'd/link.statement');
  symlinkSync('..', 'd/ring');
  assert.deepEqual(files('.'), ['a.statement']);
  assert.deepEqual(files('**/*.statement'), ['a.statement']);
  assert.deepEqual(files('d/link.statement'), ['d/link.statement']);
});

test('a folder that may not be listed is told', {
  skip: windows || process.getuid?.() === 0 ? 'may list everything' : false,
}, (t) => {
  inFolder(t, { 'a.statement': '' });
  mkdirSync('d');
  chmodSync('d', 0o000);
  assert.deepEqual(search('.'), {
    files: ['a.statement'],
    failures: ['d: cannot be listed (EACCES).'],
    passedOver: 0,
  });
  chmodSync('d', 0o700);
});
