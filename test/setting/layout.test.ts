import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureReadings, type Reading, table, total, wrongPerThousand } from './readings.ts';

/*
 * How well the line breaks of set pages are read. The seeds here are for the report alone: costs and thresholds are
 * fitted on seeds below 100,000 (`fit.ts`, `curve.ts`), and nothing was ever chosen by looking at these.
 */
const readings = measureReadings(100_000, 3);
console.log(table(readings));

const usual = ({ band }: Reading): boolean => band.from >= 12 && band.to <= 40;
const wrong = (trace: Reading['trace']): number =>
  wrongPerThousand(total(readings, (reading) => usual(reading) && reading.trace === trace));

/** What is wanted, in wrong breaks per 1,000 paragraphs, and what is reached and must not be lost. */
const aims = [
  { trace: 'printed', wanted: 2, reached: 2 },
  { trace: 'trace', wanted: 2, reached: 14 },
  { trace: 'none', wanted: 20, reached: 42 },
] as const;

for (const { trace, wanted, reached } of aims) {
  test(`set at 12–40 em, indent ${trace}: at most ${reached} wrong breaks in 1,000 paragraphs (wanted: ${wanted})`, () => {
    const now = wrong(trace);
    console.log(`indent ${trace}: ${now.toFixed(2)} (wanted: ${wanted})`);
    assert.ok(now <= reached, `${now.toFixed(2)} in 1,000`);
  });
}

test('next to no paragraph is joined to another unseen', () => {
  const { wrongSafeJoins, safeJoins, paragraphs } = total(readings, () => true);
  console.log(`${wrongSafeJoins} of ${safeJoins} safe joins are wrong, with ${paragraphs} paragraphs`);
  assert.ok(wrongSafeJoins <= paragraphs / 500);
});
