import assert from 'node:assert/strict';

/** Processor time in ms: the clock would count what else the machine does. */
export function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What else the machine does may disturb a try: one is mostly enough. */
const tries = 3;

/**
 * Fails unless work on a text takes about four times as long where the text is four times as long.
 * @param unit what the text is made of, over and over
 * @param length of the longer text, UTF-16
 * @param costOf ms that the work takes on a text
 */
export function assertLinear(unit: string, length: number, costOf: (text: string) => number): void {
  // Whole units: one mark without its partner might end the work early.
  const textOf = (size: number) => unit.repeat(Math.ceil(size / unit.length));
  const [quarter, whole] = [textOf(length / 4), textOf(length)];
  // Before anything is compiled, the first text takes longer than it should.
  costOf(textOf(Math.min(length / 4, 20_000)));
  let words = '';
  for (let i = 0; i < tries; i++) {
    const [short, long] = [costOf(quarter), costOf(whole)];
    if (isLinear(short, long)) return;
    words = `${JSON.stringify(unit)}: ${short.toFixed(1)} ms for ${quarter.length}, ${long.toFixed(1)} ms for ${whole.length}`;
  }
  assert.fail(words);
}

/** As {@link cost}, of work that waits in between. */
export async function costAsync(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * As {@link assertLinear}, of work on a number of things.
 * @param most the greater number
 * @param costOf ms that the work takes on so many
 */
export async function assertLinearAsync(
  most: number,
  costOf: (count: number) => Promise<number>,
): Promise<void> {
  await costOf(most / 4);
  let words = '';
  for (let i = 0; i < tries; i++) {
    const [short, long] = [await costOf(most / 4), await costOf(most)];
    if (isLinear(short, long)) return;
    words = `${short.toFixed(1)} ms for ${most / 4}, ${long.toFixed(1)} ms for ${most}`;
  }
  assert.fail(words);
}

/** Quadratic work would take sixteen times as much; the constant is what a collection of garbage may cost. */
function isLinear(quarter: number, whole: number): boolean {
  return whole <= 8 * quarter + 60;
}
