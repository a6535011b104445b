import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress } from '../../client/src/cli/progress.ts';

function trial(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const progress = new Progress(
    { isTTY, columns: 40, write: (text: string) => written.push(text) },
    () => time,
  );
  const at = (now: number) => {
    time = now;
  };
  return { progress, written, at };
}

test('progress is shown after a second, not more often than ten times a second, and removed', () => {
  const { progress, written, at } = trial(true);
  for (const now of [0, 500, 999, 1000, 1050, 1100]) {
    at(now);
    progress.show(`at ${now}`);
  }
  progress.clear();
  progress.clear();
  assert.deepEqual(written, ['\rat 1000\u001b[K', '\rat 1100\u001b[K', '\r\u001b[K']);
});

test('where nobody looks, nothing is shown', () => {
  const { progress, written, at } = trial(false);
  at(5000);
  progress.show('at last');
  progress.clear();
  assert.deepEqual(written, []);
});

test('a line fits the terminal even in characters of two columns', () => {
  const { progress, written, at } = trial(true);
  at(2000);
  progress.show('读'.repeat(100));
  assert.equal(written[0], `\r${'读'.repeat(19)}\u001b[K`);
});
