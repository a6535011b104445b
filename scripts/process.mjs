import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {{ code: number, output: string }} Ended what a process left: its exit code, and its two streams as
 *   one text where they were captured
 */

/** Processes that are running on our behalf; they end when we are interrupted, and then so do we. */
const children = new Set();
let interrupted = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interrupted = true;
    // A terminal sends Ctrl+C to the children as well; who ends us by our number alone means them too.
    for (const child of children) child.kill('SIGTERM');
    if (children.size === 0) process.exit(130);
  });
}

/**
 * Runs a program to its end. With `capture` its output is kept instead of shown; with `untilInterrupted`, being
 * interrupted is how it is meant to end.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, capture?: boolean, untilInterrupted?: boolean }} [options]
 * @returns {Promise<Ended>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    // Node refuses to start .cmd files without a shell on Windows.
    const shell = process.platform === 'win32' && /\.(cmd|bat)$/i.test(program);
    const child = spawn(shell ? `"${program}"` : program, shell ? args.map((arg) => `"${arg}"`) : args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell,
    });
    children.add(child);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => {
      children.delete(child);
      reject(error);
    });
    child.on('close', (code) => {
      children.delete(child);
      if (interrupted && !options.untilInterrupted) process.exit(130);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * The full path of a program that the shell would find, or nothing.
 *
 * @param {string} name without ending
 * @returns {string | undefined}
 */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder && existsSync(path)) return path;
    }
  }
  return undefined;
}

/**
 * Runs npm: the one that runs us, or else the one on the PATH.
 *
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, capture?: boolean }} [options]
 * @returns {Promise<Ended> | undefined} nothing where there is no npm
 */
export function npm(args, options) {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running) && existsSync(running)) {
    return run(process.execPath, [running, ...args], options);
  }
  const program = onPath('npm');
  return program ? run(program, args, options) : undefined;
}
