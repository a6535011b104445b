/** Where progress is shown: standard error, if it is a terminal. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What takes less time than this, in milliseconds, shows no progress. */
const patience = 1000;
/** A line that changes more often than this, in milliseconds, nobody can read. */
const pause = 100;

/** One line that tells how far the command is, written over itself and removed at the end. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  readonly #started: number;
  #shownAt: number | null = null;

  /** @param now milliseconds by some clock */
  constructor(stream: ProgressStream, now: () => number) {
    this.#stream = stream;
    this.#now = now;
    this.#started = now();
  }

  /** @param text on one line, of characters that may be two columns wide */
  show(text: string): void {
    const now = this.#now();
    if (this.#stream.isTTY !== true || now - this.#started < patience) return;
    if (this.#shownAt !== null && now - this.#shownAt < pause) return;
    this.#shownAt = now;
    // A line that wraps could not be removed. Some terminals do not know their width.
    const width = this.#stream.columns || 80;
    this.#stream.write(`\r${text.slice(0, Math.max(0, Math.floor(width / 2) - 1))}\u001b[K`);
  }

  /** Removes the line, before anything else is written. */
  clear(): void {
    if (this.#shownAt === null) return;
    this.#shownAt = null;
    this.#stream.write('\r\u001b[K');
  }
}
