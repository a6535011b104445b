import assert from 'node:assert/strict';

/** Twice the text may take this many times as long: far from 2, since machines are noisy, and far from 4 × noise. */
const MOST = 6;
/** UTF-16 length of the shorter text. */
const SHORT = 25_000;

function fastest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = process.hrtime.bigint();
    run();
    best = Math.min(best, Number(process.hrtime.bigint() - start));
  }
  return best;
}

/**
 * Fails where work grows much faster than its text: four times the text, compared within one run, may take four
 * times `MOST` / 2 as long. No absolute time is looked at.
 */
export function assertLinear(make: (count: number) => string, work: (text: string) => unknown): void {
  const count = Math.ceil((10 * SHORT) / make(10).length);
  const small = make(count);
  const large = make(4 * count);
  work(small);
  const floor = 1_000_000;
  const ratio =
    fastest(() => work(large)) /
    Math.max(
      floor,
      fastest(() => work(small)),
    );
  assert.ok(
    ratio < 2 * MOST,
    `${JSON.stringify(make(2))}: four times the text took ${ratio.toFixed(1)} times as long`,
  );
}
