import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { sidecarOf } from './tagged-files.ts';
import { filesHere, inFolder, inRepository, read, run } from './trial.ts';

const text = '中吉联合声明\n\n双方重申恪守《联合国\n宪章》。\n';

test('a text with its tags as a line of JSON on standard output', async (t) => {
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': sidecarOf(text, { 双方: 'party' }) });
  const { code, out } = await run(['export', '--to', 'jsonl', 'a.txt']);
  assert.equal(code, 0);
  const line = JSON.parse(out);
  assert.deepEqual([line.name, line.form, line.text], ['a.txt', 'raw', text]);
  assert.deepEqual(line.tags[0].spans, [{ start: 8, end: 10, text: '双方' }]);
});

test('the clean text, with the tags on the same words', async (t) => {
  inFolder(t, {
    'a.txt': text,
    'a.txt.annotations.json': sidecarOf(text, { '《联合国\n宪章》': 'instrument' }),
  });
  const { out } = await run(['export', '--to', 'jsonl', '--text', 'clean', 'a.txt']);
  const line = JSON.parse(out);
  assert.equal(line.form, 'clean');
  assert.equal(line.tags[0].spans[0].text, '《联合国宪章》');
});

test('a folder goes into one file, with the labels beside it; what is there is not written over', async (t) => {
  inFolder(t);
  mkdirSync('texts/2024', { recursive: true });
  writeFileSync('texts/2024/中吉联合声明.txt', text);
  writeFileSync('texts/b.statement', text);
  const asked = ['export', '--to', 'jsonl', '--output', 'out/corpus.jsonl', 'texts'];
  const first = await run(asked);
  assert.deepEqual([first.code, first.err], [0, []]);
  assert.match(first.out, /^2 documents with 0 tags exported to out\/corpus\.jsonl \(2 files\)\.\n$/);
  const names = () =>
    read('out/corpus.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).name);
  assert.deepEqual(names(), ['2024/中吉联合声明.txt', 'b.statement']);
  assert.ok(existsSync('out/corpus.labels.json'));

  writeFileSync('out/corpus.jsonl', 'mine');
  const again = await run(asked);
  assert.equal(again.code, 2);
  assert.match(again.err[0]!, /out\/corpus\.jsonl: is there already/);
  assert.equal(read('out/corpus.jsonl'), 'mine');
  assert.equal((await run([...asked, '--force'])).code, 0);
  assert.equal(names().length, 2);
});

test('each annotator’s tags go into a folder of their own', async (t) => {
  inFolder(t, {
    'a.txt': text,
    'a.txt.annotations.json': sidecarOf(text, { 双方: 'party' }),
    'a.txt.李.annotations.json': sidecarOf(text, { 重申: 'position' }),
  });
  const lines = async (...more: string[]) =>
    (await run(['export', '--to', 'jsonl', 'a.txt', ...more])).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ name, annotator, tags }) => [name, annotator, tags[0].label]);
  assert.deepEqual(await lines(), [
    ['a.txt', undefined, 'party'],
    ['李/a.txt', '李', 'position'],
  ]);
  assert.deepEqual(await lines('--annotator', '李'), [['a.txt', '李', 'position']]);
  assert.deepEqual(await lines('--annotator', ''), [['a.txt', undefined, 'party']]);
  const none = await run(['export', '--to', 'jsonl', '--annotator', '王', 'a.txt']);
  assert.deepEqual([none.code, none.err], [2, ['jiaozhu: no tags of “王” there.']]);
});

test('what is not accepted stays at home unless asked for, which is told', async (t) => {
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': sidecarOf(text, { 双方: 'party' }, 'suggested') });
  const { code, out, err } = await run(['export', '--to', 'jsonl', 'a.txt']);
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out).tags, []);
  assert.match(err.join('\n'), /tags of another review than is chosen +1 in 1 document +left out/);
  const all = await run(['export', '--to', 'jsonl', '--review', 'all', 'a.txt']);
  assert.equal(JSON.parse(all.out).tags.length, 1);
  const check = await run(['export', '--to', 'jsonl', '--check', 'a.txt']);
  // That is the choice, and no fault of the format.
  assert.equal(check.code, 0);
  assert.match(check.out, /^Left out by the choice of what goes out:\n.+\n.+ holds all of 1 document\.\n$/);
});

test('a file of tags that cannot be read is told, and the others are exported', async (t) => {
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': '{', 'b.txt': text });
  const { code, out, err } = await run(['export', '--to', 'jsonl', 'a.txt', 'b.txt']);
  assert.equal(code, 2);
  assert.deepEqual(JSON.parse(out).name, 'b.txt');
  assert.match(err[0]!, /a\.txt\.annotations\.json:1:/);
  assert.deepEqual(filesHere(), ['a.txt', 'a.txt.annotations.json', 'b.txt']);
});

test('many documents are exported by threads as by one, in their order, and also where the threads fail', async (t) => {
  inFolder(t);
  mkdirSync('texts');
  const long = `${text}${'双方支持和平，重申恪守《联合国宪章》。\n'.repeat(1200)}`;
  for (let i = 0; i < 16; i += 1) {
    writeFileSync(`texts/${i}.statement`, i === 7 ? Buffer.from([0xff]) : `第${i}号\n${long}`);
  }
  const asked = ['export', '--to', 'jsonl', '--text', 'clean', 'texts'];
  const alone = await run(asked);
  assert.equal(alone.code, 2);
  let started = 0;
  const startWorker = () => {
    started += 1;
    return new Worker(inRepository('client/src/cli/main.ts'));
  };
  assert.deepEqual(await run(asked, { startWorker }), alone);
  const failing = () =>
    new Worker(`require('node:worker_threads').parentPort.on('message', () => { throw new Error('no'); })`, {
      eval: true,
    });
  assert.deepEqual(await run(asked, { startWorker: failing }), alone);
  if (availableParallelism() > 1) assert.ok(started > 0);
});

test('neither a document nor a file of tags is ever written over, whatever is said', async (t) => {
  const tags = sidecarOf(text, { 双方: 'party' });
  inFolder(t, { 'a.statement.txt': text, 'a.statement.txt.annotations.json': tags, 'b.txt': text });
  const asked = ['export', '--to', 'brat', '--text', 'clean', '--force', '--output', '.'];
  for (const file of ['a.statement.txt', 'b.txt']) {
    const { code, err } = await run([...asked, file]);
    assert.equal(code, 2);
    assert.match(err.join('\n'), /never written over.+--output FOLDER/);
  }
  // Another document's, which is not even read for this.
  mkdirSync('other');
  writeFileSync('other/a.statement.txt', text);
  assert.equal((await run([...asked, 'other/a.statement.txt'])).code, 2);
  assert.deepEqual(filesHere(), ['a.statement.txt', 'a.statement.txt.annotations.json', 'b.txt', 'other']);
  assert.deepEqual([read('a.statement.txt'), read('b.txt')], [text, text]);
  assert.equal(read('a.statement.txt.annotations.json'), tags);
});

test('what was exported into the folder is none of its documents the next time', async (t) => {
  inFolder(t, {
    'a.statement.txt': text,
    'a.statement.txt.annotations.json': sidecarOf(text, { 双方: 'party' }),
  });
  const out = async (to: string) => (await run(['export', '--to', 'brat', '--output', to, '.'])).out;
  assert.match(await out('out1'), /^1 document with 1 tag/);
  const again = await run(['export', '--to', 'brat', '--output', 'jiaozhu-export-brat', '.']);
  assert.match(again.out, /^1 document with 1 tag/);
  assert.match(again.err.join('\n'), /^1 folder that was exported to is passed over/);
  assert.match(await out('out2'), /^1 document with 1 tag/);
  // By its own name it counts; a folder with documents is not marked.
  assert.notEqual((await run(['lint', 'out1'])).code, 2);
  assert.equal(filesHere().includes('.jiaozhu-export'), false);
});

test('where there is a settled set, it alone goes out unless all are asked for', async (t) => {
  const own = sidecarOf(text, { 双方: 'party' });
  const settled = JSON.stringify({
    ...JSON.parse(own),
    'jiaozhu:adjudication': { annotators: ['李', '王'] },
  });
  inFolder(t, {
    'a.txt': text,
    'a.txt.settled.annotations.json': settled,
    'a.txt.李.annotations.json': own,
    'a.txt.王.annotations.json': own,
    'b.txt': text,
    'b.txt.李.annotations.json': own,
  });
  const names = (out: string) =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).name);
  const { out, err } = await run(['export', '--to', 'jsonl', 'a.txt', 'b.txt']);
  assert.deepEqual(names(out), ['settled/a.txt', '李/b.txt']);
  assert.match(err[0]!, /^of 1 document only the settled tags go out.+--annotator all/);
  const all = await run(['export', '--to', 'jsonl', '--annotator', 'all', 'a.txt']);
  assert.deepEqual(names(all.out), ['settled/a.txt', '李/a.txt', '王/a.txt']);
});
