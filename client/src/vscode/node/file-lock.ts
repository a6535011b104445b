import { createHash } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How old a lock may be, in milliseconds; writing takes a few. */
const longest = 5000;

/**
 * Does something while no other process of the same user on this machine that asks for the same path does anything.
 * The lock of a process that has died counts for nothing, nor does one that is old: its process may have been stopped,
 * or another may have its number now. It lies in the system's folder for such files, not beside the path, where people
 * would see it come and go; other programs know nothing of it.
 * @throws where there can be no lock, or what is done throws
 */
export async function whileLocked<T>(path: string, action: () => Promise<T>): Promise<T> {
  // The folder may be one where nobody can remove what is another's.
  const name = createHash('sha256').update(`${process.getuid?.()} ${path}`).digest('hex').slice(0, 32);
  const lock = join(tmpdir(), `jiaozhu-${name}.lock`);
  await take(lock);
  try {
    return await action();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<void> {
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = await readFile(lock, 'utf8').catch(() => '');
    const age = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > longest || (owner !== '' && !isAlive(Number(owner)))) await breakLock(lock, owner);
    else await wait(2 + Math.random() * 8);
  }
}

/** Takes a dead process's lock away; one that somebody living has put there meanwhile is put back. */
async function breakLock(lock: string, owner: string): Promise<void> {
  const aside = `${lock}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    await rename(lock, aside);
    if ((await readFile(aside, 'utf8')) !== owner) await link(aside, lock);
  } catch {
    // Somebody else was faster.
  }
  await rm(aside, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
