import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { damaged, filesHere, inFolder, inRepository, mended, newspaperPage, read, run } from './trial.ts';

test('clean --write takes many files, and tells of those that it changed', async (t) => {
  inFolder(t, { 'a.statement': damaged, 'b.statement': mended, 'c.statement': damaged });
  assert.deepEqual(await run(['clean', '--write', '.']), {
    code: 0,
    out: 'a.statement: 4 places mended.\nc.statement: 4 places mended.\n2 of 3 files cleaned.\n',
    err: [],
  });
  for (const name of filesHere()) assert.equal(read(name), mended);
});

test('clean --check writes nothing and fails where a file would change', async (t) => {
  inFolder(t, { 'a.txt': damaged, 'b.txt': mended });
  assert.deepEqual(await run(['clean', '--check', 'a.txt', 'b.txt']), {
    code: 1,
    out: 'a.txt: 4 places to mend.\n1 of 2 files would change.\n',
    err: [],
  });
  assert.equal(read('a.txt'), damaged);
  assert.deepEqual(await run(['clean', '--check', 'b.txt']), { code: 0, out: '', err: [] });
});

test('a file of tags that a shell names along with its document is passed over, and refused alone', async (t) => {
  inFolder(t, { 'a.txt': mended, 'a.txt.annotations.json': '{ broken' });
  assert.equal((await run(['clean', '--check', 'a.txt', 'a.txt.annotations.json'])).code, 0);
  const { code, err } = await run(['lint', 'a.txt.annotations.json']);
  assert.equal(code, 2);
  assert.match(err[0]!, /“a\.txt\.annotations\.json” holds the tags of a document/);
});

test('clean prints one text, and says what to do with more', async (t) => {
  inFolder(t, { 'a.txt': damaged, 'b.txt': mended });
  const { code, out, err } = await run(['clean', '*.txt']);
  assert.deepEqual([code, out], [2, '']);
  assert.match(err[0]!, /prints one text, and these are 2 files: add --write .* or --check/);
});

test('what cannot be read or written is told, and stops none of the others', async (t) => {
  inFolder(t, { 'a.txt': damaged, 'b.txt': Buffer.from([0xff, 0x00]), 'd.txt': damaged });
  writeFileSync('d.txt.annotations.json', '{ broken');
  const { code, out, err } = await run(['clean', '--write', 'b.txt', 'c.txt', 'd.txt', 'a.txt']);
  assert.equal(code, 2);
  assert.equal(out, 'a.txt: 4 places mended.\n1 of 1 file cleaned.\n');
  assert.deepEqual(
    err.map((line) => line.split(':')[1]),
    [' b.txt', ' c.txt', ' d.txt.annotations.json'],
  );
  assert.deepEqual([read('a.txt'), read('d.txt')], [mended, damaged]);
});

test('a pipe that nobody writes to holds nothing up where it is one of a folder', {
  skip: process.platform === 'win32',
}, async (t) => {
  inFolder(t, { 'a.statement': damaged });
  assert.equal(spawnSync('mkfifo', ['pipe.statement']).status, 0);
  assert.equal((await run(['clean', '--write', '.'])).out, 'a.statement: 4 places mended.\n');
});

/** The text in a file of which a dozen are worth threads: what takes room is read in no time. */
const large = (text: string) => text + '\n'.repeat(400_000);

test('threads give what one thread gives, in the same order', async (t) => {
  inFolder(t);
  mkdirSync('texts');
  const page = read(newspaperPage);
  const long = large(page);
  for (let i = 0; i < 40; i++) {
    writeFileSync(`texts/${i}.statement`, i % 7 === 0 ? Buffer.from([0xff, i]) : i % 2 ? long : damaged);
  }
  const startWorker = () => new Worker(inRepository('client/src/cli/main.ts'));
  for (const args of [
    ['lint', 'texts'],
    ['lint', '--format=sarif', 'texts'],
    ['clean', '--check', 'texts'],
  ]) {
    const alone = await run(args);
    const threads: Worker[] = [];
    const together = await run(args, {
      startWorker() {
        const worker = startWorker();
        threads.push(worker);
        return worker;
      },
    });
    assert.deepEqual(together, alone, args[0]);
    assert.equal(alone.code, 2);
    assert.ok(threads.length > 0, 'enough text for threads');
  }
});

test('a thread that comes to an end loses one file, and no more', async (t) => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`${String(i).padStart(2, '0')}.statement`, large(damaged)]),
  );
  inFolder(t, files);
  const startWorker = () =>
    new Worker(
      `require('node:worker_threads').parentPort.on('message', () => { throw new Error('out of luck'); })`,
      { eval: true },
    );
  const { code, out, err } = await run(['clean', '--check', '.'], { startWorker });
  assert.equal(code, 2);
  for (const line of err) assert.match(line, /an error of Jiaozhu itself.*out of luck/);
  assert.match(out, new RegExp(`^${12 - err.length} of ${12 - err.length} files would change\\.$`, 'm'));
});
