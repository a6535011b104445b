/**
 * Long work cut into steps of at most about a millisecond: whoever runs it may do something else after each,
 * or drop the rest. What it returns does not depend on when it is run.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all that is left, at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
