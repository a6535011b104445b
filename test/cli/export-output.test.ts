import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, openSync, readdirSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { sidecarOf } from './tagged-files.ts';
import { inFolder, inRepository, run } from './trial.ts';

const text = '中吉联合声明\n\n双方重申恪守《联合国宪章》。\n';

test('the output of an export is no document of the next one', async (t) => {
  for (const format of ['brat', 'w3c']) {
    await t.test(format, async (t) => {
      inFolder(t, {
        '联合声明.txt': text,
        '联合声明.txt.annotations.json': sidecarOf(text, { 双方: 'party' }),
      });
      for (const [output, copies] of [
        ['one', 0],
        ['two', 1],
        ['three', 2],
      ] as const) {
        const { code, err } = await run(['export', '--to', format, '--output', output, '.']);
        assert.equal(code, 0);
        assert.deepEqual(
          err.filter((line) => line.includes('passed over')).map((line) => Number.parseInt(line, 10)),
          copies === 0 ? [] : [copies],
        );
        assert.equal(readdirSync(output).filter((name) => name.endsWith('.txt')).length, 1);
        assert.equal(existsSync(`${output}/one`), false);
      }
      // What is named is taken.
      const { err } = await run(['export', '--to', 'jsonl', 'one/联合声明.txt']);
      assert.deepEqual(
        err.filter((line) => line.includes('passed over')),
        [],
      );
    });
  }
});

test('a link that leads nowhere is not replaced unasked, and nothing is written through a link to a folder', async (t) => {
  inFolder(t, { 'a.txt': text });
  symlinkSync('nowhere', 'out.jsonl');
  const there = await run(['export', '--to', 'jsonl', '--output', 'out.jsonl', 'a.txt']);
  assert.equal(there.code, 2);
  assert.match(there.err.join('\n'), /out\.jsonl: is there already/);
  assert.ok(lstatSync('out.jsonl').isSymbolicLink());
  mkdirSync('docs/sub', { recursive: true });
  mkdirSync('out');
  mkdirSync('elsewhere');
  symlinkSync('../elsewhere', 'out/sub');
  execFileSync('cp', ['a.txt', 'docs/sub/联合声明.txt']);
  const through = await run(['export', '--to', 'brat', '--force', '--output', 'out', 'docs']);
  assert.equal(through.code, 2);
  assert.match(through.err.join('\n'), /out\/sub: is a link to a folder/);
  assert.deepEqual(readdirSync('elsewhere'), []);
});

test('of what could not be read nothing stands beside', async (t) => {
  inFolder(t, { 'a.txt': text });
  const failed = await run(['export', '--to', 'jsonl', 'none.txt']);
  assert.deepEqual([failed.code, failed.err], [2, ['jiaozhu: none.txt: there is no such file.']]);
  const { err } = await run(['export', '--to', 'jsonl', 'a.txt']);
  assert.match(err.join('\n'), /jiaozhu\.labels\.json stands beside it/);
});

test('a full standard output is told once', {
  skip: !existsSync('/dev/full') && 'no /dev/full here',
}, (t) => {
  inFolder(t, Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}联合声明.txt`, text])));
  const { status, stderr } = spawnSync(
    process.execPath,
    [inRepository('client/src/cli/main.ts'), 'export', '--to', 'jsonl', '.'],
    { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'], encoding: 'utf8', env: { LANG: 'en' } },
  );
  assert.deepEqual(
    [status, stderr],
    [
      2,
      'jiaozhu: standard output: cannot be written (ENOSPC: no space left on device, write); it is not whole.\n',
    ],
  );
});

test('the next option is no value of one that lacks it', async (t) => {
  inFolder(t, { 'a.jsonl': '' });
  const { code, err } = await run(['import', '--into', '--from', 'jsonl', 'a.jsonl']);
  assert.deepEqual([code, err], [2, ['jiaozhu: the option “--into” needs a value.']]);
  assert.equal(existsSync('--from'), false);
});

test('only formats that are read are offered, and a file that is no archive is told as that', async (t) => {
  inFolder(t, { 'a.unknown': 'x', 'a.qdpx': 'x' });
  const offered = await run(['import', 'a.unknown']);
  assert.doesNotMatch(offered.err.join('\n'), /csv|tei/);
  const { err } = await run(['import', 'a.qdpx']);
  assert.deepEqual(err, ['jiaozhu: a.qdpx: This is no archive, or one whose list of files is damaged.']);
});
