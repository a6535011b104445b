import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { inFolder, run } from './trial.ts';

const text = '甲国声明\n\n甲国恪守《甲乙引水协定》。\n';
const entry = (id: string) => ({ id, kind: 'agreement', names: { zh: '甲乙引水协定' }, sources: {} });
const write = (folder: string, content: string | Uint8Array) => {
  mkdirSync(`${folder}/.jiaozhu`, { recursive: true });
  writeFileSync(`${folder}/.jiaozhu/instruments.json`, content);
};
const of = (...ids: string[]) => JSON.stringify({ instruments: ids.map(entry) }, null, 2);

/** What the command says that the text cites. */
async function cited(file: string, input = ''): Promise<unknown> {
  const { out, err, code } = await run(['references', '--json', file], { input });
  assert.deepEqual([code, err], [0, []]);
  return (JSON.parse(out) as { instrument: string }[])[0]!.instrument;
}

test('the nearest folder above a file brings its instruments', async (t) => {
  inFolder(t);
  mkdirSync('甲/乙/丙', { recursive: true });
  writeFileSync('甲/乙/丙/a.statement', text);
  write('甲', of('outer'));
  assert.equal(await cited('甲/乙/丙/a.statement'), 'outer');
  write('甲/乙', of('inner'));
  assert.equal(await cited('甲/乙/丙/a.statement'), 'inner');
  write('甲/乙', of());
  assert.equal(await cited('甲/乙/丙/a.statement'), null);
});

test('standard input belongs to the current folder', async (t) => {
  inFolder(t);
  write('.', of('water'));
  assert.equal(await cited('-', text), 'water');
});

test('what is wrong in the file is a warning with its place, and the built-in instruments do', async (t) => {
  inFolder(t, { 'a.statement': '甲国恪守《联合国宪章》。\n' });
  write('.', of('Water'));
  const { code, out, err } = await run(['references', '--json', 'a.statement']);
  assert.equal(code, 0);
  assert.equal((JSON.parse(out) as { instrument: string }[])[0]!.instrument, 'un-charter');
  assert.match(err[0]!, /^warning: .*instruments\.json:4:13: "Water" does not fit\./);
  assert.equal(err.length, 1);
  write('.', '{');
  const chinese = await run(['references', 'a.statement'], { env: { LANG: 'zh_CN.UTF-8' } });
  assert.match(chinese.err[0]!, /^警告：.*instruments\.json:1:1：此文件不是有效的 JSON/);
  write('.', Uint8Array.of(0xff));
  const bytes = await run(['references', 'a.statement']);
  assert.match(bytes.err[0]!, /^warning: .*instruments\.json: cannot be read \(not UTF-8 text\)/);
});

test('lint knows them as well, and says once what is wrong, from however many threads', async (t) => {
  const names = Array.from({ length: 12 }, (_, i) => `${i}.statement`);
  // Long enough for threads to be worth it.
  const long = `${'双方重申恪守宗旨。'.repeat(20_000)}\n`;
  inFolder(t, Object.fromEntries(names.map((name) => [name, long])));
  write('.', of('Water'));
  const startWorker = () => new Worker(new URL('../../client/src/cli/main.ts', import.meta.url));
  const { err } = await run(['lint', '.'], { startWorker });
  assert.equal(err.filter((line) => line.includes('instruments.json')).length, 1);
});

test('a title misread by a character is found among them', async (t) => {
  inFolder(t, { 'a.statement': '甲国恪守《甲国和乙国睦邻友好合作条的》。\n' });
  const names = { zh: '甲国和乙国睦邻友好合作条约' };
  write('.', JSON.stringify({ instruments: [{ ...entry('friendship'), names }] }));
  const { out } = await run(['lint', 'a.statement']);
  assert.match(out, /《甲国和乙国睦邻友好合作条约》.*\[instrument-near-miss\]/);
});
