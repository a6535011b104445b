import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Annotation, Quote } from '../annotation.ts';
import { onlyBlanks, stripBlanks } from '../bare-text.ts';
import { quoteOf } from '../quote.ts';
import type { FormatProblem } from './format-problem.ts';
import type { UnitMap } from './offset-unit.ts';

/** One span of a tag as a file has it. */
export interface WrittenSpan {
  /** Half-open, in the format's unit. */
  readonly start: number;
  readonly end: number;
  /** What the file says that stands there, where it does. */
  readonly quoted?: string;
  /** Whether the file itself says that the words are gone: it is empty then, where they were. */
  readonly lost?: boolean;
  /** What stood before and after words that are lost, where the file says it. */
  readonly context?: { readonly prefix: string; readonly suffix: string };
}

/** What a file says of a tag beside its spans. */
export type WrittenTag = Pick<Annotation, 'id' | 'label'> &
  Partial<Omit<Annotation, 'id' | 'label' | 'spans' | 'quotes' | 'state'>>;

/**
 * Puts a tag of a file on its text. Where a span is not in the text, or the file quotes other words than stand there
 * (white space does not count), it is an orphan with the words that the file has: nobody guesses where they are.
 * @param line where the file says it, 1-based
 */
export function readTag(
  text: string,
  map: UnitMap,
  written: WrittenTag,
  writtenSpans: readonly WrittenSpan[],
  line: number,
): { readonly tag: Annotation; readonly problems: readonly FormatProblem[] } {
  const problems: FormatProblem[] = [];
  const read = [...writtenSpans]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((span) => {
      const piece = placed(text, map, span);
      if (!piece.fault) return piece;
      const { start, end, quoted = '' } = span;
      const isMissing = piece.fault === 'no-place';
      const values = isMissing
        ? [`${shown(start)}–${shown(end)}`]
        : [quoted, text.slice(piece.start, piece.end)];
      problems.push({ code: piece.fault, values: [written.label, ...values], line });
      return piece;
    });
  const isWhole = written.scope === 'document';
  const isOrphan = !isWhole && (problems.length > 0 || read.every(({ start, end }) => start === end));
  const place = map.toUtf16(Math.max(0, Math.min(writtenSpans[0]?.start ?? 0, map.length))) ?? 0;
  const pieces = isWhole
    ? []
    : isOrphan
      ? read.map(({ quote }) => ({ start: place, end: place, quote }))
      : joined(text, read);
  const tag: Annotation = {
    scope: 'words',
    attributes: {},
    relations: [],
    note: '',
    creator: '',
    created: '',
    modified: '',
    review: 'accepted',
    ...written,
    spans: pieces.map(({ start, end }) => ({ start, end })),
    quotes: pieces.map(({ quote }) => quote),
    state: isOrphan ? 'orphan' : 'anchored',
  };
  return { tag, problems };
}

/** A position as it is told: of one that is no number nothing is known. */
function shown(position: number): string {
  return Number.isFinite(position) ? String(position) : '?';
}

/** A span on its text, UTF-16. */
interface Piece extends TextRange {
  readonly quote: Quote;
  readonly fault?: 'no-place' | 'quote-mismatch';
}

function placed(text: string, map: UnitMap, { start, end, quoted, lost, context }: WrittenSpan): Piece {
  const from = map.toUtf16(start);
  const to = map.toUtf16(end);
  const asQuoted = {
    exact: stripBlanks(quoted ?? ''),
    prefix: stripBlanks(context?.prefix ?? ''),
    suffix: stripBlanks(context?.suffix ?? ''),
  };
  if (from === undefined || to === undefined || from > to) {
    return { start: 0, end: 0, quote: asQuoted, fault: 'no-place' };
  }
  const range = { start: from, end: to };
  if (from === to)
    return { ...range, quote: asQuoted, ...(!(lost || quoted === '') && { fault: 'no-place' }) };
  if (quoted !== undefined && stripBlanks(quoted) !== stripBlanks(text.slice(from, to))) {
    return { ...range, quote: asQuoted, fault: 'quote-mismatch' };
  }
  return { ...range, quote: quoteOf(text, range) };
}

/** As in the store: spans that overlap, or have only white space between them, are one; those without words stay apart. */
function joined(text: string, sorted: readonly Piece[]): readonly Piece[] {
  const apart: Piece[] = [];
  let last = -1;
  for (const piece of sorted) {
    const before = apart[last];
    if (
      piece.start < piece.end &&
      before &&
      (piece.start < before.end || onlyBlanks(text, before.end, piece.start))
    ) {
      const range = { start: before.start, end: Math.max(before.end, piece.end) };
      apart[last] = { ...range, quote: quoteOf(text, range) };
    } else {
      apart.push(piece);
      if (piece.start < piece.end) last = apart.length - 1;
    }
  }
  return apart;
}
