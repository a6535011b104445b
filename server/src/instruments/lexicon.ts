import { canonicalText } from './canonical-text.ts';
import { GENUS_WORDS, isBareGenus, keyOf } from './genus.ts';
import type { Instrument } from './instrument.ts';
import { LightNames } from './light-names.ts';
import { resolutionKey } from './resolution-number.ts';

/** The part of a registry that finding references needs. */
export interface NamedInstruments {
  readonly byId: ReadonlyMap<string, Instrument>;
  readonly names: ReadonlyMap<string, readonly Instrument[]>;
}

/** The longest word of the lexicon at a place. */
export interface LexiconMatch {
  /** UTF-16 offset after it. */
  readonly end: number;
  readonly what: 'name' | 'genus';
}

interface Word {
  readonly text: string;
  readonly what: LexiconMatch['what'];
}

const NONE: readonly Instrument[] = Object.freeze([]);
const LATIN = /^[\x20-\x7e]+$/;
const SHORTEST_HAN = 4;
const SHORTEST_LATIN = 3;
/** No genus word is as long. */
const LONG = 7;

/** Whether a name is telling enough to be known without 《》. */
function standsAlone(name: string): boolean {
  if (name.length >= LONG) return true;
  if (isBareGenus(name)) return false;
  return name.length >= (LATIN.test(name) ? SHORTEST_LATIN : SHORTEST_HAN);
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** A name in Latin letters or digits must not be part of a longer word: INF in INFO, 2030 in 12030. */
function isWhole(text: string, start: number, end: number): boolean {
  const joined = (right: number) =>
    right > 0 &&
    right < text.length &&
    isWordCharacter(text.charCodeAt(right)) &&
    isWordCharacter(text.charCodeAt(right - 1));
  return !joined(start) && !joined(end);
}

/** Two UTF-16 code units as one key. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/**
 * The names of a registry and the genus words, in a form that a text can be searched for: by their first two
 * characters, sorted. A text is searched in time linear in its length; the factor is the length of the longest name at
 * worst, and near one for any real text.
 */
export class Lexicon {
  readonly byId: ReadonlyMap<string, Instrument>;
  private readonly byName = new Map<string, readonly Instrument[]>();
  private lightNames: LightNames | undefined;
  /** By body and number, and by number alone. */
  private readonly byNumber = new Map<string, readonly Instrument[]>();
  private readonly byStart = new Map<number, Word[]>();
  private readonly fullTitles = new Map<Instrument, readonly string[]>();
  /** 1 where a word of the lexicon begins with the code unit. */
  private readonly firsts = new Uint8Array(0x10000);

  constructor(registry: NamedInstruments) {
    this.byId = registry.byId;
    for (const [name, instruments] of registry.names) {
      const key = canonicalText(name);
      const known = this.byName.get(key);
      this.byName.set(key, known === undefined ? instruments : [...new Set([...known, ...instruments])]);
      if (known === undefined && standsAlone(key)) this.insert({ text: key, what: 'name' });
      this.enterResolution(key, instruments);
    }
    for (const text of GENUS_WORDS) this.insert({ text, what: 'genus' });
    for (const words of this.byStart.values())
      words.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  }

  private insert(word: Word): void {
    const key = pairAt(word.text, 0);
    const words = this.byStart.get(key);
    if (words === undefined) this.byStart.set(key, [word]);
    else words.push(word);
    this.firsts[word.text.charCodeAt(0)] = 1;
  }

  /** The instruments that bear a name, printed in whatever script and marks. */
  named(name: string): readonly Instrument[] {
    return this.byName.get(canonicalText(name)) ?? NONE;
  }

  /** The one that a title means which is no name of the registry, but differs from one in light words. */
  nearlyNamed(title: string): readonly Instrument[] {
    this.lightNames ??= new LightNames(this.byName);
    return this.lightNames.meant(title);
  }

  /**
   * The resolutions of a body and a number, or of a number alone, however the registry prints them: see
   * `NumberedResolution.key`.
   */
  resolutions(key: string): readonly Instrument[] {
    return this.byNumber.get(key) ?? NONE;
  }

  private enterResolution(name: string, instruments: readonly Instrument[]): void {
    const key = resolutionKey(name);
    if (key === undefined) return;
    for (const each of new Set([key, key.slice(key.indexOf('第'))])) {
      this.byNumber.set(each, [...new Set([...(this.byNumber.get(each) ?? []), ...instruments])]);
    }
  }

  /** Whether a key is that of the instrument's full title, as it is on the mainland or elsewhere. */
  isFullTitle(instrument: Instrument, key: string): boolean {
    let keys = this.fullTitles.get(instrument);
    if (keys === undefined) {
      const { zh, zhHant } = instrument.names;
      keys = zhHant === undefined ? [keyOf(zh)] : [keyOf(zh), keyOf(zhHant)];
      this.fullTitles.set(instrument, keys);
    }
    return keys.includes(key);
  }

  /** The first UTF-16 offset from `at` on where a word of the lexicon may begin; `to` where there is none before it. */
  nextStart(canonical: string, at: number, to: number): number {
    let next = at;
    while (next < to && this.firsts[canonical.charCodeAt(next)] !== 1) next++;
    return next;
  }

  /** The longest word at a UTF-16 offset of a text with canonical marks; a name rather than a genus word. */
  longestAt(canonical: string, at: number): LexiconMatch | undefined {
    const words = this.byStart.get(pairAt(canonical, at));
    if (words === undefined) return undefined;
    let genus: LexiconMatch | undefined;
    let name: LexiconMatch | undefined;
    let from = 0;
    let to = words.length;
    // Of the words that agree with the text so far, those that go on as it does: however many there are, they are
    // found by halving.
    for (let length = 2; from < to; length++) {
      const end = at + length;
      for (; from < to && words[from]!.text.length === length; from++) {
        const { what } = words[from]!;
        if (what === 'genus') genus = { end, what };
        else if (isWhole(canonical, at, end)) name = { end, what };
      }
      if (end >= canonical.length) break;
      const code = canonical.charCodeAt(end);
      from = firstFrom(words, from, to, length, code);
      to = firstFrom(words, from, to, length, code + 1);
    }
    return name ?? genus;
  }
}

/** The first of some sorted words, alike up to an offset and longer, that has this code unit there or a greater one. */
function firstFrom(words: readonly Word[], from: number, to: number, offset: number, code: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.text.charCodeAt(offset) < code) low = middle + 1;
    else high = middle;
  }
  return low;
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
