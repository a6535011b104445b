import type { TextRange } from '../../../../../server/src/text/range.ts';
import { isBlank } from '../../bare-text.ts';

/**
 * Where Python ends a line (str.splitlines), and brat with it when it reads a file of annotations: what it quotes
 * cannot hold these.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines.
const lineEnds = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+/g;

/**
 * The parts of a span that stand on a line each, without the white space at the ends that are new; UTF-16. brat parts
 * a span so itself (client/src/annotator_ui.js). None where a span is line ends alone.
 */
export function bratFragments(text: string, span: TextRange): readonly TextRange[] {
  const lines: TextRange[] = [];
  let start = span.start;
  for (const match of text.slice(span.start, span.end).matchAll(lineEnds)) {
    lines.push({ start, end: span.start + match.index });
    start = span.start + match.index + match[0].length;
  }
  lines.push({ start, end: span.end });
  const isWhole = lines.length === 1;
  const trimmed = isWhole ? lines : lines.map((line) => trim(text, line, span));
  const withWords = trimmed.filter((line) => line.start < line.end);
  // White space alone, as only “as printed” may mean it.
  return withWords.length > 0 ? withWords : lines.filter((line) => line.start < line.end);
}

function trim(text: string, { start, end }: TextRange, whole: TextRange): TextRange {
  let from = start;
  let to = end;
  while (from < to && (from > whole.start || to < whole.end) && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** A note as one line of brat's can hold it. */
export function onOneLine(text: string): string {
  return text.replace(lineEnds, ' ').replaceAll('\t', ' ').trim();
}

/** Whether a choice can be listed in annotation.conf: no white space, comma or bar, and no `<…>`, which may be a macro. */
export function canBeListed(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines.
  return value !== '' && value.length <= 100 && !/[\s,|<>\x1c-\x1e\x85\u200b]/.test(value);
}

/** The path of a document without the ending that its text has in brat. */
export function bratStem(name: string): string {
  return name.endsWith('.txt') && !name.endsWith('/.txt') ? name.slice(0, -'.txt'.length) : name;
}
