import type { CountedSpan } from './counted-document.ts';

/**
 * Which label one annotator put where another put which. Every span of each is paired with one of the other at most:
 * those with most characters in common, of all that either covers, first.
 */
export class Confusion {
  readonly #counts = new Map<string | null, Map<string | null, number>>();

  /** @param first spans of the annotator whose labels are the rows, and second those of the columns, of one document */
  add(first: readonly CountedSpan[], second: readonly CountedSpan[]): void {
    const pairs = bestPairs(first, second);
    const paired = new Set(pairs.values());
    first.forEach((span, i) => {
      const partner = pairs.get(i);
      this.#count(span.label, partner === undefined ? null : second[partner]!.label);
    });
    second.forEach((span, j) => {
      if (!paired.has(j)) this.#count(null, span.label);
    });
  }

  /** @param row null where the first has no tag there, and column where the second has none */
  #count(row: string | null, column: string | null): void {
    const counts = this.#counts.get(row) ?? new Map<string | null, number>();
    counts.set(column, (counts.get(column) ?? 0) + 1);
    this.#counts.set(row, counts);
  }

  table(): ConfusionTable {
    const columns = [...this.#counts.values()].flatMap((counts) => [...counts.keys()]);
    const labels = [...new Set([...this.#counts.keys(), ...columns])]
      .filter((label) => label !== null)
      .sort();
    const indices = new Map<string | null, number>([...labels, null].map((label, i) => [label, i]));
    const cells = [...this.#counts].flatMap(([row, counts]) =>
      [...counts].map(([column, n]) => [indices.get(row)!, indices.get(column)!, n] as const),
    );
    return { labels, cells: cells.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
  }
}

export interface ConfusionTable {
  /** Ids, sorted. */
  readonly labels: readonly string[];
  /**
   * How many spans have the label of the row by the first annotator and that of the column by the second, by the
   * indices of the labels; the index beyond the last is for spans that the other has not. In order, none of them 0.
   */
  readonly cells: readonly (readonly [row: number, column: number, spans: number])[];
}

/** The table with a row and a column for each label, and a last one for none. */
export function confusionRows({ labels, cells }: ConfusionTable): number[][] {
  const rows = Array.from({ length: labels.length + 1 }, () => new Array<number>(labels.length + 1).fill(0));
  for (const [row, column, spans] of cells) rows[row]![column] = spans;
  return rows;
}

interface Candidate {
  readonly first: number;
  readonly second: number;
  /** The share of the characters of both that both have. */
  readonly share: number;
  readonly sameLabel: boolean;
}

/** More spans than this on one place are not looked at, lest all of many be compared with all. */
const mostLookedAt = 64;

/** The index of the second's span by that of the first's. */
function bestPairs(first: readonly CountedSpan[], second: readonly CountedSpan[]): Map<number, number> {
  const order = second
    .map((span, index) => ({ index, start: span.ranges[0]!.start, end: span.ranges.at(-1)!.end }))
    .sort((a, b) => a.start - b.start);
  // How far any span reaches that begins at this place of the order or before it.
  let reach = 0;
  const reaches = order.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
  const candidates: Candidate[] = [];
  first.forEach((span, i) => {
    const { start } = span.ranges[0]!;
    const { end } = span.ranges.at(-1)!;
    let at = firstBeginningAt(order, end) - 1;
    for (let looked = 0; at >= 0 && reaches[at]! > start && looked < mostLookedAt; at -= 1, looked += 1) {
      const other = second[order[at]!.index]!;
      const share = sharedOf(span, other);
      if (share > 0) {
        const sameLabel = span.label === other.label;
        candidates.push({ first: i, second: order[at]!.index, share, sameLabel });
      }
    }
  });
  candidates.sort(
    (a, b) =>
      b.share - a.share ||
      Number(b.sameLabel) - Number(a.sameLabel) ||
      a.first - b.first ||
      a.second - b.second,
  );
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const candidate of candidates) {
    if (pairs.has(candidate.first) || taken.has(candidate.second)) continue;
    pairs.set(candidate.first, candidate.second);
    taken.add(candidate.second);
  }
  return pairs;
}

function sharedOf(a: CountedSpan, b: CountedSpan): number {
  let both = 0;
  let i = 0;
  let j = 0;
  while (i < a.ranges.length && j < b.ranges.length) {
    const x = a.ranges[i]!;
    const y = b.ranges[j]!;
    both += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
    if (x.end <= y.end) i += 1;
    else j += 1;
  }
  return both / (sizeOf(a) + sizeOf(b) - both);
}

function sizeOf({ ranges }: CountedSpan): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The place in the order of the first that begins at an offset or after it. */
function firstBeginningAt(order: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
