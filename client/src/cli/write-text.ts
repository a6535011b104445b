import { existsSync, writeFileSync } from 'node:fs';
import { Failure } from './failure.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Puts a text into a file: in the place of what is there in one step, else into a new file.
 * @throws Failure where that cannot be done; what was there is then as it was
 */
export function writeText(file: string, text: string): void {
  try {
    if (existsSync(file)) replaceFile(file, text);
    else writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
    throw new Failure((say) => (denied ? say.mayNotWrite(file) : say.cannotWrite(file, code ?? message)));
  }
}
