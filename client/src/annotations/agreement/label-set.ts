/**
 * Sets of labels as categories: which labels lie on a character is one judgement, so that a character with two labels
 * has another category than one with either. Adding and removing a label costs the same however many there are.
 */
export class LabelSets {
  /** By the two halves of the hash; text made of both would have to be made for every stretch of characters. */
  readonly #categories = new Map<number, Map<number, number>>([[0, new Map([[0, 0]])]]);
  #count = 1;
  readonly #hashes = new Map<string, readonly [number, number]>();

  /** The empty set; its category is 0. */
  empty(): LabelSet {
    return new LabelSet(this);
  }

  categoryOf(high: number, low: number): number {
    const lows = this.#categories.get(high) ?? new Map<number, number>();
    this.#categories.set(high, lows);
    const known = lows.get(low);
    if (known !== undefined) return known;
    const category = this.#count;
    this.#count += 1;
    lows.set(low, category);
    return category;
  }

  /** 64 bits for each label: sets are equal if these of their members, added without carry, are. */
  hashOf(label: string): readonly [number, number] {
    const known = this.#hashes.get(label);
    if (known) return known;
    const index = this.#hashes.size + 1;
    const hash = [mixed(index), mixed(index ^ 0x5bd1e995)] as const;
    this.#hashes.set(label, hash);
    return hash;
  }
}

/** The labels that one annotator put on a character; one may lie there several times. */
export class LabelSet {
  readonly #sets: LabelSets;
  readonly #times = new Map<string, number>();
  #high = 0;
  #low = 0;
  #category: number | undefined = 0;

  constructor(sets: LabelSets) {
    this.#sets = sets;
  }

  get category(): number {
    this.#category ??= this.#sets.categoryOf(this.#high, this.#low);
    return this.#category;
  }

  add(label: string): void {
    const times = this.#times.get(label) ?? 0;
    this.#times.set(label, times + 1);
    if (times === 0) this.#turn(label);
  }

  remove(label: string): void {
    const times = this.#times.get(label) ?? 0;
    this.#times.set(label, times - 1);
    if (times === 1) this.#turn(label);
  }

  #turn(label: string): void {
    const [high, low] = this.#sets.hashOf(label);
    this.#high ^= high;
    this.#low ^= low;
    this.#category = undefined;
  }
}

/** Source: the finaliser of MurmurHash3 (Appleby), which spreads every bit over 32. */
function mixed(value: number): number {
  let bits = Math.imul(value, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
