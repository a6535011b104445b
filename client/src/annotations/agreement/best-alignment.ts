/** A unit of a text that an annotator found; positions in any unit. */
export interface AlignedUnit {
  readonly start: number;
  readonly end: number;
  readonly category: string;
}

/** How much place and category weigh; that a unit stands alone weighs 1. */
export interface Weights {
  readonly place: number;
  readonly category: number;
}

/**
 * How unlike two units are. Source: Mathet, Widlöcher and Métivier 2015: the squared distance of
 * their starts and ends by their lengths, and 1 where the categories differ.
 */
export function dissimilarity(u: AlignedUnit, v: AlignedUnit, weights: Weights): number {
  const apart = Math.abs(u.start - v.start) + Math.abs(u.end - v.end);
  const lengths = u.end - u.start + (v.end - v.start);
  const place = (apart / lengths) ** 2;
  return weights.place * place + (u.category === v.category ? 0 : weights.category);
}

/** Units that may only be aligned together are not more than this, lest it take too long; else there is no disorder. */
const mostTogether = 150;

/**
 * The disorder of the best alignment of two annotators' units: of all ways to pair units of the one with units of the
 * other, or to leave them alone, the one with the least dissimilarity, by the mean number of units of an annotator.
 * Exact. Null where it would take too long, or there are no units. Source: Mathet, Widlöcher and Métivier 2015; of
 * two annotators the best alignment is an assignment.
 */
export function bestDisorder(
  first: readonly AlignedUnit[],
  second: readonly AlignedUnit[],
  weights: Weights,
): number | null {
  const units = first.length + second.length;
  if (units === 0) return null;
  const gains = gainsOf(first, second, weights);
  let disorder = units;
  for (const { rows, columns, costs } of components(gains)) {
    if (Math.max(rows.length, columns.length) > mostTogether) return null;
    disorder += leastCost(rows, columns, costs);
  }
  return disorder / (units / 2);
}

interface Gain {
  readonly row: number;
  readonly column: number;
  /** Below 0: what is gained by aligning the two rather than leaving both alone. */
  readonly cost: number;
}

function gainsOf(first: readonly AlignedUnit[], second: readonly AlignedUnit[], weights: Weights): Gain[] {
  const order = second.map((unit, column) => ({ unit, column })).sort((a, b) => a.unit.start - b.unit.start);
  const longest = second.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const reachOf = Math.sqrt(2 / weights.place);
  return first.flatMap((unit, row) => {
    // Starts further apart than this cost more than two units alone.
    const reach = reachOf * (unit.end - unit.start + longest);
    const gains: Gain[] = [];
    for (let i = firstFrom(order, unit.start - reach); i < order.length; i += 1) {
      const other = order[i]!;
      if (other.unit.start > unit.start + reach) break;
      const cost = dissimilarity(unit, other.unit, weights) - 2;
      if (cost < 0) gains.push({ row, column: other.column, cost });
    }
    return gains;
  });
}

function firstFrom(order: readonly { readonly unit: AlignedUnit }[], start: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order[middle]!.unit.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Component {
  readonly rows: number[];
  readonly columns: number[];
  readonly costs: Gain[];
}

/** Pairs that have no unit in common, not even by others between them, are apart. */
function components(gains: readonly Gain[]): Component[] {
  const parents = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) {
      parents.set(at, parents.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { row, column } of gains) {
    const [a, b] = [root(`r${row}`), root(`c${column}`)];
    if (a !== b) parents.set(a, b);
  }
  const found = new Map<string, { rows: Set<number>; columns: Set<number>; costs: Gain[] }>();
  for (const gain of gains) {
    const name = root(`r${gain.row}`);
    const component = found.get(name) ?? { rows: new Set(), columns: new Set(), costs: [] };
    component.rows.add(gain.row);
    component.columns.add(gain.column);
    component.costs.push(gain);
    found.set(name, component);
  }
  return [...found.values()].map(({ rows, columns, costs }) => ({
    rows: [...rows],
    columns: [...columns],
    costs,
  }));
}

/**
 * The least sum of costs, each row and each column used once at most. Source: the Hungarian method (Kuhn 1955) with
 * potentials, row by row.
 */
function leastCost(rows: readonly number[], columns: readonly number[], costs: readonly Gain[]): number {
  // As many columns as rows at least; the further ones cost nothing, and so do pairs that gain nothing.
  const width = rows.length + columns.length;
  const rowAt = new Map(rows.map((row, i) => [row, i]));
  const columnAt = new Map(columns.map((column, i) => [column, i]));
  const matrix = rows.map(() => new Float64Array(width));
  for (const { row, column, cost } of costs) matrix[rowAt.get(row)!]![columnAt.get(column)!] = cost;
  const rowPotentials = new Float64Array(rows.length + 1);
  const columnPotentials = new Float64Array(width + 1);
  // The row, from 1, that has a column, from 1; 0: none.
  const taken = new Int32Array(width + 1);
  for (let i = 1; i <= rows.length; i += 1) {
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(width + 1);
    const used = new Uint8Array(width + 1);
    taken[0] = i;
    let at = 0;
    do {
      used[at] = 1;
      const row = taken[at]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= width; j += 1) {
        if (used[j]) continue;
        const cost = matrix[row - 1]![j - 1]! - rowPotentials[row]! - columnPotentials[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          from[j] = at;
        }
        if (least[j]! < step) {
          step = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= width; j += 1) {
        if (used[j]) {
          rowPotentials[taken[j]!]! += step;
          columnPotentials[j]! -= step;
        } else least[j]! -= step;
      }
      at = next;
    } while (taken[at] !== 0);
    for (; at !== 0; at = from[at]!) taken[at] = taken[from[at]!]!;
  }
  let sum = 0;
  for (let j = 1; j <= width; j += 1) if (taken[j] !== 0) sum += matrix[taken[j]! - 1]![j - 1]!;
  return sum;
}
