import { generaOf } from './genus.ts';
import { solidKey } from './parties.ts';

/** An instrument that a document has named, for what comes after to stand for. */
export interface Antecedent {
  /** What tells it from others: its identity, or its name where nobody knows what it is. */
  readonly who: string;
  /** Index of the reference that named it last. */
  readonly index: number;
  /** Folded title by which that did. */
  readonly name: string;
  /** Place of its latest mention, in whatever form. */
  readonly place: Place;
  /** The references that were named in one breath with that mention, its own among them. */
  readonly group: readonly number[];
  /** How often it was mentioned in a row, nothing else that is called so between. */
  readonly times: number;
}

/** Where a mention stands. */
export interface Place {
  /** Paragraphs before it; items and headings count for none. */
  readonly paragraph: number;
  /** Sections before it. */
  readonly section: number;
}

const LONGEST_SUFFIX = 20;
const MOST_RECENT = 8;

/** What has been named in a document so far, by what short forms of it end in. */
export class Antecedents {
  private readonly bySuffix = new Map<string, Antecedent>();
  /** By genus word, the latest first. */
  private readonly byGenus = new Map<string, Antecedent[]>();
  private readonly suffixes = new Map<string, readonly string[]>();
  private readonly genera = new Map<string, readonly string[]>();
  /** Everything, the latest first. */
  private readonly all: Antecedent[] = [];

  remember(mention: Omit<Antecedent, 'times'>): void {
    const genera = this.generaOf(mention.name);
    const last = this.byGenus.get(genera[0] ?? '')?.[0];
    const antecedent = { ...mention, times: last?.who === mention.who ? last.times + 1 : 1 };
    for (const suffix of this.suffixesOf(mention.name)) this.bySuffix.set(suffix, antecedent);
    for (const genus of genera) {
      let recent = this.byGenus.get(genus);
      if (recent === undefined) {
        recent = [];
        this.byGenus.set(genus, recent);
      }
      toFront(recent, antecedent);
    }
    toFront(this.all, antecedent);
  }

  /** The latest whose name ends so. */
  latest(suffix: string): Antecedent | undefined {
    return this.bySuffix.get(suffix);
  }

  /** The latest that bear a genus word, each once, the latest first; a few. */
  ofGenus(genus: string): readonly Antecedent[] {
    return this.byGenus.get(genus) ?? [];
  }

  /** The latest of any kind, each once, the latest first; a few. */
  recent(): readonly Antecedent[] {
    return this.all;
  }

  private generaOf(name: string): readonly string[] {
    let genera = this.genera.get(name);
    if (genera === undefined) {
      genera = generaOf(name);
      this.genera.set(name, genera);
    }
    return genera;
  }

  private suffixesOf(name: string): readonly string[] {
    let suffixes = this.suffixes.get(name);
    if (suffixes === undefined) {
      suffixes = [...new Set([...endsOf(name), ...endsOf(solidKey(name))])];
      this.suffixes.set(name, suffixes);
    }
    return suffixes;
  }
}

function endsOf(name: string): string[] {
  const longest = Math.min(LONGEST_SUFFIX, name.length);
  return Array.from({ length: Math.max(0, longest - 1) }, (_, i) => name.slice(-(i + 2)));
}

function toFront(recent: Antecedent[], antecedent: Antecedent): void {
  const known = recent.findIndex(({ who }) => who === antecedent.who);
  if (known >= 0) recent.splice(known, 1);
  else if (recent.length >= MOST_RECENT) recent.pop();
  recent.unshift(antecedent);
}
