import { GENUS_WORDS, isBareGenus } from './genus.ts';
import type { Instrument } from './instrument.ts';

/** The part of a registry that finding references needs. */
export interface NamedInstruments {
  readonly byId: ReadonlyMap<string, Instrument>;
  readonly names: ReadonlyMap<string, readonly Instrument[]>;
}

interface TrieNode {
  readonly next: Map<number, TrieNode>;
  /** A name of an instrument ends here. */
  name: boolean;
  /** A genus word ends here. */
  genus: boolean;
}

/** The longest word of the lexicon at a place. */
export interface LexiconMatch {
  readonly end: number;
  readonly what: 'name' | 'genus';
}

const NONE: readonly Instrument[] = Object.freeze([]);

/** Half-width and full-width marks, and both sorts of title marks, count as one. */
const CANONICAL = new Map(
  [...'(（)）:：,，《〈》〉;；'].flatMap((mark, i, all): [number, number][] =>
    i % 2 === 0 ? [[mark.charCodeAt(0), all[i + 1]!.charCodeAt(0)]] : [],
  ),
);

/** A name as the lexicon keeps it, whatever marks it is printed with. */
function canonicalName(name: string): string {
  let canonical = '';
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    canonical += String.fromCharCode(CANONICAL.get(code) ?? code);
  }
  return canonical;
}

const LATIN = /^[\x20-\x7e]+$/;
const SHORTEST_HAN = 4;
const SHORTEST_LATIN = 3;

/** Whether a name is telling enough to be known without 《》. */
function standsAlone(name: string): boolean {
  if (isBareGenus(name)) return false;
  return name.length >= (LATIN.test(name) ? SHORTEST_LATIN : SHORTEST_HAN);
}

const isWordCharacter = (character: string) => /[A-Za-z0-9]/.test(character);

/** The names of a registry and the genus words, in a form that a text can be searched for. */
export class Lexicon {
  readonly byId: ReadonlyMap<string, Instrument>;
  private readonly byName = new Map<string, readonly Instrument[]>();
  private readonly root: TrieNode = { next: new Map(), name: false, genus: false };

  constructor(registry: NamedInstruments) {
    this.byId = registry.byId;
    for (const [name, instruments] of registry.names) {
      const key = canonicalName(name);
      this.byName.set(key, instruments);
      if (standsAlone(key)) this.insert(key).name = true;
    }
    for (const word of GENUS_WORDS) this.insert(word).genus = true;
  }

  private insert(word: string): TrieNode {
    let node = this.root;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: new Map(), name: false, genus: false };
        node.next.set(code, next);
      }
      node = next;
    }
    return node;
  }

  /** The instruments that bear a name, printed with whatever marks. */
  named(name: string): readonly Instrument[] {
    return this.byName.get(canonicalName(name)) ?? NONE;
  }

  /** The longest name at a UTF-16 offset of `text`, else the longest genus word there. */
  longestAt(text: string, at: number): LexiconMatch | undefined {
    let node = this.root.next.get(CANONICAL.get(text.charCodeAt(at)) ?? text.charCodeAt(at));
    if (node === undefined) return undefined;
    let name = 0;
    let genus = 0;
    for (let end = at + 1; ; end++) {
      if (node.name && this.isWhole(text, at, end)) name = end;
      else if (node.genus) genus = end;
      if (end >= text.length) break;
      const code = text.charCodeAt(end);
      const next: TrieNode | undefined = node.next.get(CANONICAL.get(code) ?? code);
      if (next === undefined) break;
      node = next;
    }
    if (name > 0) return { end: name, what: 'name' };
    return genus > 0 ? { end: genus, what: 'genus' } : undefined;
  }

  /** A name in Latin letters or digits must not be part of a longer word: INF in INFO, 2030 in 12030. */
  private isWhole(text: string, start: number, end: number): boolean {
    const joined = (left: number, right: number) =>
      left >= 0 &&
      right < text.length &&
      isWordCharacter(text.charAt(left)) &&
      isWordCharacter(text.charAt(right));
    return !joined(start - 1, start) && !joined(end - 1, end);
  }
}

const lexicons = new WeakMap<NamedInstruments, Lexicon>();

/** The lexicon of a registry, made once. */
export function lexiconOf(registry: NamedInstruments): Lexicon {
  let lexicon = lexicons.get(registry);
  if (lexicon === undefined) {
    lexicon = new Lexicon(registry);
    lexicons.set(registry, lexicon);
  }
  return lexicon;
}
