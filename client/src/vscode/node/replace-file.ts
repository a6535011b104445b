import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type * as vscode from 'vscode';
import type { Replacement } from '../runtime.ts';
import { whileLocked } from './file-lock.ts';

/**
 * Writes beside the file, waits until the disk has it, and renames: at no moment is there half a file. A link stays a
 * link: what it leads to is replaced. A file that may not be written is left alone. Only for `file:`.
 * @param expected what must be in the file, or null where there must be none; else it is left alone. Absent: whatever
 */
export async function replaceFile(
  uri: vscode.Uri,
  content: Uint8Array,
  expected?: Uint8Array | null,
): Promise<Replacement> {
  if (uri.scheme !== 'file') return 'not-here';
  const path = await target(uri.fsPath);
  if (expected === undefined) {
    await replace(path, content, async () => true);
    return 'replaced';
  }
  const asExpected = async () => same(await readIf(path), expected);
  // Windows of ours wait for each other. Of another program's writing one can only be told until just before.
  return whileLocked(path, async () =>
    (await asExpected()) && (await replace(path, content, asExpected)) ? 'replaced' : 'changed',
  );
}

/** Where links lead in the end; the path itself where nothing is there, or a link leads nowhere yet. */
async function target(path: string): Promise<string> {
  let to = path;
  for (let links = 0; links < mostLinks; links++) {
    const next = await readlink(to).catch(() => undefined);
    if (next === undefined) return to;
    to = resolve(await realpath(dirname(to)), next);
  }
  throw new Error(`${path} is a link that leads in a ring.`);
}

/** As many as Linux follows. */
const mostLinks = 40;

/** @param mayReplace is asked at the last moment */
async function replace(
  path: string,
  content: Uint8Array,
  mayReplace: () => Promise<boolean>,
): Promise<boolean> {
  // Who may write to the folder could rename over a file that is not to be written.
  await access(path, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await clearAway(path);
  const fresh = `${freshStart(path)}${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(fresh, 'wx');
    try {
      // A file that others could not read must not become readable by being replaced.
      const mode = await stat(path).then(
        ({ mode }) => mode & 0o777,
        () => undefined,
      );
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    if (await mayReplace()) {
      await rename(fresh, path);
      return true;
    }
    await rm(fresh, { force: true });
    return false;
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/** What the path of the file begins with that is written first: a file system may take no longer names than `path` has. */
function freshStart(path: string): string {
  const name = Buffer.from(basename(path));
  if (name.length <= longestName) return `${path}.`;
  // As a text that is cut within a character has it, which is then left out.
  const cut = name.toString('utf8', 0, longestName).replace(/\ufffd$/, '');
  return join(dirname(path), `${cut}.`);
}

/** In bytes: of the 255 that most file systems allow, without `.`, eight digits and `.tmp`. */
const longestName = 255 - 13;

const cleared = new Set<string>();
/** A file that is being written is younger than this, in milliseconds. */
const abandoned = 60_000;

/** Removes what a process that was killed has left beside the file; once, since reading a folder takes time. */
async function clearAway(path: string): Promise<void> {
  if (cleared.has(path)) return;
  cleared.add(path);
  const folder = dirname(path);
  const start = basename(freshStart(path));
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(start) || !/^[0-9a-f]+\.tmp$/.test(name.slice(start.length))) continue;
    const left = join(folder, name);
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > abandoned) await rm(left, { force: true }).catch(() => undefined);
  }
}

async function readIf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function same(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}
