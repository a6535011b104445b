import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { test } from 'node:test';
import { damaged, inFolder, inRepository, mended } from './trial.ts';

const source = inRepository('client/src/cli/main.ts');
const built = inRepository('dist/cli.js');
/** Not that of whoever runs the tests, who may have set the language, or options of Node's that say something. */
const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C' };

function start(entry: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    input,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

for (const [name, entry] of [['from its source', source] as const, ['as built', built] as const]) {
  test(`the command runs ${name}`, { skip: existsSync(entry) ? false : 'not built' }, () => {
    assert.deepEqual(start(entry, ['clean', '-'], damaged), { status: 0, stdout: mended, stderr: '' });
    const { status, stdout } = start(entry, ['lint', '--format=json', '-'], damaged);
    assert.deepEqual([status, JSON.parse(stdout).length], [1, 5]);
    assert.deepEqual(start(entry, ['outline', 'no such file']), {
      status: 2,
      stdout: '',
      stderr: 'jiaozhu: no such file: there is no such file.\n',
    });
    const references = start(entry, ['references', '--json', '-'], '双方恪守《联合国宪章》。\n');
    assert.equal(JSON.parse(references.stdout)[0].instrument, 'un-charter');
  });
}

test('who closes the pipe early hears no complaint', async (t) => {
  inFolder(t);
  const child = spawn(process.execPath, [source, 'outline', '--json', '-'], { stdio: 'pipe', env });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.end(`${'双方欢迎。\n'.repeat(20_000)}`);
  const code = await new Promise((done) => child.on('exit', done));
  assert.deepEqual([code, complaints], [0, '']);
});

test('output that cannot be written is a failure', { skip: !existsSync('/dev/full') }, () => {
  const { status, signal, error, stderr } = spawnSync(process.execPath, [source, 'help'], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
    env,
  });
  assert.deepEqual({ status, signal, error }, { status: 2, signal: null, error: undefined });
  assert.match(stderr, /^jiaozhu: .*no space left on device.*\n$/);
});

test('standard input that is a directory', { skip: process.platform === 'win32' }, () => {
  const { status, stderr } = spawnSync(process.execPath, [source, 'clean', '-'], {
    stdio: [openSync(inRepository('test'), 'r'), 'pipe', 'pipe'],
    encoding: 'utf8',
    env,
  });
  assert.deepEqual(
    [status, stderr],
    [2, 'jiaozhu: standard input: this is a directory; name a text file.\n'],
  );
});
