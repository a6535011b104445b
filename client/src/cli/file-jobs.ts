import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { CleanedFile } from './clean-file.ts';
import type { CleanCommand, LintCommand } from './command-line.ts';
import { Failure } from './failure.ts';
import type { LintedFile } from './lint-file.ts';
import { type Language, type Messages, messagesIn } from './messages.ts';
import { type Terminal, visible } from './terminal.ts';
import { traceOf } from './trace.ts';

/** What is done to each of many files; it can be sent to a thread. */
export type FileJob = ({ readonly do: 'clean' } & CleanCommand) | ({ readonly do: 'lint' } & LintCommand);

/** What came of it for one file; it can be sent back. */
export interface FileResult {
  readonly file: string;
  /** Lines for standard error, in their order; what could not be done among them. */
  readonly err: readonly string[];
  /** Why nothing could be done, in a sentence. */
  readonly complaint?: string;
  readonly cleaned?: CleanedFile;
  readonly linted?: LintedFile;
}

/** The words between the command and its threads. */
export interface ThreadTask {
  readonly job: FileJob;
  readonly language: Language;
  readonly file: string;
}

/** Does the job on one file. Never throws. */
export async function performJob(
  job: FileJob,
  file: string,
  input: Terminal['input'],
  say: Messages,
): Promise<FileResult> {
  const err: string[] = [];
  const terminal: Terminal = { env: {}, out() {}, err: (line) => err.push(line), input };
  try {
    if (job.do === 'clean') {
      const { cleanFile } = await import('./clean-file.ts');
      return { file, err, cleaned: await cleanFile(file, job, terminal, say) };
    }
    const { lintFile } = await import('./lint-file.ts');
    return { file, err, linted: await lintFile(file, job, terminal, say) };
  } catch (error) {
    const complaint = visible(error instanceof Failure ? error.tell(say) : say.internalError(traceOf(error)));
    return { file, err: [...err, `jiaozhu: ${complaint}`], complaint };
  }
}

/** A thread takes a second of its own until its code is compiled: for less than this, one is as fast as two. */
const worthThreads = { files: 8, bytes: 4_000_000 };

/**
 * Does a job on all files, with as many threads as there are cores where that is worth their start.
 * @param take hears each result, in the order of the files
 */
export async function performJobs(
  job: FileJob,
  files: readonly string[],
  terminal: Terminal,
  say: Messages,
  take: (result: FileResult) => void,
): Promise<void> {
  const count = threadsFor(files, terminal);
  const waiting = new Map<string, FileResult>();
  let taken = 0;
  let done = 0;
  const give = (result: FileResult) => {
    waiting.set(result.file, result);
    done += 1;
    for (let next = waiting.get(files[taken]!); next; next = waiting.get(files[taken]!)) {
      waiting.delete(next.file);
      taken += 1;
      take(next);
    }
    terminal.progress?.(say.progress(job.do, done, files.length));
  };
  const queue = files.filter((file) => count === 0 || file !== '-').reverse();
  if (count > 0) {
    await Promise.all(
      Array.from({ length: count }, () => runThread(job, queue, terminal.startWorker!(), say, give)),
    );
    if (files.includes('-')) give(await performJob(job, '-', terminal.input, say));
  }
  // All of them, or what threads left that came to an end.
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    give(await performJob(job, file, terminal.input, say));
  }
}

function threadsFor(files: readonly string[], { startWorker }: Terminal): number {
  const cores = availableParallelism();
  if (!startWorker || cores < 2 || files.length < worthThreads.files) return 0;
  let bytes = 0;
  for (const file of files) {
    bytes += file === '-' ? 0 : sizeOf(file);
    if (bytes >= worthThreads.bytes) return Math.min(cores, files.length);
  }
  return 0;
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** Gives a thread one file after the other from the end of the queue, until there is none or the thread ends. */
function runThread(
  job: FileJob,
  queue: string[],
  worker: Worker,
  say: Messages,
  give: (result: FileResult) => void,
): Promise<void> {
  return new Promise((resolve) => {
    let file: string | undefined;
    const next = () => {
      file = queue.pop();
      if (file === undefined) void worker.terminate();
      else worker.postMessage({ job, language: say.language, file } satisfies ThreadTask);
    };
    worker.on('message', (result: FileResult) => {
      file = undefined;
      give(result);
      next();
    });
    worker.on('error', (error) => {
      if (file === undefined) return;
      const complaint = say.internalError(traceOf(error));
      give({ file, err: [`jiaozhu: ${complaint}`], complaint });
      file = undefined;
    });
    worker.on('exit', () => resolve());
    next();
  });
}

/** A thread's side: does the jobs that come, one at a time. */
export async function performTask({ job, language, file }: ThreadTask): Promise<FileResult> {
  const noInput = async () => new Uint8Array();
  return performJob(job, file, noInput, messagesIn(language));
}
