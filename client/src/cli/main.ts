import { fstatSync } from 'node:fs';
import { constants } from 'node:os';
import { basename } from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { PrepareTask } from './exchange/prepared-documents.ts';
import type { ThreadTask } from './file-jobs.ts';
import { jiaozhu } from './jiaozhu.ts';
import { languageOf } from './locale.ts';
import { messagesIn } from './messages.ts';
import { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';

const progress = new Progress(process.stderr, () => performance.now());

let outputFailed = false;

const terminal: Terminal = {
  env: process.env,
  program: programOf(process.argv[1] ?? ''),
  out(text) {
    progress.clear();
    process.stdout.write(text);
  },
  err(line) {
    progress.clear();
    process.stderr.write(`${line}\n`);
  },
  outputFailed: () => outputFailed,
  progress: (text) => progress.show(text),
  // This very file, which as built is the whole command.
  startWorker: () => new Worker(new URL(import.meta.url)),
  onInterrupt(clear) {
    const stop = (signal: NodeJS.Signals) => {
      clear();
      progress.clear();
      // As a shell tells it of a program that was stopped by a signal.
      process.exit(128 + constants.signals[signal]);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.once(signal, stop);
    return () => {
      for (const signal of signals) process.off(signal, stop);
    };
  },
  async input(limit) {
    // Node's stream would wait for a directory for ever.
    if (fstatSync(0).isDirectory()) throw Object.assign(new Error('A directory.'), { code: 'EISDIR' });
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > limit) break;
    }
    return Buffer.concat(chunks);
  },
};

/** As it was started: by its own name from the PATH, or by Node with the path of its file. */
function programOf(path: string): readonly string[] {
  return basename(path) === 'jiaozhu'
    ? ['jiaozhu']
    : [process.execPath, path].map((each) => each.replaceAll('\\', '/'));
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Who reads the output has seen enough of it, as `head` has.
  if (error.code === 'EPIPE' || outputFailed) return;
  outputFailed = true;
  const say = messagesIn(languageOf(process.argv.slice(2), process.env));
  terminal.err(`jiaozhu: ${say.outputFailed(error.message)}`);
  process.exitCode = 2;
});
process.stderr.on('error', () => {});

if (isMainThread) {
  // Until it has run it has not run. The code is set and exit() not called, so that output on its way is not cut.
  process.exitCode = 2;
  void jiaozhu(process.argv.slice(2), terminal).then((code) => {
    progress.clear();
    process.exitCode = outputFailed ? 2 : code;
  });
} else {
  parentPort?.on('message', (task: ThreadTask | PrepareTask) => {
    void performed(task).then((result) => parentPort?.postMessage(result));
  });
}

/** Each kind of task is loaded when it is asked for. */
async function performed(task: ThreadTask | PrepareTask): Promise<unknown> {
  if ('job' in task) return (await import('./file-jobs.ts')).performTask(task);
  return (await import('./exchange/prepared-documents.ts')).performPreparation(task);
}
