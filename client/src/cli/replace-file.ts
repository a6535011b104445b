import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';
import { fileStamp, type Source } from './source.ts';

/**
 * Puts another text in the place of a source's: at no moment is there half a file.
 * @param bytes the whole file
 * @throws Failure where it is no regular file, cannot be written, or was changed since it was read; the file is then as it was
 */
export function replaceSource({ name, stamp }: Pick<Source, 'name' | 'stamp'>, bytes: Uint8Array): void {
  try {
    const stats = statSync(name, { bigint: true });
    if (stamp === undefined || !stats.isFile()) throw new Failure((say) => say.notWritable(name));
    const isAsRead = () => stamp === fileStamp(statSync(name, { bigint: true }));
    if (!isAsRead() || !replaceFile(name, bytes, isAsRead)) {
      throw new Failure((say) => say.changedMeanwhile(name));
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
    throw new Failure((say) => (denied ? say.mayNotWrite(name) : say.cannotWrite(name, code ?? message)));
  }
}

/**
 * Writes beside the file, waits until the disk has it, and renames. The file must be there; it keeps its mode, and
 * a link stays a link: what it leads to is replaced.
 * @param mayReplace is asked when all is ready for it; what another program does behind that is written over
 * @returns whether it was replaced
 */
export function replaceFile(
  name: string,
  content: string | Uint8Array,
  mayReplace: () => boolean = () => true,
): boolean {
  // The native one, since `..` behind a link is where the system says.
  const path = realpathSync.native(name);
  // Who may write to the folder could rename over a file that is not to be written.
  accessSync(path, constants.W_OK);
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error(`${path} is not a regular file.`);
  // One that was left when a run was killed must not be in the way.
  const fresh = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  const file = openSync(fresh, 'wx', 0o600);
  try {
    try {
      keepOwner(file, stats);
      fchmodSync(file, stats.mode & 0o7777);
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!mayReplace()) {
      rmSync(fresh, { force: true });
      return false;
    }
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
  return true;
}

/** Where an administrator cleans another's file, it stays the other's. */
function keepOwner(file: number, { uid, gid }: Stats): void {
  if (process.getuid?.() !== 0 && process.getgid?.() === gid) return;
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Not allowed, or not known to the file system: then whoever writes it owns it.
  }
}

/** The new name is on the disk only when the folder is; some systems cannot do that, and need not. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows opens no folders.
  }
}
