// How often a report that is being counted is shown: as its page can draw it, so that the counting goes on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AwaitedDrawings } from '../../client/src/vscode/reports/awaited-drawings.ts';
import { Pace } from '../../client/src/vscode/reports/pace.ts';

/** A pace by a clock that stands still, with the times at which something is shown, and how long each takes. */
function paced(least: number, takes: (showing: number) => number) {
  let time = 0;
  const shown: number[] = [];
  const pace = new Pace(least, () => time);
  return {
    shown,
    async until(end: number) {
      for (; time < end; time += 10) {
        pace.offer(async () => {
          shown.push(time);
          time += takes(shown.length);
        });
        // What follows on the showing comes before the next offer.
        await Promise.resolve();
        await Promise.resolve();
        await Promise.resolve();
      }
    },
  };
}

test('what is shown at once is shown as often as is asked for', async () => {
  const { shown, until } = paced(100, () => 0);
  await until(500);
  assert.deepEqual(shown, [100, 200, 300, 400]);
});

test('what takes long to show is shown the more rarely: ten times as long goes into other work', async () => {
  const { shown, until } = paced(100, (showing) => (showing === 2 ? 200 : 0));
  await until(3000);
  assert.deepEqual(shown.slice(0, 4), [100, 200, 2400, 2500]);
});

test('nothing is shown while something is still being shown, whether that succeeds or not', async () => {
  let time = 0;
  let fail: (reason: Error) => void = () => undefined;
  let shown = 0;
  const pace = new Pace(0, () => time);
  const show = () => {
    shown += 1;
    return new Promise<void>((_, reject) => {
      fail = reject;
    });
  };
  pace.offer(show);
  time = 1000;
  pace.offer(show);
  assert.equal(shown, 1);
  fail(new Error('no page'));
  await new Promise((resolve) => setImmediate(resolve));
  pace.offer(show);
  assert.equal(shown, 1, 'ten times as long as it took is not over');
  time = 11_000;
  pace.offer(show);
  assert.equal(shown, 2);
});

test('a drawing is awaited until it is drawn, or a later one, or there is no page any more', async () => {
  const drawings = new AwaitedDrawings();
  const drawn: number[] = [];
  for (const version of [1, 2, 3, 4]) void drawings.of(version).then(() => drawn.push(version));
  drawings.drawn(2);
  await Promise.resolve();
  assert.deepEqual(drawn, [1, 2]);
  drawings.drawn();
  await Promise.resolve();
  assert.deepEqual(drawn, [1, 2, 3, 4]);
});
