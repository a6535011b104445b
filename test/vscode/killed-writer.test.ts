import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { whileLocked } from '../../client/src/vscode/node/file-lock.ts';
import { replaceFile } from '../../client/src/vscode/node/replace-file.ts';
import { type Random, seededRandom } from '../setting/random.ts';
import { uriOf } from './files-on-disk.ts';

/** As one file of plain JavaScript: it is started hundreds of times. */
const program = join(mkdtempSync(join(tmpdir(), 'jiaozhu-')), 'writing-process.mjs');
before(() =>
  build({
    entryPoints: [fileURLToPath(new URL('writing-process.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  }),
);
after(() => rmSync(join(program, '..'), { recursive: true, force: true }));
/** Long enough that a write takes a while, in characters. */
const length = 100_000;

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'jiaozhu-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Kills a writer at a random moment of its writing, and looks at what it leaves. Returns whether it was in the middle of a write. */
async function killOnce(writer: string, path: string, random: Random): Promise<boolean> {
  rmSync(path, { recursive: true, force: true });
  writeFileSync(path, '{"turn": -1}');
  const child = spawn(process.execPath, [program, writer, path, String(length)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await wait(random.next() * 12);
  child.kill('SIGKILL');
  await ended;
  const { turn, filling } = JSON.parse(readFileSync(path, 'utf8'));
  assert.ok(turn >= 0);
  assert.equal(filling, (turn % 2 === 0 ? '甲' : '乙').repeat(length));
  return readdirSync(join(path, '..')).some((name) => name.endsWith('.tmp'));
}

for (const writer of ['editor', 'command']) {
  test(`a writer that is killed 150 times leaves the old file or the new one, whole (${writer})`, async (t) => {
    const seed = Date.now() % 1_000_000;
    t.diagnostic(`seed ${seed}`);
    const random = seededRandom(seed);
    const left = folder(t);
    let inTheMiddle = 0;
    let started = 0;
    // Starting a process takes longest: a few at a time, each with a folder of its own.
    const lanes = Array.from({ length: 3 }, async (_, lane) => {
      while (started < 150) {
        started += 1;
        const own = mkdtempSync(join(left, `${lane}-`));
        if (await killOnce(writer, join(own, 'a.json'), random)) inTheMiddle += 1;
      }
    });
    await Promise.all(lanes);
    t.diagnostic(`${inTheMiddle} of ${started} were killed in the middle of a write`);
    assert.ok(inTheMiddle > 0, 'no kill met a write');
  });
}

test('what a killed writer leaves beside the file is cleared away later, and nothing else is', async (t) => {
  const path = join(folder(t), 'a.txt.annotations.json');
  const old = new Date(Date.now() - 3_600_000);
  const strangers = ['a.txt.annotations.json.note.tmp', 'b.txt.annotations.json.0a1b2c3d.tmp'];
  for (const name of ['a.txt.annotations.json.0a1b2c3d.tmp', ...strangers]) {
    writeFileSync(join(path, '..', name), '{');
    utimesSync(join(path, '..', name), old, old);
  }
  // That of somebody who is writing just now.
  writeFileSync(`${path}.ffffffff.tmp`, '{');
  assert.equal(await replaceFile(uriOf(path), Buffer.from('{}')), 'replaced');
  assert.deepEqual(
    readdirSync(join(path, '..')).sort(),
    ['a.txt.annotations.json', 'a.txt.annotations.json.ffffffff.tmp', ...strangers].sort(),
  );
});

test('a file is replaced only where it holds what is expected, and made only where there is none', async (t) => {
  const path = join(folder(t), 'a.json');
  const write = (text: string, expected: string | null) =>
    replaceFile(uriOf(path), Buffer.from(text), expected === null ? null : Buffer.from(expected));
  assert.equal(await write('1', 'x'), 'changed');
  assert.equal(await write('1', null), 'replaced');
  assert.equal(await write('2', null), 'changed');
  assert.equal(await write('2', '1'), 'replaced');
  assert.equal(readFileSync(path, 'utf8'), '2');
  assert.equal(
    await replaceFile({ ...uriOf(path), scheme: 'untitled' } as never, Buffer.from('3')),
    'not-here',
  );
});

test('the lock of a window that was killed holds nobody up', async (t) => {
  const path = join(folder(t), 'a.json');
  writeFileSync(path, '0');
  const holding = `import { whileLocked } from ${JSON.stringify(new URL('../../client/src/vscode/node/file-lock.ts', import.meta.url).href)};
    await whileLocked(${JSON.stringify(path)}, () => { process.stdout.write('.'); return new Promise((r) => setTimeout(r, 60000)); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', holding], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  assert.equal(await replaceFile(uriOf(path), Buffer.from('1'), Buffer.from('0')), 'replaced');
});

test('a lock that is old holds nobody up, whoever has its number now', async (t) => {
  const path = join(folder(t), 'a.json');
  writeFileSync(path, '0');
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const held = whileLocked(path, async () => {
    for (const name of readdirSync(tmpdir()).filter((each) => /^jiaozhu-[0-9a-f]{32}\.lock$/.test(each))) {
      const lock = join(tmpdir(), name);
      if (readFileSync(lock, 'utf8') === String(process.pid)) utimesSync(lock, 0, 0);
    }
    await done;
  });
  assert.equal(await replaceFile(uriOf(path), Buffer.from('1'), Buffer.from('0')), 'replaced');
  finish();
  await held;
});
