import { noSpans, type SpanCounts, sumOfCounts } from './span-score.ts';

/** Two of the compared annotators, by their indices; the first is the reference. */
export type Pair = readonly [first: number, second: number];

export function pairsOf(annotators: number): Pair[] {
  return Array.from({ length: annotators }, (_, i) =>
    Array.from({ length: annotators - i - 1 }, (_, j) => [i, i + j + 1] as const),
  ).flat();
}

/** Characters on which the annotators gave the same categories. */
export interface UnitEntry {
  /** The category of each annotator; -1 of who has not finished these characters. */
  readonly categories: readonly number[];
  /** How many there are. */
  weight: number;
  /** On how many of them somebody put some label. */
  tagged: number;
}

/** How many spans of a pair meet exactly, and with one character at least. */
export interface PairSpans {
  readonly exact: SpanCounts;
  readonly overlapping: SpanCounts;
}

/** What was counted in a section, a document, or all of them. */
export class Tally {
  readonly units = new Map<string, UnitEntry>();
  /** One for each pair. */
  readonly spans: PairSpans[];
  /** How many spans each annotator has. */
  readonly spansOf: number[];

  constructor(annotators: number) {
    this.spans = pairsOf(annotators).map(() => ({ exact: noSpans, overlapping: noSpans }));
    this.spansOf = new Array<number>(annotators).fill(0);
  }

  addUnits(categories: readonly number[], weight: number, tagged: number): void {
    let key = '';
    // As join, which takes four times as long for two numbers, and is done for every stretch of characters.
    for (const category of categories) key += `${category},`;
    this.#addEntry(key, categories, weight, tagged);
  }

  #addEntry(key: string, categories: readonly number[], weight: number, tagged: number): void {
    const entry = this.units.get(key);
    if (!entry) this.units.set(key, { categories, weight, tagged });
    else {
      entry.weight += weight;
      entry.tagged += tagged;
    }
  }

  addSpans(pair: number, { exact, overlapping }: PairSpans): void {
    const before = this.spans[pair]!;
    this.spans[pair] = {
      exact: sumOfCounts(before.exact, exact),
      overlapping: sumOfCounts(before.overlapping, overlapping),
    };
  }

  add(other: Tally): void {
    for (const [key, { categories, weight, tagged }] of other.units) {
      this.#addEntry(key, categories, weight, tagged);
    }
    other.spans.forEach((spans, pair) => {
      this.addSpans(pair, spans);
    });
    other.spansOf.forEach((n, i) => {
      this.spansOf[i]! += n;
    });
  }
}
