/** A name at its place in a text; UTF-16. */
export interface NameFound<T> {
  readonly start: number;
  readonly end: number;
  readonly entry: T;
}

type Named<T> = readonly [name: string, entry: T];

/** Finds the names of a list in texts: at each place the longest, from left to right, none inside another. */
export class NameIndex<T> {
  /** By the first code unit and then the second, the names that begin so, the longest first. */
  readonly #byHead = new Map<number, Map<number, Named<T>[]>>();
  /** By code unit, whether a name begins with it: all text passes here, and most of it is none. */
  readonly #begins = new Uint8Array(0x10000);

  /** @param names of two code units at least, in simplified characters */
  constructor(names: Iterable<Named<T>>) {
    for (const [name, entry] of names) this.add(name, entry);
  }

  add(name: string, entry: T): void {
    const [first, second] = [name.charCodeAt(0), name.charCodeAt(1)];
    const heads = this.#byHead.get(first) ?? new Map<number, Named<T>[]>();
    const same = heads.get(second) ?? [];
    // Of two of one length the first added is meant.
    same.push([name, entry]);
    same.sort(([a], [b]) => b.length - a.length);
    heads.set(second, same);
    this.#byHead.set(first, heads);
    this.#begins[first] = 1;
  }

  /** The longest name that begins at `at`. */
  at(text: string, at: number): NameFound<T> | undefined {
    const first = text.charCodeAt(at);
    // Behind the end of the text there is no code unit, and NaN is the index of nothing.
    if (this.#begins[first] !== 1) return undefined;
    const named = this.#byHead.get(first)?.get(text.charCodeAt(at + 1));
    const found = named?.find(([name]) => text.startsWith(name, at));
    return found && { start: at, end: at + found[0].length, entry: found[1] };
  }

  /** Those of a text, in order of place. Time is linear in the text and the length of the longest name. */
  in(text: string): NameFound<T>[] {
    const all: NameFound<T>[] = [];
    for (let at = 0; at + 1 < text.length; ) {
      const found = this.#begins[text.charCodeAt(at)] === 1 ? this.at(text, at) : undefined;
      if (found === undefined) at++;
      else {
        all.push(found);
        at = found.end;
      }
    }
    return all;
  }
}
