import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.ts';
import type { Messages } from './messages.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-text.ts';

/** Which files Git is to merge with the driver, as `.gitattributes` says it. */
export const attributesLine = '*.annotations.json merge=jiaozhu';

/**
 * Makes Git merge files of tags with this command, in the repository of the current folder: the driver in its
 * configuration, and the files in `.gitattributes`. Returns what was done, a line each.
 * @throws Failure where there is no Git or no repository, or something cannot be written
 */
export function installDriver({ program }: Pick<Terminal, 'program'>, say: Messages): string[] {
  const top = git(['rev-parse', '--show-toplevel']);
  const driver = `${(program ?? ['jiaozhu']).map(quoted).join(' ')} merge %O %A %B --document %P`;
  git(['config', 'merge.jiaozhu.name', 'Jiaozhu: tags, merged by id']);
  git(['config', 'merge.jiaozhu.driver', driver]);
  const file = join(top, '.gitattributes');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const isThere = before.split(/\r?\n/).some((line) => line.trim().replace(/\s+/g, ' ') === attributesLine);
  if (!isThere) {
    const gap = before === '' || before.endsWith('\n') ? '' : '\n';
    writeText(file, `${before}${gap}${attributesLine}\n`);
  }
  return [say.driverInstalled(driver), isThere ? say.attributesThere(file) : say.attributesWritten(file)];
}

function git(args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, { encoding: 'utf8' });
  if (error)
    throw new Failure((say) => say.gitFailed((error as NodeJS.ErrnoException).code ?? error.message));
  if (status !== 0) throw new Failure((say) => say.gitFailed(stderr.trim()));
  return stdout.trim();
}

/** A word as the shell that Git uses on every system takes it. */
function quoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
