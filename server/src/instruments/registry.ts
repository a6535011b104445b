import data from './data/instruments.json' with { type: 'json' };
import type { Instrument, InstrumentFile, InstrumentNames } from './instrument.ts';

/** Known instruments, looked up by id and by name. */
export interface InstrumentRegistry {
  readonly byId: ReadonlyMap<string, Instrument>;
  /**
   * All entries that bear this exact name (simplified or traditional, full or short), as printed between 《 and 》
   * in clean text; several where the name is ambiguous, none where it is unknown. Inner title marks may be 〈〉
   * or 《》: both are used, by whether the title stands in 《》 itself.
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

/**
 * The registry of `entries` and then `more`. An entry of `more` takes the place of an earlier one with the same
 * id, so that a workspace can correct what is built in.
 */
export function loadRegistry(
  entries: readonly Instrument[],
  more: readonly Instrument[] = [],
): InstrumentRegistry {
  const byId = new Map<string, Instrument>();
  for (const instrument of entries) byId.set(instrument.id, instrument);
  for (const instrument of more) byId.set(instrument.id, instrument);
  const names = new Map<string, Instrument[]>();
  for (const instrument of byId.values()) {
    for (const name of new Set(chineseNames(instrument.names).map(nameKey))) {
      const bearers = names.get(name);
      if (bearers === undefined) names.set(name, [instrument]);
      else bearers.push(instrument);
    }
  }
  return { byId, names, named: (name) => names.get(nameKey(name)) ?? NONE };
}

let builtIn: InstrumentRegistry | undefined;

/** The instruments that come with Jiaozhu; read once. */
export function builtInRegistry(): InstrumentRegistry {
  builtIn ??= loadRegistry(builtInInstruments());
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
