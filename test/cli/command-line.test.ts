import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandNames, optionsOf } from '../../client/src/cli/command-line.ts';
import { helpOn } from '../../client/src/cli/help.ts';
import { inFolder, inRepository, read, run } from './trial.ts';

/** Runs what cannot run, and gives the one line that says why. */
async function complaint(...args: string[]): Promise<string> {
  const { code, out, err } = await run(args);
  assert.deepEqual([code, out, err.length], [2, '', 1]);
  assert.doesNotMatch(err[0]!, /\n/);
  return err[0]!;
}

test('what is unknown, missing or too much is told in one line', async () => {
  assert.match(await complaint(), /^jiaozhu: what shall be done\?.* clean, lint, outline, references, merge/);
  assert.match(await complaint('tidy'), /there is no command “tidy”/);
  assert.match(await complaint('help', 'tidy'), /there is no command “tidy”/);
  assert.match(await complaint('clean'), /“clean” needs a file/);
  assert.match(await complaint('lint', '--format', 'json'), /“lint” needs a file/);
  assert.match(await complaint('outline', 'a', 'b'), /“b” is one more/);
  assert.match(await complaint('clean', '--wirte', 'a'), /“clean” has no option “--wirte”/);
  assert.match(await complaint('outline', '--write', 'a'), /“outline” has no option “--write”/);
  assert.match(await complaint('-x'), /there is no option “-x”/);
  assert.match(await complaint('--json'), /there is no option “--json”/);
  assert.match(await complaint('clean', '--write=yes', 'a'), /“--write” takes no value/);
  assert.match(await complaint('clean', '--write', '-'), /cannot be cleaned in place/);
  assert.match(await complaint('clean', '--check', '--write', 'a'), /either --write or --check/);
  assert.match(await complaint('clean', '--to', 'latin1', 'a'), /“--to” cannot be “latin1”.* utf-8, gb18030/);
  assert.match(await complaint('lint', '--to', 'utf-8', 'a'), /“lint” has no option “--to”/);
  assert.match(await complaint('lint', 'a', '--format'), /“--format” needs a value/);
  assert.match(await complaint('lint', '--format', 'xml', 'a'), /“xml”: it is one of text, json, sarif/);
  assert.match(await complaint('lint', '--rule', 'line-break', 'a'), /is not RULE=LEVEL/);
  assert.match(await complaint('lint', '--rule', 'x=off', 'a'), /no rule “x”.*line-break/);
  assert.match(await complaint('lint', '--profile', 'fax', 'a'), /“fax”: it is one of auto, newspaper/);
  assert.match(await complaint('outline', '--year-dash', '–', 'a'), /“outline” has no option “--year-dash”/);
  assert.match(await complaint('clean', ''), /“clean” was given an empty name \(''\), which is no file’s/);
  assert.match(await complaint('lint', 'a', ''), /“lint” was given an empty name/);
  assert.match(await complaint('clean', '--locale', 'xx', 'a'), /“--locale” cannot be “xx”.* en, zh-cn\.$/);
  assert.match(await complaint('--version', '--locale='), /“--locale” cannot be “”/);
  assert.match(await complaint('references', '--format', 'sarif', 'a'), /one of csv, bibtex, csl-json/);
  assert.match(await complaint('references', '--json', '--format', 'csv', 'a'), /either --json or --format/);
  assert.match(await complaint('references', '--bom', '--format', 'bibtex', 'a'), /--format csv only/);
  assert.match(await complaint('lint', '--rule', 'line-break=loud', 'a'), /“loud”.*hint/);
});

test('complaints are in the language that was asked for', async () => {
  const said = async (args: string[], env: Record<string, string>) => (await run(args, { env })).err[0];
  const chinese =
    'jiaozhu: 没有命令“tidy”。可用的命令：clean、lint、outline、references、merge、export、import、convert、agreement。';
  const english =
    'jiaozhu: there is no command “tidy”. The commands are clean, lint, outline, references, merge, export, import, convert, agreement.';
  assert.equal(await said(['tidy'], { LANG: 'zh_CN.UTF-8' }), chinese);
  assert.equal(await said(['tidy'], { LANG: 'zh-Hant' }), chinese);
  assert.equal(await said(['tidy'], { LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN' }), chinese);
  assert.equal(await said(['tidy'], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }), english);
  assert.equal(await said(['tidy'], { LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB' }), english);
  assert.equal(await said(['tidy', '--locale', 'zh-cn'], { LANG: 'C' }), chinese);
  assert.equal(await said(['--locale=en', 'tidy'], { LANG: 'zh_CN.UTF-8' }), english);
  assert.equal(await said(['--locale=en_GB.UTF-8', 'tidy'], { LANG: 'zh_CN.UTF-8' }), english);
  assert.equal(
    await said(['--locale=xx', 'clean', 'a'], { LANG: 'zh_CN.UTF-8' }),
    'jiaozhu: 选项“--locale”不能是“xx”，只能是 en、zh-cn 之一。',
  );
});

test('help is there in both languages, of all and of each command, with every option', async () => {
  const all = await run(['--help']);
  assert.deepEqual([all.code, all.err], [0, []]);
  assert.deepEqual(await run(['help']), all);
  assert.deepEqual(await run(['-h']), all);
  for (const command of commandNames) {
    assert.match(all.out, new RegExp(`^  ${command} `, 'm'));
    const help = await run(['help', command]);
    assert.deepEqual([help.code, help.err], [0, []]);
    assert.deepEqual(await run([command, '--help']), help);
    for (const language of ['en', 'zh'] as const) {
      const page = helpOn(command, language);
      for (const option of [...optionsOf[command], 'locale'])
        assert.ok(page.includes(`--${option} `), option);
    }
  }
  assert.match((await run(['help'], { env: { LANG: 'zh_CN' } })).out, /用法：/);
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(read(inRepository('package.json')));
  assert.deepEqual(await run(['--version']), { code: 0, out: `${version}\n`, err: [] });
});

test('-- ends the options', async (t) => {
  inFolder(t, { '--write': '双方欢迎。\n' });
  assert.equal((await run(['clean', '--', '--write'])).out, '双方欢迎。\n');
});

test('the page about the command names every option and every exit code', () => {
  const page = read(inRepository('docs/command.md'));
  for (const command of commandNames) {
    assert.ok(page.includes(`jiaozhu ${command}`), command);
    for (const option of optionsOf[command]) assert.ok(page.includes(`--${option}`), option);
  }
});
