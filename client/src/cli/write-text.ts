import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';
import { replaceFile, syncFolder } from './replace-file.ts';

/**
 * Puts a text into a file: in the place of what is there in one step, else into a new file.
 * @param mayReplace whether the file is still as it was read, asked at the last moment
 * @throws Failure where that cannot be done; what was there is then as it was
 */
export function writeText(file: string, text: string, mayReplace: () => boolean = () => true): void {
  try {
    if (!existsSync(file)) createFile(file, text);
    else if (!replaceFile(file, text, mayReplace)) throw new Failure((say) => say.changedMeanwhile(file));
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
    throw new Failure((say) => (denied ? say.mayNotWrite(file) : say.cannotWrite(file, code ?? message)));
  }
}

/** Makes a file that is whole from the moment that it is there. @throws the system's error, so where it is there by now */
function createFile(file: string, text: string): void {
  const fresh = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  const descriptor = openSync(fresh, 'wx');
  try {
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    giveName(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
  syncFolder(dirname(file));
}

/** A link is refused where a file of that name is, which a new name is not; some file systems have no links. */
function giveName(fresh: string, file: string): void {
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(file)) throw error;
    renameSync(fresh, file);
  }
}
