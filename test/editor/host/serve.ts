// The editor of `npm start` where no desktop VS Code is to be had: VS Code's server and the default browser.
// Arguments: FOLDER [--file FILE] [--port N] [--no-open]
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tellObstacles } from '../../../scripts/obstacle.mjs';
import { root } from './place.ts';
import { startVsCode } from './vscode.ts';

/** A fixed port lets the browser find its own state of the workbench again at the next start. */
const usualPort = 8139;

await tellObstacles(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { file: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  });
  const dataFolder = join(root, '.cache/vscode');
  await mkdir(dataFolder, { recursive: true });
  const vscode = await startVsCode({
    folder: positionals[0] ?? root,
    extensionFolder: root,
    // In the browser VS Code saves by itself; what an annotator saves shall be what they meant to save.
    defaults: { 'files.autoSave': 'off' },
    dataFolder,
    port: values.port ? Number(values.port) : (await isFree(usualPort)) ? usualPort : 0,
    token: await connectionToken(join(dataFolder, 'token')),
  });
  const address = vscode.url(values.file ? { file: values.file } : {});
  console.log(`\nVS Code with Jiaozhu is here:\n\n  ${address}\n\nCtrl+C ends it.`);
  if (!values['no-open']) openInBrowser(address);

  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve('interrupted'));
  });
  const why = await Promise.race([interrupted, vscode.ended]);
  await vscode.stop();
  console.log(why === 'interrupted' ? '\nVS Code’s server has ended.' : 'VS Code’s server ended by itself.');
  return why === 'interrupted' ? 0 : 1;
});

/**
 * The server can run programs, so nobody else on this machine, and no foreign page in the browser, may connect
 * without this secret. It is kept, so that a bookmark of the address stays good.
 */
async function connectionToken(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (/^[0-9a-f]{32}$/.test(kept)) return kept;
  const token = randomBytes(16).toString('hex');
  await writeFile(file, token, { mode: 0o600 });
  return token;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const trial = createServer();
    trial.once('error', () => resolve(false));
    trial.listen(port, '127.0.0.1', () => trial.close(() => resolve(true)));
  });
}

/** Opens the default browser where there is one. The address is printed already, so a failure needs no word. */
function openInBrowser(address: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
