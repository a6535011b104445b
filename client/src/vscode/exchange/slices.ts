/** How long the editor's host is kept at a time, in milliseconds. */
const longest = 20;

/** Lets others have their turn, now and then. */
export class Slices {
  #since = Date.now();

  /** To be awaited between two pieces of work. */
  async pause(): Promise<void> {
    if (Date.now() - this.#since < longest) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#since = Date.now();
  }
}
