/**
 * Runs a long step and shows that it is alive: what it does and how long it usually takes, then the time that
 * has passed. On a terminal one line is rewritten; elsewhere a line is added every ten seconds.
 *
 * @template T
 * @param {string} what the step, as a person would say it: "Installing the packages"
 * @param {string} usually how long it usually takes: "about 10 s"
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function withProgress(what, usually, step) {
  const started = Date.now();
  const elapsed = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const terminal = process.stdout.isTTY === true && !process.env.CI;
  const line = `${what} (usually ${usually})`;
  if (!terminal) console.log(`${line} …`);
  const beat = setInterval(
    () => {
      // A line that wraps could not be rewritten.
      const width = (process.stdout.columns || 80) - 12;
      if (terminal) process.stdout.write(`\r\u001b[2K${line.slice(0, width)} … ${elapsed()}`);
      else console.log(`  … ${elapsed()} so far`);
    },
    terminal ? 200 : 10_000,
  );
  try {
    const result = await step();
    if (terminal) process.stdout.write('\r\u001b[2K');
    console.log(`✓ ${what}: ${elapsed()}`);
    return result;
  } catch (error) {
    if (terminal) process.stdout.write('\r\u001b[2K');
    console.log(`✗ ${what}: failed after ${elapsed()}`);
    throw error;
  } finally {
    clearInterval(beat);
  }
}
