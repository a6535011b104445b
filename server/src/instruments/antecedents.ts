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
  /** Its latest mention was by words that point at it alone: 该条约. */
  readonly pointed?: true;
}

/** Where a mention stands. */
export interface Place {
  /** Lines before it that are not empty, items and headings among them. */
  readonly line: number;
  /** Paragraphs before it; items and headings count for none. */
  readonly paragraph: number;
  /** Sections before it. */
  readonly section: number;
}

/** The latest that ends in a suffix; null where a title that is no instrument's ended so since. */
interface Slot {
  latest: Antecedent | null | undefined;
}

/** Where all that ends as a name does is kept, so that no suffix need be looked up at every mention. */
interface Endings {
  readonly slots: readonly Slot[];
  /** By each genus word that ends it, the shortest first: the latest that bear it. */
  readonly genera: readonly Antecedent[][];
}

const LONGEST_SUFFIX = 20;
const MOST_RECENT = 8;

/** What has been named in a document so far, by what short forms of it end in. */
export class Antecedents {
  private readonly bySuffix = new Map<string, Slot>();
  /** By genus word, the latest first. */
  private readonly byGenus = new Map<string, Antecedent[]>();
  private readonly endings = new Map<string, Endings>();
  /** Everything, the latest first. */
  private readonly all: Antecedent[] = [];

  remember(mention: Omit<Antecedent, 'times'>): void {
    const { slots, genera } = this.endingsOf(mention.name);
    const last = genera[0]?.[0];
    const antecedent = { ...mention, times: last?.who === mention.who ? last.times + 1 : 1 };
    for (const slot of slots) slot.latest = antecedent;
    for (const recent of genera) toFront(recent, antecedent);
    toFront(this.all, antecedent);
  }

  /** A title that is no instrument's: its genus word now means that, and nothing that was named before. */
  dismiss(name: string): void {
    for (const genus of generaOf(name)) {
      this.slotOf(genus).latest = null;
      this.listOf(genus).length = 0;
    }
  }

  /** Whether what was last called by a genus word is no instrument. */
  isDismissed(genus: string): boolean {
    return this.bySuffix.get(genus)?.latest === null;
  }

  /** The latest whose name ends so. */
  latest(suffix: string): Antecedent | undefined {
    return this.bySuffix.get(suffix)?.latest ?? undefined;
  }

  /** The latest that bear a genus word, each once, the latest first; a few. */
  ofGenus(genus: string): readonly Antecedent[] {
    return this.byGenus.get(genus) ?? [];
  }

  /** The latest of any kind, each once, the latest first; a few. */
  recent(): readonly Antecedent[] {
    return this.all;
  }

  private endingsOf(name: string): Endings {
    let endings = this.endings.get(name);
    if (endings === undefined) {
      const suffixes = new Set([...endsOf(name), ...endsOf(solidKey(name))]);
      endings = {
        slots: [...suffixes].map((suffix) => this.slotOf(suffix)),
        genera: generaOf(name).map((genus) => this.listOf(genus)),
      };
      this.endings.set(name, endings);
    }
    return endings;
  }

  private slotOf(suffix: string): Slot {
    let slot = this.bySuffix.get(suffix);
    if (slot === undefined) {
      slot = { latest: undefined };
      this.bySuffix.set(suffix, slot);
    }
    return slot;
  }

  private listOf(genus: string): Antecedent[] {
    let recent = this.byGenus.get(genus);
    if (recent === undefined) {
      recent = [];
      this.byGenus.set(genus, recent);
    }
    return recent;
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
