import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Obstacle } from './obstacle.mjs';
import { npm } from './process.mjs';
import { withProgress } from './progress.mjs';

/**
 * Installs what a folder's lock file names, unless it is there already.
 *
 * @param {string} folder holds package.json and package-lock.json
 * @param {string} what what is installed, as a person would say it
 * @param {string} usually how long it usually takes
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function installPackages(folder, what, usually) {
  if (await isInstalled(folder)) return false;
  await withProgress(what, usually, async () => {
    const ended = await npm(
      [
        'ci',
        '--no-progress',
        '--prefer-offline',
        '--fetch-retries=1',
        '--loglevel=error',
        '--fetch-retry-mintimeout=1000',
        '--fetch-retry-maxtimeout=8000',
      ],
      { cwd: folder, capture: true },
    );
    if (!ended) {
      throw new Obstacle(
        'There is no npm on the PATH.',
        'npm comes with Node (https://nodejs.org); on Debian and Ubuntu it is the package `npm`.',
      );
    }
    if (ended.code !== 0) throw explain(ended.output);
  });
  return true;
}

/**
 * Whether the packages are those of the lock file. npm writes what it has installed into
 * node_modules/.package-lock.json when all is done; that record is compared, so an installation that was broken
 * off or made for an older lock file counts as missing, and one that was made by hand counts.
 *
 * @param {string} folder
 */
export async function isInstalled(folder) {
  const [wanted, installed] = await Promise.all([
    readPackages(join(folder, 'package-lock.json')),
    readPackages(join(folder, 'node_modules/.package-lock.json')),
  ]);
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    // Parts for other platforms stay away, and so may an optional one that could not be had.
    if (!found) return entry.optional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @param {string} file a lock file of npm
 * @returns {Promise<Record<string, { version?: string, integrity?: string, optional?: boolean, peer?: boolean }> | undefined>}
 */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** What npm's words mean for a person. @param {string} output */
function explain(output) {
  const said = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)\s+(?!at |errno|code:|syscall)[^\s{}]/.test(line));
  const detail = said.slice(0, 8).join('\n');
  const has = (/** @type {RegExp} */ pattern) => pattern.test(output);
  if (
    has(
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ERR_INVALID_URL|network/i,
    )
  ) {
    return new Obstacle(
      'The npm registry could not be reached.',
      'Check the network, and behind a proxy `npm config get proxy` and `npm config get registry`; then run the command again.',
      detail,
    );
  }
  if (has(/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/)) {
    return new Obstacle(
      'The certificate of the npm registry is not trusted here.',
      'Name the certificates of your network: npm config set cafile /path/to/ca.pem',
      detail,
    );
  }
  if (has(/ENOSPC/)) {
    return new Obstacle('The disk is full.', 'Free about 1.5 GB and run the command again.', detail);
  }
  if (has(/EACCES|EPERM|EROFS/)) {
    return new Obstacle(
      'npm may not write here.',
      'Make this folder and npm’s cache (`npm config get cache`) belong to you, and run the command again.',
      detail,
    );
  }
  if (has(/E401|E403/)) {
    return new Obstacle(
      'The npm registry refused us.',
      'Check `npm config get registry` and its login.',
      detail,
    );
  }
  if (has(/EUSAGE/)) {
    return new Obstacle(
      'package.json and package-lock.json do not belong together.',
      'Run `npm install` in that folder once, and commit the lock file.',
      detail,
    );
  }
  return new Obstacle(
    'npm could not install the packages.',
    'What it said stands above; `npm ci --ignore-scripts` by hand shows all of it.',
    detail || output.slice(-2000),
  );
}
