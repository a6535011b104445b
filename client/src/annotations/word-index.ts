/** Where words stand in a text. Made for asking thousands of times: a plain search reads a long text anew each time. */
export class WordIndex {
  private readonly text: string;
  /** Offsets of the text, those of pairs of units with one hash together, each such group rising. */
  private readonly offsets: Int32Array;
  /** Where each group begins; one more than there are groups. */
  private readonly groups: Int32Array;
  private readonly known = new Map<string, readonly number[]>();
  /** How many places may still be looked at: in a text that repeats itself, any words may stand almost anywhere. */
  private allowance = 20_000_000;

  constructor(text: string) {
    this.text = text;
    const pairs = Math.max(0, text.length - 1);
    this.groups = new Int32Array(groupCount + 1);
    this.offsets = new Int32Array(pairs);
    for (let i = 0; i < pairs; i += 1) this.groups[groupAt(text, i) + 1]! += 1;
    for (let g = 0; g < groupCount; g += 1) this.groups[g + 1]! += this.groups[g]!;
    const next = this.groups.slice();
    for (let i = 0; i < pairs; i += 1) {
      const group = groupAt(text, i);
      this.offsets[next[group]!] = i;
      next[group]! += 1;
    }
  }

  /**
   * Every place where the words stand, overlapping ones too, in order; undefined where finding them all would cost
   * more than is left: some of them would be taken for all. UTF-16.
   */
  occurrences(words: string): readonly number[] | undefined {
    let places = this.known.get(words);
    if (!places) {
      places = words.length < 2 ? this.readThrough(words) : this.lookUp(words);
      if (places) this.known.set(words, places);
    }
    return places;
  }

  private spend(cost: number): boolean {
    if (cost > this.allowance) return false;
    this.allowance -= cost;
    return true;
  }

  private lookUp(words: string): readonly number[] | undefined {
    // By the rarest of the first few pairs.
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i + 1 < words.length && i < 8; i += 1) {
      const group = groupAt(words, i);
      const size = this.groups[group + 1]! - this.groups[group]!;
      if (size < least) {
        least = size;
        best = i;
      }
    }
    // Each place is compared with the words, at worst to their end.
    if (!this.spend(least * (1 + words.length / 64))) return undefined;
    const group = groupAt(words, best);
    const places: number[] = [];
    for (let k = this.groups[group]!; k < this.groups[group + 1]!; k += 1) {
      const start = this.offsets[k]! - best;
      if (start >= 0 && this.text.startsWith(words, start)) places.push(start);
    }
    return places;
  }

  private readThrough(words: string): readonly number[] | undefined {
    const places: number[] = [];
    if (words === '') return places;
    if (!this.spend(this.text.length / 16)) return undefined;
    for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at + 1)) places.push(at);
    return places;
  }
}

const groupCount = 0x10000;

function groupAt(text: string, offset: number): number {
  return Math.imul(text.charCodeAt(offset) * 31 + text.charCodeAt(offset + 1), 0x9e3779b1) >>> 16;
}
