/** How many looks there are to tell overlapping tags apart; deeper ones share the last. */
export const levelCount = 4;

/**
 * Gives each range a level, so that no two that share a character look the same, as far as the levels reach.
 * The ranges must come in order of place, what holds before what is held; so an outer tag has the lower level.
 */
export class Levels {
  /** Where the last range of each level ends. */
  readonly #ends = new Array<number>(levelCount).fill(0);

  /** The level of the next range; both offsets of one text, whichever. */
  of(start: number, end: number): number {
    const ends = this.#ends;
    let level = 0;
    while (level < levelCount - 1 && ends[level]! > start) level += 1;
    if (ends[level]! < end) ends[level] = end;
    return level;
  }
}
