import { existsSync, mkdirSync, statSync } from 'node:fs';
import { Failure } from '../failure.ts';

/** Makes the folder that is imported into where it is not there. @throws Failure where that cannot be done */
export function makeFolder(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure((say) => say.cannotWriteTo(folder, code ?? message));
  }
  throw new Failure((say) => say.noFolder(folder));
}
