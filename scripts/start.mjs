// `npm start`: installs, builds, and opens VS Code with the extension on a copy of samples/.
// Runs on Node 20 with nothing installed.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installHost, installProduct, root } from './install.mjs';
import { Obstacle, tellObstacles } from './obstacle.mjs';
import { onPath, run } from './process.mjs';
import { withProgress } from './progress.mjs';
import { environment, nodeThatRunsTypeScript, requireNode20 } from './requirements.mjs';
import { copyOfSamples, firstSample } from './samples.mjs';

const usage = `Usage: npm start [-- options]
  --server     open VS Code in the browser even where the desktop's \`code\` is there
  --no-open    print the address only; open no browser
  --fresh      begin with the samples as they were; what you did in their copy is lost
  --port N     the port of the server at 127.0.0.1 (default: 8139, or a free one where that is taken)`;

await tellObstacles(async () => {
  const options = parse(process.argv.slice(2));
  if (!options) {
    console.log(usage);
    return 0;
  }
  requireNode20();
  await installProduct();
  await withProgress('Building the extension', '1 to 3 s', build);
  const samples = copyOfSamples(root, options);
  const sample = firstSample(samples);
  console.log(`The samples to work on are a copy: ${samples}`);

  if (!options.server && (await openDesktop(samples, sample))) return 0;

  await installHost();
  const node = await nodeThatRunsTypeScript(root);
  const args = [join(root, 'test/editor/host/serve.ts'), samples, ...(sample ? ['--file', sample] : [])];
  if (options.port) args.push('--port', options.port);
  if (!options.open) args.push('--no-open');
  return (await run(node, args, { env: environment(root, node), untilInterrupted: true })).code;
});

/** @param {string[]} args */
function parse(args) {
  const options = { server: false, open: true, fresh: false, port: '' };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (arg === '--help' || arg === '-h') return undefined;
    if (arg === '--server') options.server = true;
    else if (arg === '--no-open') options.open = false;
    else if (arg === '--fresh') options.fresh = true;
    else if (arg === '--port' && isPort(args[at + 1])) options.port = args[++at] ?? '';
    else throw new Obstacle(`npm start does not know “${args.slice(at).join(' ')}”.`, usage);
  }
  return options;
}

/** @param {string | undefined} text */
function isPort(text) {
  return text !== undefined && /^\d{1,5}$/.test(text) && Number(text) < 65_536;
}

async function build() {
  const ended = await run(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, capture: true });
  if (ended.code === 0) return;
  throw new Obstacle(
    'The build failed.',
    'What the bundler said stands above. On an unchanged clone this is a fault of ours: please report it.',
    ended.output,
  );
}

/**
 * Opens the desktop's VS Code where there is one that can show the extension.
 *
 * @param {string} folder
 * @param {string | undefined} file
 * @returns {Promise<boolean>} whether it was opened
 */
async function openDesktop(folder, file) {
  const code = onPath('code');
  // In a terminal of VS Code's own remote side, `code` is another program, which takes no extension to develop.
  if (!code || process.env.VSCODE_IPC_HOOK_CLI) return false;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  const instead = (/** @type {string} */ why) => {
    console.log(`${why} VS Code’s server is used instead.`);
    return false;
  };
  const said = await run(code, ['--version'], { capture: true }).catch(() => undefined);
  const version = /^(\d+)\.(\d+)/m.exec(said?.output ?? '');
  if (said?.code !== 0 || !version) return instead('The desktop’s `code` does not run.');
  const wanted = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).engines.vscode;
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(wanted) ?? []).map(Number);
  if (Number(version[1]) < major || (Number(version[1]) === major && Number(version[2]) < minor)) {
    return instead(`The desktop’s VS Code is ${version[0]}, older than ${major}.${minor}.`);
  }
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder, ...(file ? [file] : [])];
  const opened = await run(code, args, { capture: true });
  if (opened.code !== 0)
    return instead(`The desktop’s \`code\` could not open a window:\n${opened.output.trim()}\n`);
  console.log('VS Code is opening on it, with Jiaozhu.');
  return true;
}
