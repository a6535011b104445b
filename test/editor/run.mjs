// The editor test: packages the extension, installs it in the real VS Code, and drives it in a real browser.
// `node test/editor/run.mjs` builds and runs it alone; `npm test` runs it as its last phase.
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installHost, installProduct, root } from '../../scripts/install.mjs';
import { Obstacle, tellObstacles } from '../../scripts/obstacle.mjs';
import { run } from '../../scripts/process.mjs';
import { withProgress } from '../../scripts/progress.mjs';
import { environment, nodeThatRunsTypeScript, requireNode20 } from '../../scripts/requirements.mjs';
import { runTests, testFiles } from '../../scripts/testrun.mjs';

/** Where the packaged extension is put. */
const vsix = join(root, '.cache/jiaozhu.vsix');

/**
 * So many files may be run a second time: VS Code in a browser on a busy machine loses a key or a menu now and then.
 * What fails twice fails, and so does what more files than these fail at.
 */
const mostUnsteady = 2;

/**
 * Runs all test files of test/editor, or those that are named.
 *
 * @param {string} node the program of a Node that runs TypeScript
 * @param {string[]} [files] absolute paths
 * @returns {Promise<import('../../scripts/testrun.mjs').Sums>}
 */
export async function testInEditor(node, files = testFiles(join(root, 'test/editor'))) {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  await installHost();
  await withProgress('Packaging the extension', '3 to 10 s', () => pack(node));
  await withProgress('Starting a browser for a trial', '1 s; 5 s the first time', () => tryBrowser(node));
  process.env.JIAOZHU_VSIX = vsix;
  /** @type {import('../../scripts/testrun.mjs').Sums} */
  const total = { passed: 0, failed: 0, skipped: 0, unsteady: 0 };
  let spare = mostUnsteady;
  // One file after another: each has a VS Code and a browser of its own, which want the whole machine.
  for (const file of files) {
    let sums = await runTests(root, node, [file], { reporter: 'spec' });
    if (sums.failed > 0 && spare > 0) {
      spare -= 1;
      console.log(
        `${basename(file)} failed, and is run once more: the failure above stays in the sums as unsteady.`,
      );
      total.unsteady += sums.failed;
      sums = await runTests(root, node, [file], { reporter: 'spec' });
    }
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += sums[key];
  }
  return total;
}

/** @param {string} node */
async function pack(node) {
  await mkdir(join(root, '.cache'), { recursive: true });
  const ended = await run(
    node,
    [
      join(root, 'node_modules/@vscode/vsce/vsce'),
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      // README.md is for those who have the repository, with its pictures; this page is for those who have the extension.
      ...['--readme-path', 'docs/extension.md'],
      '-o',
      vsix,
    ],
    { cwd: root, env: environment(root, node), capture: true },
  );
  if (ended.code === 0) return;
  throw new Obstacle(
    'The extension could not be packaged.',
    'What vsce said stands above; `npm run build` has to pass first.',
    ended.output,
  );
}

/** Fails once, with the remedy, instead of in each test file. @param {string} node */
async function tryBrowser(node) {
  const ended = await run(node, [join(root, 'test/editor/host/trial.ts')], { cwd: root, capture: true });
  if (ended.code === 0) return;
  const [what = 'No browser could be started.', remedy = ''] = ended.output
    .split('\n')
    .filter((line) => /^(✗| {2}\S)/.test(line))
    .slice(-2)
    .map((line) => line.replace(/^✗?\s+/, ''));
  throw new Obstacle(what, remedy, ended.output);
}

// By itself, it runs the files whose names hold one of the words given: `node test/editor/run.mjs cleaning`.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await tellObstacles(async () => {
    requireNode20();
    await installProduct();
    const node = await nodeThatRunsTypeScript(root);
    const built = await run(node, [join(root, 'scripts/build.mjs')], { cwd: root });
    if (built.code !== 0) return 1;
    const wanted = process.argv.slice(2);
    const files = testFiles(join(root, 'test/editor')).filter(
      (file) => wanted.length === 0 || wanted.some((part) => basename(file).includes(part)),
    );
    const { passed, failed } = await testInEditor(node, files);
    console.log(passed + failed === 0 ? 'No test was found.' : `${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0 ? 0 : 1;
  });
}
