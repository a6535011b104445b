/** So much more time goes into other work than into showing. */
const rather = 10;

/**
 * Shows something that changes, now and then: never while it is still being shown, and the more rarely the longer that
 * takes, so that what is shown does not hold up what it is shown of.
 */
export class Pace {
  readonly #least: number;
  readonly #now: () => number;
  #showing = false;
  #next: number;

  /**
   * @param least the shortest time between two showings, in milliseconds
   * @param now a clock in milliseconds
   */
  constructor(least: number, now: () => number = Date.now) {
    this.#least = least;
    this.#now = now;
    this.#next = now() + least;
  }

  /** Shows it if it is time. What goes wrong is met again when all is shown at last. */
  offer(show: () => Promise<void>): void {
    const start = this.#now();
    if (this.#showing || start < this.#next) return;
    this.#showing = true;
    const done = () => {
      this.#showing = false;
      this.#next = this.#now() + Math.max(this.#least, rather * (this.#now() - start));
    };
    show().then(done, done);
  }
}
