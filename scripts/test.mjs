// `npm test`: installs, then checks, builds and runs all tests. Runs on Node 20 with nothing installed.
// `node scripts/test.mjs unit property …` runs only the phases named; `--fast` leaves the editor test out.
import { join } from 'node:path';
import { installProduct, root } from './install.mjs';
import { Obstacle, tellObstacles } from './obstacle.mjs';
import { npm, run } from './process.mjs';
import { environment, nodeThatRunsTypeScript, requireNode20 } from './requirements.mjs';
import { runTests, testFiles } from './testrun.mjs';

/** @typedef {import('./testrun.mjs').Sums} Sums */

const folder = (/** @type {string} */ name) => join(root, 'test', name);
/** Folders of test/ that have a phase of their own; all others are unit tests. */
const apart = ['property', 'protocol', 'editor', 'bench'].map(folder);

/**
 * The phases in their order: the quick ones first. Each gives its sums; a tool that is no test gives one
 * failure or nothing.
 *
 * @type {Record<string, { heading: string, tests: boolean, run(node: string): Promise<Sums> }>}
 */
const phases = {
  check: { heading: 'Types, lint and format', tests: false, run: (node) => script('check', node) },
  build: { heading: 'Build', tests: false, run: (node) => script('build', node) },
  unit: {
    heading: 'Unit tests',
    tests: true,
    run: (node) => {
      const files = testFiles(join(root, 'test')).filter(
        (file) => !apart.some((other) => file.startsWith(other)),
      );
      return tests(node, files, 'dot');
    },
  },
  property: {
    heading: 'Property tests',
    tests: true,
    run: (node) => tests(node, testFiles(folder('property')), 'spec'),
  },
  protocol: {
    heading: 'Protocol tests',
    tests: true,
    run: (node) => tests(node, testFiles(folder('protocol')), 'spec'),
  },
  editor: {
    heading: 'Editor test: the real VS Code in a real browser',
    tests: true,
    run: async (node) => {
      const { testInEditor } = await import('../test/editor/run.mjs');
      return testInEditor(node);
    },
  },
};

await tellObstacles(async () => {
  const { chosen, leftOut } = choose(process.argv.slice(2));
  requireNode20();
  await installProduct();
  const node = await nodeThatRunsTypeScript(root);

  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const lines = [];
  for (const name of chosen) {
    const phase = phases[name];
    if (name === 'editor' && total.failed > 0 && chosen.length > 1) {
      lines.push(`✗ ${phase.heading}: not run, since something before it failed`);
      continue;
    }
    console.log(`\n── ${phase.heading} ──`);
    const started = Date.now();
    const sums = await obstaclesAsFailures(() => phase.run(node));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    if (phase.tests && sums.passed + sums.failed === 0) {
      console.log('No test was found.');
      sums.failed = 1;
    }
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += sums[key];
    const counts = phase.tests
      ? `: ${sums.passed} passed, ${sums.failed} failed${sums.skipped ? `, ${sums.skipped} skipped` : ''}${sums.unsteady ? `, ${sums.unsteady} unsteady` : ''}`
      : '';
    const line = `${sums.failed === 0 ? '✓' : '✗'} ${phase.heading}${counts} (${seconds} s)`;
    console.log(line);
    lines.push(line);
  }
  for (const name of leftOut) lines.push(`– ${phases[name].heading}: left out, as --fast asks`);
  console.log(`\n── All together ──\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/** @param {string[]} args */
function choose(args) {
  const all = Object.keys(phases);
  const unknown = args.find((arg) => arg !== '--fast' && !all.includes(arg));
  if (unknown)
    throw new Obstacle(
      `There is no “${unknown}” to test.`,
      `There are: ${all.join(', ')}, and the option --fast.`,
    );
  const named = args.filter((arg) => arg !== '--fast');
  const wanted = named.length > 0 ? all.filter((name) => named.includes(name)) : all;
  const fast = args.includes('--fast');
  return {
    chosen: fast ? wanted.filter((name) => name !== 'editor') : wanted,
    leftOut: fast && wanted.includes('editor') ? ['editor'] : [],
  };
}

/** @param {string} node @param {string[]} files @param {'spec' | 'dot'} reporter @returns {Promise<Sums>} */
async function tests(node, files, reporter) {
  return files.length === 0
    ? { passed: 0, failed: 0, skipped: 0 }
    : runTests(root, node, files, { reporter });
}

/**
 * A script of package.json: nothing when it passes, one failure when it does not.
 *
 * @param {string} name
 * @param {string} node
 * @returns {Promise<Sums>}
 */
async function script(name, node) {
  const ended = await npm(['run', '--silent', name], { cwd: root, env: environment(root, node) });
  return { passed: 0, failed: ended?.code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * An obstacle in one phase must not hide what the other phases have to say.
 *
 * @param {() => Promise<Sums>} phase
 * @returns {Promise<Sums>}
 */
async function obstaclesAsFailures(phase) {
  /** @type {Sums} */
  let sums = { passed: 0, failed: 1, skipped: 0 };
  await tellObstacles(async () => {
    sums = await phase();
    return 0;
  });
  return sums;
}
