import './quick-start.ts';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type Runtime, startServer } from '../server.ts';
import { ReaderThread, type ReaderThreadData } from './reader-thread.ts';
import { nodeFiles } from './workspace-files.ts';

const runtime: Runtime = {
  setImmediate: (callback) => void setImmediate(callback),
  setTimeout(callback, milliseconds) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  // The thread runs this very file, which as built is the whole server.
  files: ({ cacheFolder }) => nodeFiles(import.meta.url, cacheFolder),
};

const usage = `Language server for Chinese diplomatic texts.

Usage: jiaozhu-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME

Editors start it; --stdio is what most of them need.
`;

const argument = process.argv[2];
if (!isMainThread) new ReaderThread(parentPort!, workerData as ReaderThreadData);
else if (argument === '--help' || argument === '-h') process.stdout.write(usage);
else if (argument === undefined || !/^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument)) refuse(usage);
else serve();

function serve(): void {
  try {
    startServer(createConnection(ProposedFeatures.all), runtime);
  } catch (error) {
    refuse(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}

function refuse(why: string): void {
  process.stderr.write(why);
  process.exitCode = 2;
}
