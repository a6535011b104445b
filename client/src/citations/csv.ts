import type { Citation } from './citation.ts';
import { guarded } from './formula-guard.ts';

const columns = [
  'identity',
  'kind',
  'title_zh',
  'title_en',
  'parties',
  'date',
  'date_from',
  'place',
  'in_force',
  'registration',
  'link',
  'forms',
  'count',
  'positions',
  'candidates',
] as const;

/** Citations as CSV by RFC 4180: a head, then a line each, all ended by CR LF. Lists in a field are joined by `; `. */
export function csvOf(citations: readonly Citation[]): string {
  const rows = citations.map(
    (citation): Record<(typeof columns)[number], string> => ({
      identity: citation.identity,
      kind: citation.kind ?? '',
      title_zh: citation.titleZh,
      title_en: citation.titleEn ?? '',
      parties: citation.parties.join('; '),
      date: citation.date ?? '',
      date_from: citation.dateFrom ?? '',
      place: citation.place ?? '',
      in_force: citation.inForce ?? '',
      registration: citation.registration ?? '',
      link: citation.link ?? '',
      forms: citation.forms.join('; '),
      count: String(citation.positions.length),
      // A spreadsheet would take 12:5 for a time of day.
      positions: citation.positions.map(({ line, column }) => `L${line}:${column}`).join('; '),
      candidates: citation.candidates.join('; '),
    }),
  );
  return csvLines([columns, ...rows.map((row) => columns.map((column) => row[column]))]);
}

/** Lines of cells as CSV by RFC 4180; no text is a formula, and a number is written as it is. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  let lines = '';
  for (const cells of rows) {
    for (let i = 0; i < cells.length; i += 1) lines += (i === 0 ? '' : ',') + field(cells[i]!);
    lines += '\r\n';
  }
  return lines;
}

/** Most cells: nothing in them has a meaning for a spreadsheet, and no white space is at their ends. */
const simple = /^[0-9A-Za-z\u4e00-\u9fff][^\s;,"\x85]*(?: +[^\s;,"\x85]+)*$/;

function field(text: string | number): string {
  if (typeof text === 'number') return String(text);
  if (text === '' || simple.test(text)) return text;
  const harmless = guarded(text);
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
