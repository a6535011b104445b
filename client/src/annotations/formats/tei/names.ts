import { guidIn } from '../refi/guid.ts';

/** Ids of XML (NCName) for things that are called otherwise; the same one for the same thing. */
export class TeiIds {
  readonly #ids = new Map<string, string>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  of(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = `${this.#prefix}${guidIn(name) ?? this.#ids.size + 1}`;
    this.#ids.set(name, id);
    return id;
  }

  get names(): Iterable<readonly [name: string, id: string]> {
    return this.#ids;
  }
}

/** One word, as TEI has the values of types (teidata.enumerated): white space is `_`. */
export function teiWord(text: string): string {
  return text.replace(/\s+/g, '_').replace(/\p{C}/gu, '') || '_';
}

/** A name of XML, as features have them (teidata.name). */
export function teiName(text: string): string {
  const name = text.replace(/[^\p{L}\p{N}_.-]/gu, '_');
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
}
