import assert from 'node:assert/strict';

/** UTF-16 length of the shorter text. */
const SHORT = 12_500;
/** How many times as long the longer one is. */
const FACTOR = 8;
/** How many times as long it may take: work that grows with the square would take 64 times as long. */
const MOST = 24;
const ATTEMPTS = 6;

/** Processor time in microseconds; a busy machine does not lengthen it as it does the time on a clock. */
function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * Fails where work grows much faster than its text: two lengths are compared within one run, again and again until
 * one comparison is fair. No absolute time is looked at.
 */
export function assertLinear(make: (count: number) => string, work: (text: string) => unknown): void {
  const count = Math.ceil((10 * SHORT) / make(10).length);
  const short = make(count);
  const long = make(FACTOR * count);
  work(short);
  const floor = 1000;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least > MOST; attempt++) {
    least = Math.min(
      least,
      cost(() => work(long)) /
        Math.max(
          floor,
          cost(() => work(short)),
        ),
    );
  }
  assert.ok(
    least <= MOST,
    `${JSON.stringify(make(2))}: ${FACTOR} times the text took ${least.toFixed(1)} times as long`,
  );
}
