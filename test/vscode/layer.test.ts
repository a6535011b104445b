import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { TextFiles } from '../../client/src/vscode/files.ts';
import { Layer, readSidecar } from '../../client/src/vscode/tagging/layer.ts';
import { seededRandom } from '../setting/random.ts';
import { documentOn, filesOnDisk, uriOf } from './files-on-disk.ts';

const text = Array.from({ length: 200 }, (_, i) => String.fromCodePoint(0x4e00 + 7 * i)).join('');

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'jiaozhu-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'a.txt');
}

/** A window that has the document open. */
async function open(path: string, files: TextFiles = filesOnDisk): Promise<Layer> {
  const file = uriOf(`${path}.annotations.json`);
  const layer = new Layer(files, documentOn(path, text), file, '');
  layer.load(await readSidecar(files, file), text);
  return layer;
}

const tag = (layer: Layer, start: number, label = 'party') =>
  layer.store.add({ label, range: { start, end: start + 1 } })!;

/** The tags that the file holds, as words and labels in order of place. */
function stored(path: string): string[] {
  const reading = parseSidecar(readFileSync(`${path}.annotations.json`, 'utf8'));
  assert.ok(reading.ok);
  const { annotations } = openSidecar(reading.sidecar, text, sha256);
  return annotations
    .map(({ spans, label }) => ({ start: spans[0]!.start, label }))
    .sort((a, b) => a.start - b.start)
    .map(({ start, label }) => `${start} ${label}`);
}

test('two windows: each takes in what the other has written, and where both changed one tag nothing is lost', async (t) => {
  const path = folder(t);
  const one = await open(path);
  const { id } = tag(one, 5);
  assert.deepEqual(await one.write(), { written: true, takenIn: false, conflicts: 0, wasGone: false });
  const other = await open(path);
  tag(other, 9);
  other.store.change([id], { label: 'person' });
  await other.write();
  one.store.change([id], { label: 'place', attributes: { state: '甲' } });
  assert.deepEqual(await one.write(), { written: true, takenIn: true, conflicts: 1, wasGone: false });
  assert.equal(one.store.snapshot.anchored.length, 2);
  assert.match(one.store.get(id)!.note, /label: person|label: place/);
  assert.deepEqual(one.store.get(id)!.attributes, { state: '甲' });
  // Nobody has done anything since: what is there already is not told again.
  assert.deepEqual(await other.write(), { written: true, takenIn: true, conflicts: 0, wasGone: false });
  assert.equal(other.store.get(id)!.label, one.store.get(id)!.label);
});

test('a tag that the other window removed goes, and one that we removed does not come back', async (t) => {
  const path = folder(t);
  const one = await open(path);
  const [a, b] = [tag(one, 1), tag(one, 2)];
  tag(one, 3);
  await one.write();
  const other = await open(path);
  other.store.remove([a.id]);
  await other.write();
  one.store.remove([b.id]);
  await one.write();
  assert.deepEqual(stored(path), ['3 party']);
});

test('what another program does between our reading and our writing is not written over', async (t) => {
  const path = folder(t);
  const other = await open(path);
  let intrusions = 3;
  const files: TextFiles = {
    ...filesOnDisk,
    async replaceIf(uri, content, expected) {
      if (intrusions > 0) {
        tag(other, 50 + intrusions);
        intrusions -= 1;
        await other.write();
      }
      return filesOnDisk.replaceIf(uri, content, expected);
    },
  };
  const one = await open(path, files);
  tag(one, 10);
  await one.write();
  assert.deepEqual(stored(path), ['10 party', '51 party', '52 party', '53 party']);
});

test('a file that breaks while we are at it is left alone', async (t) => {
  const path = folder(t);
  const one = await open(path);
  tag(one, 1);
  await one.write();
  const marked = '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n';
  writeFileSync(`${path}.annotations.json`, marked);
  tag(one, 2);
  assert.equal((await one.write()).written, false);
  assert.equal(one.problem?.code, 'merge-conflict');
  assert.equal(readFileSync(`${path}.annotations.json`, 'utf8'), marked);
});

test('text that changes while the file is read is not written as if it were on disk', async (t) => {
  const path = folder(t);
  const one = await open(path);
  tag(one, 1);
  const writing = one.write();
  one.store.edit([{ start: 0, end: 0, text: '新' }]);
  assert.equal((await writing).written, false);
  assert.deepEqual(readdirSync(join(path, '..')), []);
});

test('three windows at once, interleaved at random: what all made and nobody removed is there', async (t) => {
  const seed = Date.now() % 1_000_000;
  t.diagnostic(`seed ${seed}`);
  const random = seededRandom(seed);
  for (let round = 0; round < 8; round++) {
    const path = folder(t);
    const windows = await Promise.all([open(path), open(path), open(path)]);
    const made = new Set<number>();
    let free = 0;
    const writes: Promise<unknown>[] = [];
    // One window's writes come one after the other, as the document that it belongs to sees to.
    const last = windows.map((): Promise<unknown> => Promise.resolve());
    for (let step = 0; step < 40; step++) {
      const which = random.below(windows.length);
      const window = windows[which]!;
      const own = window.store.snapshot.anchored;
      if (random.chance(0.15) && own.length > 0) {
        const gone = random.pick(own);
        window.store.remove([gone.id]);
        made.delete(gone.spans[0]!.start);
      } else {
        tag(window, free);
        made.add(free);
        free += 1;
      }
      if (random.chance(0.5)) {
        last[which] = last[which]!.then(() => window.write());
        writes.push(last[which]!);
      }
      if (random.chance(0.3)) await new Promise((resolve) => setTimeout(resolve, random.below(4)));
    }
    await Promise.all(writes);
    for (const window of windows) await window.write();
    const expected = [...made].sort((a, b) => a - b).map((start) => `${start} party`);
    assert.deepEqual(stored(path), expected, `round ${round}`);
    assert.deepEqual(readdirSync(join(path, '..')), ['a.txt.annotations.json']);
  }
});

test('three processes write one file at the same time, and every tag of each is there', async (t) => {
  const path = folder(t);
  const program = fileURLToPath(new URL('tagging-process.ts', import.meta.url));
  const ends = [0, 60, 120].map(
    (first) =>
      new Promise<number | null>((resolve) => {
        const child = spawn(process.execPath, [program, path, text, String(first), '30'], {
          stdio: 'inherit',
        });
        child.on('exit', resolve);
      }),
  );
  assert.deepEqual(await Promise.all(ends), [0, 0, 0]);
  const expected = [0, 60, 120].flatMap((first) =>
    Array.from({ length: 30 }, (_, i) => `${first + i} party`),
  );
  assert.deepEqual(stored(path), expected);
});
