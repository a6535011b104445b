/** Who waits for the page to draw a report, by the version of the report. */
export class AwaitedDrawings {
  readonly #waiting = new Map<number, () => void>();

  /** Resolves when that version, or a later one, is drawn, or nothing will be. */
  of(version: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.set(version, resolve);
    });
  }

  /** @param version the newest that is drawn; absent: there is no page that draws */
  drawn(version = Number.POSITIVE_INFINITY): void {
    for (const [each, resolve] of [...this.#waiting]) {
      if (each > version) continue;
      this.#waiting.delete(each);
      resolve();
    }
  }
}
