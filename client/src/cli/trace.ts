/** The error with the two places that are nearest to it, for one line. */
export function traceOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stack
    .split('\n', 3)
    .map((line) => line.trim())
    .join(' ');
}
