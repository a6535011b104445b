import { tabbed } from '../annotations/copying/tag-rows.ts';
import { csvLines } from '../citations/csv.ts';
import type { ConcordanceLine } from './line.ts';

/** A concordance as a table: CSV by RFC 4180, or cells parted by tabs. */
export function concordanceTable(lines: readonly ConcordanceLine[], format: 'csv' | 'tsv'): string {
  const rows = [
    ['document', 'line', 'column', 'left', 'words', 'right', 'annotator'],
    ...lines.map(({ name, place, left, words, right, annotator }) => [
      name,
      String(place.start.line + 1),
      String(place.start.character + 1),
      left,
      words,
      right,
      annotator ?? '',
    ]),
  ];
  return format === 'csv' ? csvLines(rows) : tabbed(rows);
}
