import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './process.mjs';
import { environment } from './requirements.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, unsteady?: number }} Sums how many tests ended how;
 *   unsteady: how many failed when their file was run for the first time, and passed the second time or failed again
 */

/** All test files below a folder, sorted. @param {string} folder @returns {string[]} absolute paths */
export function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.name === 'node_modules') return [];
      if (entry.isDirectory()) return testFiles(join(folder, entry.name));
      return entry.name.endsWith('.test.ts') ? [join(folder, entry.name)] : [];
    })
    .sort();
}

/**
 * Runs test files by Node's own runner and gives the sums. A run that breaks off counts as one failure.
 *
 * @param {string} root the repository's folder
 * @param {string} node the program of a Node that runs TypeScript
 * @param {string[]} files
 * @param {{ reporter: 'spec' | 'dot', args?: string[] }} options
 * @returns {Promise<Sums>}
 */
export async function runTests(root, node, files, { reporter, args = [] }) {
  const folder = mkdtempSync(join(tmpdir(), 'jiaozhu-tests-'));
  const sumsFile = join(folder, 'sums.json');
  try {
    const ended = await run(
      node,
      [
        '--test',
        // By itself it would leave one core to whoever watches: half of a machine that has two.
        `--test-concurrency=${availableParallelism()}`,
        ...args,
        `--test-reporter=${reporter}`,
        '--test-reporter-destination=stdout',
        `--test-reporter=${pathToFileURL(join(root, 'scripts/reporter.mjs'))}`,
        `--test-reporter-destination=${sumsFile}`,
        ...files,
      ],
      { cwd: root, env: environment(root, node) },
    );
    const sums = existsSync(sumsFile) ? parse(readFileSync(sumsFile, 'utf8')) : undefined;
    if (!sums) return { passed: 0, failed: 1, skipped: 0 };
    return ended.code !== 0 && sums.failed === 0 ? { ...sums, failed: 1 } : sums;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} text @returns {Sums | undefined} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
