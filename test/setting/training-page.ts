import {
  mostBreakTerms,
  noTerm,
  places,
  Term,
  termsPerPlace,
  writeBreakTerms,
  writeWidthTerms,
} from '../../server/src/artefacts/layout/terms.ts';
import { type Page, readPage } from '../../server/src/artefacts/page.ts';
import type { SetText } from './newspaper.ts';
import { paragraphEnds } from './truth.ts';

/**
 * A set page as its terms, with the truth about each break. For a row and a column, the terms of a place
 * (2·first + last) are those of the width there and, where the row ends a paragraph, those of the break.
 */
export interface TrainingPage {
  readonly rows: number;
  readonly columns: number;
  /** By row, column, place. */
  readonly widthTerms: Int16Array;
  /** By row; padded with `noTerm`. */
  readonly breakTerms: Int16Array;
  /** By row: whether it ends a paragraph. */
  readonly ends: Uint8Array;
}

/** The terms of a set text in the layout that is read from it. */
export function trainingPage(set: SetText): TrainingPage {
  const page = readPage(set.raw);
  return termsOf(page, paragraphEnds(set, page));
}

function termsOf({ rows, layout }: Page, ends: Uint8Array): TrainingPage {
  const columns = layout.measures.length + 1;
  const size = places * termsPerPlace;
  const widthTerms = new Int16Array(rows.length * columns * size).fill(noTerm);
  const breakTerms = new Int16Array(rows.length * mostBreakTerms).fill(noTerm);
  const scratch = new Int32Array(size);
  const breaks = new Int32Array(mostBreakTerms);
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1];
    for (const [c, measure] of layout.measures.entries()) {
      writeWidthTerms(row, next, measure, layout, scratch);
      widthTerms.set(scratch, (i * columns + c) * size);
    }
    const unwrapped = (i * columns + columns - 1) * size;
    for (let place = 0; place < places; place++) {
      widthTerms[unwrapped + place * termsPerPlace] = Term.unwrapped;
      if (place % 2 === 0) widthTerms[unwrapped + place * termsPerPlace + 1] = Term.unwrappedGoesOn;
    }
    if (next === undefined) continue;
    const count = writeBreakTerms(row, next, layout, breaks);
    breakTerms.set(breaks.subarray(0, count), i * mostBreakTerms);
  }
  return { rows: rows.length, columns, widthTerms, breakTerms, ends };
}
