import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from 'vscode-languageserver';
import { IndexProgress } from '../../server/src/session/index-progress.ts';
import type { Runtime } from '../../server/src/session/runtime.ts';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A progress whose client writes down what it shows, and whose time passes when the test says so. */
function shown() {
  const said: string[] = [];
  let cancel = () => {};
  let pass: (() => void) | undefined;
  const reporter = {
    begin: (title: string, _percentage: number, _message: undefined, cancellable: boolean) =>
      said.push(`${title}${cancellable ? ' (cancellable)' : ''}`),
    report: (percentage: number, message: string) => said.push(`${percentage} % ${message}`),
    done: () => said.push('done'),
    token: { onCancellationRequested: (listener: () => void) => (cancel = listener) },
  };
  const connection = { window: { createWorkDoneProgress: async () => reporter } } as unknown as Connection;
  const runtime = {
    setTimeout(callback: () => void) {
      pass = callback;
      return () => (pass = undefined);
    },
  } as unknown as Runtime;
  const progress = new IndexProgress(connection, runtime);
  return { said, progress, later: () => pass?.(), cancel: () => cancel() };
}

const work = (done: number, left: number, cancel = () => {}) => ({ isAtWork: left > 0, done, left, cancel });

test('work that is done soon is not told of', async () => {
  const { said, progress, later } = shown();
  progress.tell(work(0, 10));
  progress.tell(work(10, 0));
  later();
  await settled();
  assert.deepEqual(said, []);
});

test('tells how far long work is, never going back, and can be cancelled', async () => {
  const { said, progress, later, cancel } = shown();
  let cancelled = false;
  progress.tell(
    work(0, 10, () => {
      cancelled = true;
    }),
  );
  later();
  await settled();
  progress.tell(work(5, 5));
  progress.tell(work(5, 15));
  progress.tell(work(15, 5));
  cancel();
  progress.tell(work(20, 0));
  assert.ok(cancelled);
  assert.deepEqual(said, [
    'Reading the statements of the workspace (cancellable)',
    '50 % 5 of 10',
    '75 % 15 of 20',
    'done',
  ]);
});

test('a client that answers when all is done is told nothing', async () => {
  const { said, progress, later } = shown();
  progress.tell(work(0, 10));
  later();
  progress.tell(work(10, 0));
  await settled();
  assert.deepEqual(said, []);
});
