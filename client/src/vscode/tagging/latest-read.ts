/**
 * Which reading of a file is the latest. Two that overlap may end in either order, and what the earlier one found must
 * not count after the later one.
 */
export class LatestRead {
  readonly #begun = new Map<string, number>();

  /** Begins a reading; what it returns tells whether no other has begun since. */
  begin(file: string): () => boolean {
    const reading = (this.#begun.get(file) ?? 0) + 1;
    this.#begun.set(file, reading);
    return () => this.#begun.get(file) === reading;
  }
}
