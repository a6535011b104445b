import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { withBundle } from './bundle.ts';
import { statementsInColumns } from './comparison.ts';

/** How fast the command goes through many files. */
export interface FilesResult {
  readonly what: string;
  /** UTF-16 code units in a second by the clock, start of the command and of its threads included; null where it could not run. */
  readonly charactersInSecond: number | null;
}

/** The command as it is shipped, on so many differently worded statements in columns, on one core and on all. */
export async function manyFiles(count: number, length: number): Promise<FilesResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaozhu-bench-'));
  try {
    // A print is longer than its text by line ends and spaces.
    const texts = statementsInColumns(count, Math.round(length / 1.2));
    for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${i}.statement`), text);
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    return await withBundle('client/src/cli/main.ts', async (bundle) =>
      ['lint', 'clean --check'].flatMap((command) =>
        [1, availableParallelism()].map((cores) => {
          const args = [bundle, ...command.split(' '), folder];
          const [program, ...rest] = [
            ...(cores === 1 ? ['taskset', '-c', '0'] : []),
            process.execPath,
            ...args,
          ];
          const started = performance.now();
          const { status } = spawnSync(program!, rest, { stdio: 'ignore' });
          const seconds = (performance.now() - started) / 1000;
          const ran = status === 0 || status === 1;
          return {
            what: `${command}, ${count} files of ${Math.round(characters / count)} characters, ${cores === 1 ? '1 core' : `${cores} cores`}`,
            charactersInSecond: ran ? characters / seconds : null,
          };
        }),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line a result. */
export function filesTable(results: readonly FilesResult[]): string {
  const width = Math.max(...results.map(({ what }) => what.length));
  const rows = results.map(({ what, charactersInSecond: speed }) => {
    const told = speed === null ? 'could not run' : `${(speed / 1e6).toFixed(2)} million characters a second`;
    return `  ${what.padEnd(width)}  ${told}`;
  });
  return `The command on many files\n${rows.join('\n')}\n`;
}
