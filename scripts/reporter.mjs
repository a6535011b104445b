/**
 * A reporter for Node's test runner that writes the sums of a run as one line of JSON.
 *
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* sums(events) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    // Each file has a summary of its own as well; the one without a file is the sum of all.
    if (type !== 'test:summary' || data.file !== undefined) continue;
    const { passed, failed, cancelled, skipped, todo } = data.counts;
    counts = { passed, failed: failed + cancelled, skipped: skipped + todo };
  }
  yield `${JSON.stringify(counts)}\n`;
}
