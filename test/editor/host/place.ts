import { existsSync } from 'node:fs';
import { mkdir, readlink, symlink, unlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Obstacle } from '../../../scripts/obstacle.mjs';

/** The folder of the editor host's own package. */
export const hostFolder = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');

/** The repository's folder. */
export const root = join(hostFolder, '../../..');

/** VS Code's server inside the package `code-server`. */
export const vscodeFolder = join(hostFolder, 'node_modules/code-server/lib/vscode');

/** What is unpacked or composed once. It lies inside node_modules, so a new installation begins without it. */
export const cacheFolder = join(hostFolder, 'node_modules/.cache/editor-host');

/** Fails where the host's package is not installed; `npm test` and `npm start` install it. */
export function requireHost(): void {
  if (existsSync(join(vscodeFolder, 'out/server-main.js'))) return;
  throw new Obstacle(
    'The editor host is not installed.',
    'Run `npm run test:editor`, or `npm ci` in test/editor/host.',
  );
}

/**
 * A link to a folder, which needs no special rights on Windows. A link that leads elsewhere is made anew, since
 * whoever moves the repository moves its links too; anything else of that name is left as it is.
 */
export async function linkFolder(target: string, link: string): Promise<void> {
  await mkdir(dirname(link), { recursive: true });
  const leadsTo = await readlink(link).catch(() => undefined);
  if (leadsTo !== undefined) {
    if (relative(leadsTo, target) === '') return;
    await unlink(link);
  }
  await symlink(target, link, process.platform === 'win32' ? 'junction' : 'dir').catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
