import type { Layout } from './census.ts';
import { costs } from './costs.ts';
import { TailKind } from './edge.ts';
import type { Row } from './row.ts';
import { RowFlag as flag } from './row-flag.ts';
import {
  mostBreakTerms,
  noTerm,
  places,
  Term,
  termsPerPlace,
  writeBreakTerms,
  writeWidthTerms,
} from './terms.ts';

/** The cost of changing from one column to another. */
export const columnChange = costs[Term.change]!;

const breakTerms = new Int32Array(mostBreakTerms);
const widthTerms = new Int32Array(places * termsPerPlace);

/**
 * Writes what each reading of a row costs. The cost for column c (the last one: not wrapped), `first` and
 * `last` (0 or 1) goes to `out[at + 4c + 2·first + last]`. The last row's costs of going on are meaningless.
 */
export function writeRowCosts(
  row: Row,
  next: Row | undefined,
  layout: Layout,
  out: Int32Array,
  at: number,
): void {
  let end = 0;
  if (next !== undefined) {
    const count = writeBreakTerms(row, next, layout, breakTerms);
    for (let i = 0; i < count; i++) end += costs[breakTerms[i]!]!;
  }
  const { measures } = layout;
  let place = at;
  for (let c = 0; c < measures.length; c++) {
    writeWidthTerms(row, next, measures[c]!, layout, widthTerms);
    for (let i = 0; i < widthTerms.length; place++) {
      let cost = place & 1 ? end : 0;
      for (const until = i + termsPerPlace; i < until; i++) {
        const term = widthTerms[i]!;
        if (term !== noTerm) cost += costs[term]!;
      }
      out[place] = cost;
    }
  }
  const freeEnd = Math.min(end, isUnfinished(row) ? unfinishedEnd : plainEnd);
  for (let first = 0; first < 2; first++) {
    out[place++] = costs[Term.unwrapped]! + costs[Term.unwrappedGoesOn]!;
    out[place++] = costs[Term.unwrapped]! + freeEnd;
  }
}

/**
 * In text that no column has cut a line without a mark is a heading, a name, a date: its end costs no more than this,
 * which is less than going on does there. Only a line that is plainly unfinished is thought to go on.
 */
const plainEnd = 70;
const unfinishedEnd = 115;

/** The line ends within 《》 or “”, or with an opening mark. */
function isUnfinished({ tail, flags }: Row): boolean {
  return tail === TailKind.opening || ((flags & flag.leavesOpen) !== 0 && tail !== TailKind.stop);
}
