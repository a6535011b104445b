import { bibtexOf } from './bibtex.ts';
import type { Citation } from './citation.ts';
import { cslJsonOf } from './csl-json.ts';
import { csvOf } from './csv.ts';

/** The forms in which citations can be handed on. */
export const citationFormats = ['csv', 'bibtex', 'csl-json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** The usual ending of a file's name. */
export const endings: Readonly<Record<CitationFormat, string>> = {
  csv: 'csv',
  bibtex: 'bib',
  'csl-json': 'json',
};

/** A byte order mark, without which Excel takes a CSV for one in the encoding of the system. */
export const byteOrderMark = '\ufeff';

export function writeCitations(citations: readonly Citation[], format: CitationFormat): string {
  switch (format) {
    case 'csv':
      return csvOf(citations);
    case 'bibtex':
      return bibtexOf(citations);
    case 'csl-json':
      return cslJsonOf(citations);
  }
}
