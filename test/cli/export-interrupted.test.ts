// However an export ends before its time, no half file is left under any name.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { StagedFiles } from '../../client/src/cli/exchange/staged-files.ts';
import { Untouchable } from '../../client/src/cli/exchange/untouchable.ts';
import { Failure } from '../../client/src/cli/failure.ts';
import { filesHere, inFolder, inRepository, read, run } from './trial.ts';

const source = inRepository('client/src/cli/main.ts');
const env = { PATH: process.env.PATH, LC_ALL: 'C' };
const onPosix = { skip: process.platform === 'win32' ? 'signals as POSIX has them' : false };

/** Enough documents that the export is not done before it is stopped. */
function many(): void {
  mkdirSync('texts');
  const text = `中吉联合声明\n${'双方重申恪守《联合国宪章》，支持和平。\n'.repeat(60)}`;
  for (let i = 0; i < 400; i += 1) writeFileSync(`texts/${i}.statement`, text);
}

/** Starts the export, and stops it once it has begun to write. */
async function stopped(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
  const args = [source, 'export', '--to', 'csv', '--output', 'out', 'texts'];
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  const ended = new Promise<number | NodeJS.Signals | null>((done) => {
    child.on('exit', (code, by) => done(code ?? by));
  });
  const begun = () =>
    existsSync('out') && readdirSync('out').some((name) => name.startsWith('.jiaozhu-export-'));
  while (!begun() && child.exitCode === null) await new Promise((next) => setTimeout(next, 5));
  child.kill(signal);
  return ended;
}

test('who stops it finds the folder as it was', onPosix, async (t) => {
  inFolder(t);
  many();
  assert.equal(await stopped('SIGINT'), 130);
  assert.deepEqual(filesHere(), ['texts']);
});

test(
  'a run that is killed leaves its own folder alone, and the next one removes that',
  onPosix,
  async (t) => {
    inFolder(t);
    many();
    assert.equal(await stopped('SIGKILL'), 'SIGKILL');
    const left = readdirSync('out');
    assert.equal(left.length, 1);
    assert.match(left[0]!, /^\.jiaozhu-export-/);
    writeFileSync('a.txt', '双方欢迎。\n');
    assert.equal((await run(['export', '--to', 'jsonl', '--output', 'out', 'a.txt'])).code, 0);
    assert.deepEqual(readdirSync('out').sort(), ['jiaozhu.jsonl', 'jiaozhu.labels.json']);
  },
);

test('a disk that is full', onPosix, async (t) => {
  inFolder(t);
  many();
  // A limit on the length of files is to the program what a full disk is.
  const command = `ulimit -f 8; trap '' XFSZ; exec "$0" "$@"`;
  const args = [
    '-c',
    command,
    process.execPath,
    source,
    'export',
    '--to',
    'jsonl',
    '--output',
    'out',
    'texts',
  ];
  const { status, stderr } = spawnSync('sh', args, { env, encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /cannot be written \(EFBIG\); no half file is left/);
  assert.deepEqual(filesHere(), ['texts']);
});

test('a place that may not be written to, and a file where a folder is to be', async (t) => {
  inFolder(t, { 'a.txt': '双方欢迎。\n', out: 'mine' });
  const { code, err } = await run(['export', '--to', 'jsonl', '--output', 'out', 'a.txt']);
  assert.deepEqual([code, err.length], [2, 1]);
  assert.match(err[0]!, /out: cannot be written \(EEXIST\)/);
  assert.equal(read('out'), 'mine');
});

test('no path leads out of the output, and what is there meanwhile is not written over', async (t) => {
  inFolder(t);
  const staged = new StagedFiles('out', false, new Untouchable(), {});
  for (const file of ['../x', '/x', 'a/../../x', 'a//x', 'a\\x', '', '.', 'a\0']) {
    assert.throws(() => staged.write({ file, content: 'x' }), RangeError);
  }
  staged.write({ file: 'a/b.txt', content: '双' });
  staged.write({ file: 'c.txt', content: 'c' });
  staged.write({ file: 'a/b.txt', content: Buffer.from('方') });
  writeFileSync('out/c.txt', 'mine');
  await assert.rejects(staged.commit(), Failure);
  assert.deepEqual(readdirSync('out'), ['c.txt']);
  assert.equal(read('out/c.txt'), 'mine');
});

test('more files than are open at once, their pieces in any order', async (t) => {
  inFolder(t);
  const staged = new StagedFiles('out', false, new Untouchable(), {});
  const names = Array.from({ length: 160 }, (_, i) => `${i % 7}/${i}.txt`);
  for (const part of ['双', '方', '欢迎']) {
    for (const file of names) staged.write({ file, content: part });
  }
  await staged.commit();
  assert.equal(staged.count, 160);
  for (const name of names) assert.equal(read(`out/${name}`), '双方欢迎');
  // And the mark that these are no documents.
  assert.deepEqual(readdirSync('out').sort(), ['.jiaozhu-export', '0', '1', '2', '3', '4', '5', '6']);
});
