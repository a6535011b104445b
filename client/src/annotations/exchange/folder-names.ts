import { keyOf, safePath, withoutEnding } from './document-names.ts';

/** The names of the documents in a folder, and how they are known again. */
export class FolderNames {
  readonly #names = new Set<string>();
  readonly #byKey = new Map<string, string[]>();
  readonly #byStem = new Map<string, string[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name);
  }

  get isEmpty(): boolean {
    return this.#names.size === 0;
  }

  add(name: string): void {
    if (name.startsWith('.') || this.#names.has(name)) return;
    this.#names.add(name);
    // As it goes out where not every system can have it: see safePath.
    const key = keyOf(safePath(name));
    put(this.#byKey, key, name);
    if (isTextName(name)) put(this.#byStem, withoutEnding(key), name);
  }

  /** The file of that name, else the only one that a file system may take for it. */
  named(name: string): string | undefined {
    return this.#names.has(name) ? name : only(this.#byKey.get(keyOf(safePath(name))));
  }

  /** Whether there is a file that some system may take for it. */
  hasAlike(name: string): boolean {
    return this.#byKey.has(keyOf(safePath(name)));
  }

  /** The only document of that name whatever its ending. */
  ofStem(name: string): string | undefined {
    return only(this.#byStem.get(stemOf(name)));
  }

  hasStem(name: string): boolean {
    return this.#byStem.has(stemOf(name));
  }
}

/** Whether it has an ending of documents of ours. */
export function isTextName(path: string): boolean {
  return /\.(?:txt|statement|text)$/i.test(path);
}

function stemOf(name: string): string {
  return withoutEnding(keyOf(safePath(name)));
}

function put(map: Map<string, string[]>, key: string, name: string): void {
  const there = map.get(key);
  if (there) there.push(name);
  else map.set(key, [name]);
}

function only(names: readonly string[] | undefined): string | undefined {
  return names?.length === 1 ? names[0] : undefined;
}
