import type { Page } from '../../server/src/artefacts/page.ts';
import type { SetText } from './newspaper.ts';

/**
 * By row of the page that was read from a set text: whether it ends a paragraph. A line that was taken for furniture
 * is no row of its own; its end counts for the row that it was put away with.
 */
export function paragraphEnds({ lines }: SetText, { rows, rowStarts }: Page): Uint8Array {
  const ends = new Uint8Array(rows.length);
  let row = 0;
  for (const line of lines) {
    while (row + 1 < rows.length && rowStarts[row + 1]! < line.end) row++;
    if (line.last) ends[row] = 1;
  }
  return ends;
}
