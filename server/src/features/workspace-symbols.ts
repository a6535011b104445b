import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Instrument } from '../instruments/instrument.ts';
import { chineseNames, type InstrumentRegistry } from '../instruments/registry.ts';
import { t } from '../l10n/language.ts';
import { fit, searchKey } from '../workspace/search-key.ts';
import { type IndexedKind, type Place, rangeOf, type StatementSummary } from '../workspace/summary.ts';
import type { StatementIndex } from '../workspace/workspace-index.ts';

/** Nobody looks through more; a longer query finds the rest. */
const MOST_SYMBOLS = 200;

const PART_KINDS: Readonly<Record<IndexedKind, SymbolKind>> = {
  section: SymbolKind.Module,
  article: SymbolKind.Class,
};

/** What may be searched for, and its names as they are searched. */
interface Name {
  readonly text: string;
  readonly key: string;
}

/**
 * Statements, the instruments that they cite, and their sections whose names hold the query, in either script; an
 * instrument also by its other names. The best fits first.
 * @param registryFor the instruments that are known for a document
 */
export function workspaceSymbols(
  index: StatementIndex,
  query: string,
  registryFor: (uri: string) => InstrumentRegistry,
): SymbolInformation[] {
  const found = new Finds(query);
  const all = index.all;
  for (const { uri, summary } of all) {
    const { title, place, identity } = summary;
    if (title === '') continue;
    const others = identity === null ? [] : namesOf(registryFor(uri).byId.get(identity));
    found.add('statement', [...titleOf(summary), ...others], { title, kind: SymbolKind.File, uri, place });
  }
  const looked = new Set<string>();
  for (const { uri, summary } of all) {
    for (const { identity, title, mentions } of summary.cited) {
      const named = mentions.find(([form]) => form === 'full' || form === 'unbracketed');
      // A statement that is the instrument itself is found above.
      if (named === undefined || looked.has(identity) || index.textsOf(identity).length > 0) continue;
      looked.add(identity);
      const [, ...place] = named;
      const names = [nameOf(title), ...namesOf(registryFor(uri).byId.get(identity))];
      const symbol = { title, kind: SymbolKind.Interface, uri, place, container: summary.title };
      found.add('instrument', names, symbol);
    }
  }
  for (const { uri, summary } of all) {
    summary.parts.forEach(({ kind, label, place }, at) => {
      const symbol = { title: label, kind: PART_KINDS[kind], uri, place, container: summary.title };
      found.add('part', [partsOf(summary)[at]!], symbol);
    });
  }
  return found.symbols;
}

interface Found {
  readonly title: string;
  readonly kind: SymbolKind;
  readonly uri: string;
  readonly place: Place;
  /** Title of the statement that holds it. */
  readonly container?: string;
}

const FITS = ['same', 'begins', 'holds'] as const;
const SORTS = ['statement', 'instrument', 'part'] as const;

/** What was found, by how well it fits and by what it is; of each no more than are shown. */
class Finds {
  readonly #query: string;
  readonly #wanted: string;
  readonly #byRank = new Map<string, SymbolInformation[]>();

  constructor(query: string) {
    this.#query = query;
    this.#wanted = searchKey(query);
  }

  /** Adds what is named by its title or by another of its names, the first being the title. */
  add(sort: (typeof SORTS)[number], names: readonly Name[], found: Found): void {
    for (const how of FITS) {
      const fitting = names.filter(({ key }) => fit(key, this.#wanted) === how);
      const name = fitting.find(({ text }) => text.includes(this.#query)) ?? fitting[0];
      if (name === undefined) continue;
      const rank = this.#rank(how, sort);
      if (rank.length < MOST_SYMBOLS) rank.push(symbolOf(found, name.text));
      return;
    }
  }

  get symbols(): SymbolInformation[] {
    const ranks = FITS.flatMap((how) => SORTS.map((sort) => this.#rank(how, sort)));
    return ranks.flat().slice(0, MOST_SYMBOLS);
  }

  #rank(how: (typeof FITS)[number], sort: (typeof SORTS)[number]): SymbolInformation[] {
    const key = `${how} ${sort}`;
    const rank = this.#byRank.get(key) ?? [];
    this.#byRank.set(key, rank);
    return rank;
  }
}

/** An editor looks for the query in the name once more: the name by which it was found must be there. */
function symbolOf({ title, kind, uri, place, container }: Found, name: string): SymbolInformation {
  return {
    name: name === title ? title : t('{0} ({1})', title, name),
    kind,
    location: { uri, range: rangeOf(place) },
    ...(container === undefined || container === '' ? {} : { containerName: container }),
  };
}

const instrumentNames = new WeakMap<Instrument, readonly Name[]>();
const titles = new WeakMap<StatementSummary, readonly Name[]>();
const parts = new WeakMap<StatementSummary, readonly Name[]>();

function namesOf(instrument: Instrument | undefined): readonly Name[] {
  if (instrument === undefined) return [];
  return remembered(instrumentNames, instrument, ({ names }) => {
    return [...chineseNames(names), names.en, names.ru].flatMap((name) => (name ? [name] : [])).map(nameOf);
  });
}

function titleOf(summary: StatementSummary): readonly Name[] {
  return remembered(titles, summary, ({ title }) => [nameOf(title)]);
}

function partsOf(summary: StatementSummary): readonly Name[] {
  return remembered(parts, summary, ({ parts }) => parts.map(({ label }) => nameOf(label)));
}

function nameOf(text: string): Name {
  return { text, key: searchKey(text) };
}

function remembered<K extends object, V>(memory: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  memory.set(key, made);
  return made;
}
