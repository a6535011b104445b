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
  const spans: TextRange[] = [];
  const quotes: Quote[] = [];
  for (const { start, end, quoted } of [...writtenSpans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const from = map.toUtf16(start);
    const to = map.toUtf16(end);
    if (from === undefined || to === undefined || from > to || (from === to && quoted !== '')) {
      problems.push({ code: 'no-place', values: [written.label, `${start}–${end}`], line });
      quotes.push({ exact: stripBlanks(quoted ?? ''), prefix: '', suffix: '' });
      continue;
    }
    const here = text.slice(from, to);
    if (quoted !== undefined && stripBlanks(quoted) !== stripBlanks(here)) {
      problems.push({ code: 'quote-mismatch', values: [written.label, quoted, here], line });
      quotes.push({ exact: stripBlanks(quoted), prefix: '', suffix: '' });
      continue;
    }
    spans.push({ start: from, end: to });
    quotes.push(quoteOf(text, { start: from, end: to }));
  }
  const isWhole = written.scope === 'document';
  const isOrphan = !isWhole && (problems.length > 0 || spans.length === 0);
  const place = map.toUtf16(Math.max(0, Math.min(writtenSpans[0]?.start ?? 0, map.length))) ?? 0;
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
    spans: isWhole ? [] : isOrphan ? quotes.map(() => ({ start: place, end: place })) : joined(text, spans),
    quotes: isWhole ? [] : isOrphan ? quotes : joined(text, spans).map((span) => quoteOf(text, span)),
    state: isOrphan ? 'orphan' : 'anchored',
  };
  return { tag, problems };
}

/** As in the store: spans that overlap, or have only white space between them, are one. */
function joined(text: string, sorted: readonly TextRange[]): readonly TextRange[] {
  const apart: TextRange[] = [];
  for (const span of sorted) {
    const last = apart.at(-1);
    if (last && (span.start < last.end || onlyBlanks(text, last.end, span.start))) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else apart.push(span);
  }
  return apart;
}
