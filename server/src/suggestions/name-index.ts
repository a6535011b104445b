/** A name at its place in a text; UTF-16. */
export interface NameFound<T> {
  readonly start: number;
  readonly end: number;
  readonly entry: T;
}

/** Finds the names of a list in texts: at each place the longest, from left to right, none inside another. */
export class NameIndex<T> {
  /** By the first two code units, the names that begin so, the longest first. */
  readonly #byHead = new Map<number, [name: string, entry: T][]>();

  /** @param names of two code units at least, in simplified characters */
  constructor(names: Iterable<readonly [name: string, entry: T]>) {
    for (const [name, entry] of names) this.add(name, entry);
  }

  add(name: string, entry: T): void {
    const head = headAt(name, 0);
    const same = this.#byHead.get(head) ?? [];
    // Of two of one length the first added is meant.
    same.push([name, entry]);
    same.sort(([a], [b]) => b.length - a.length);
    this.#byHead.set(head, same);
  }

  /** The longest name that begins at `at`. */
  at(text: string, at: number): NameFound<T> | undefined {
    const named = this.#byHead.get(headAt(text, at));
    const found = named?.find(([name]) => text.startsWith(name, at));
    return found && { start: at, end: at + found[0].length, entry: found[1] };
  }

  /** Those of a text, in order of place. Time is linear in the text and the length of the longest name. */
  in(text: string): NameFound<T>[] {
    const all: NameFound<T>[] = [];
    for (let at = 0; at + 1 < text.length; ) {
      const found = this.at(text, at);
      if (found === undefined) at++;
      else {
        all.push(found);
        at = found.end;
      }
    }
    return all;
  }
}

function headAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
