import { csvLines } from '../citations/csv.ts';
import type { Figure } from './figure.ts';

/** The figures as CSV by RFC 4180, the columns by their ids; no text is a formula. */
export function figureCsv({ columns, rows }: Pick<Figure, 'columns' | 'rows'>): string {
  return csvLines([columns.map(({ id }) => id), ...rows.map(({ cells }) => cells.map((cell) => cell ?? ''))]);
}
