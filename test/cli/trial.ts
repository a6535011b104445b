import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { type ExitCode, jiaozhu } from '../../client/src/cli/jiaozhu.ts';

/** What came of running the command. */
export interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  /** The lines on standard error. */
  readonly err: readonly string[];
}

/** A text with several kinds of damage, as the other tests know it. */
export const damaged = [
  '中吉联合声明',
  '',
  '双方就“ 和平”和“ 友好”进行会谈 ，并签署协定。',
  '',
  '——  双方重申恪守《联合国宪章》。',
  '（下转第2版）',
  '',
].join('\n');

/** The text with what is safe mended. */
export const mended = damaged.replaceAll('“ ', '“').replace('谈 ，', '谈，').replace('——  ', '——');

/** Goes to a new folder with these files for the length of a test. */
export function inFolder(test: TestContext, files: Readonly<Record<string, string | Uint8Array>> = {}): void {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'jiaozhu-'));
  process.chdir(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(name, content);
  test.after(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
}

export const read = (name: string): string => readFileSync(name, 'utf8');
export const filesHere = (): string[] => readdirSync('.').sort();

interface Circumstances {
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
  /** Absent: all in one thread. */
  readonly startWorker?: () => Worker;
}

/** Runs the command in this process, with `input` as standard input and nothing in the environment but `env`. */
export async function run(
  args: readonly string[],
  { input = '', env = { LANG: 'en' }, startWorker }: Circumstances = {},
): Promise<Outcome> {
  const out: Buffer[] = [];
  const err: string[] = [];
  const code = await jiaozhu(args, {
    env,
    out: (text) => void out.push(Buffer.from(text)),
    err: (line) => err.push(line),
    input: async () => Buffer.from(input),
    ...(startWorker && { startWorker }),
  });
  return { code, out: Buffer.concat(out).toString(), err };
}

/** The path of a file of the repository. */
export const inRepository = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** A statement as the extraction of a newspaper page leaves it. */
export const newspaperPage = inRepository('samples/中蒙联合声明-newspaper.statement.txt');
/** The real statement, where it is at hand. */
export const realStatement = inRepository('../shared/documents/cn-ru-2024-05-16');
