import { canonicalText } from './canonical-text.ts';
import data from './data/instruments.json' with { type: 'json' };
import type { Instrument, InstrumentFile, InstrumentNames } from './instrument.ts';

/** Known instruments, looked up by id and by name. */
export interface InstrumentRegistry {
  readonly byId: ReadonlyMap<string, Instrument>;
  /**
   * All entries that bear this name, full or short, as printed between 《 and 》 in clean text; several where the
   * name is ambiguous, none where it is unknown. In whatever script; inner title marks may be 〈〉 or 《》: both are
   * used, by whether the title stands in 《》 itself.
   */
  named(name: string): readonly Instrument[];
  /** Every name, with inner titles in 〈〉, and the entries that bear it. */
  readonly names: ReadonlyMap<string, readonly Instrument[]>;
}

/** The names of an instrument in Chinese, each once, full titles first. */
export function chineseNames(names: InstrumentNames): readonly string[] {
  const hant = names.zhHant === undefined ? [] : [names.zhHant];
  return [...new Set([names.zh, ...hant, ...(names.zhShort ?? []), ...(names.zhHantShort ?? [])])];
}

/** A name as the registry keeps it: inner titles in 〈〉. */
export function nameKey(name: string): string {
  return name.replaceAll('《', '〈').replaceAll('》', '〉');
}

const NONE: readonly Instrument[] = Object.freeze([]);

/** Made of its entries when it is first looked into: a text is cleaned, and shown, without knowing any instrument. */
class LazyRegistry implements InstrumentRegistry {
  readonly #entries: () => readonly Instrument[];
  #byId: ReadonlyMap<string, Instrument> | undefined;
  #names: ReadonlyMap<string, readonly Instrument[]> | undefined;
  /** As names are compared. */
  #byText: ReadonlyMap<string, readonly Instrument[]> | undefined;

  constructor(entries: () => readonly Instrument[]) {
    this.#entries = entries;
  }

  get byId(): ReadonlyMap<string, Instrument> {
    this.#byId ??= new Map(this.#entries().map((instrument) => [instrument.id, instrument]));
    return this.#byId;
  }

  get names(): ReadonlyMap<string, readonly Instrument[]> {
    this.#names ??= bearersOf(this.byId.values(), nameKey);
    return this.#names;
  }

  named(name: string): readonly Instrument[] {
    this.#byText ??= bearersOf(this.byId.values(), canonicalText);
    return this.#byText.get(canonicalText(name)) ?? NONE;
  }
}

/** By each name, in some form of it, those that bear it. */
function bearersOf(
  instruments: Iterable<Instrument>,
  form: (name: string) => string,
): Map<string, Instrument[]> {
  const names = new Map<string, Instrument[]>();
  for (const instrument of instruments) {
    for (const name of new Set(chineseNames(instrument.names).map(form))) {
      const bearers = names.get(name);
      if (bearers === undefined) names.set(name, [instrument]);
      else bearers.push(instrument);
    }
  }
  return names;
}

/**
 * The registry of `entries` and then `more`. An entry of `more` takes the place of an earlier one with the same
 * id, so that a workspace can correct what is built in.
 */
export function loadRegistry(
  entries: readonly Instrument[],
  more: readonly Instrument[] = [],
): InstrumentRegistry {
  return new LazyRegistry(() => [...entries, ...more]);
}

let builtIn: InstrumentRegistry | undefined;

/** The instruments that come with Jiaozhu; read once. */
export function builtInRegistry(): InstrumentRegistry {
  builtIn ??= new LazyRegistry(builtInInstruments);
  return builtIn;
}

/** The built-in data, to be loaded together with that of a workspace. */
export function builtInFile(): InstrumentFile {
  return data as unknown as InstrumentFile;
}

/** The entries of the built-in data. */
export function builtInInstruments(): readonly Instrument[] {
  return builtInFile().instruments;
}
