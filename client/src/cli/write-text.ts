import { existsSync, writeFileSync } from 'node:fs';
import { Failure } from './failure.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Puts a text into a file: in the place of what is there in one step, else into a new file.
 * @param mayReplace whether the file is still as it was read, asked at the last moment
 * @throws Failure where that cannot be done; what was there is then as it was
 */
export function writeText(file: string, text: string, mayReplace: () => boolean = () => true): void {
  try {
    if (!existsSync(file)) writeFileSync(file, text, { flag: 'wx' });
    else if (!replaceFile(file, text, mayReplace)) throw new Failure((say) => say.changedMeanwhile(file));
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
    throw new Failure((say) => (denied ? say.mayNotWrite(file) : say.cannotWrite(file, code ?? message)));
  }
}
