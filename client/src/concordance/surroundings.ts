import { LineTable } from '../../../server/src/text/lines.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import { roughWords } from '../vscode/reading/reading.ts';
import type { ConcordanceLine } from './line.ts';

/** What is told of the document that a line comes from. */
export interface LineSource {
  readonly document: string;
  readonly name: string;
  readonly text: string;
  /** The clean words of a place (UTF-16 raw) and those beside it, where somebody has read the text. */
  clean?(range: TextRange): CleanPlace | undefined;
}

export interface CleanPlace {
  readonly left: string;
  readonly words: string;
  readonly right: string;
}

/** So many raw UTF-16 units on either side are looked at for the words beside a place; white space is among them. */
const looked = 160;
/** So many characters of them are kept. */
export const keptBeside = 40;

/** Makes the lines of one document; ranges: UTF-16 raw. */
export function lineMaker(source: LineSource): (range: TextRange, annotator?: string) => ConcordanceLine {
  const { text, document, name } = source;
  const rough = (range: TextRange): CleanPlace => ({
    left: lastOf(roughWords(text.slice(wholeFrom(text, range.start - looked), range.start)), keptBeside),
    words: roughWords(text.slice(range.start, range.end)),
    right: firstOf(roughWords(text.slice(range.end, wholeFrom(text, range.end + looked))), keptBeside),
  });
  const table = new LineTable(text);
  return (range, annotator) => ({
    document,
    name,
    place: { start: table.positionAt(range.start), end: table.positionAt(range.end) },
    ...(source.clean?.(range) ?? rough(range)),
    ...(annotator === undefined ? {} : { annotator }),
  });
}

/** The offset, or the one behind it where it would cut a surrogate pair. */
function wholeFrom(text: string, offset: number): number {
  const at = Math.max(0, Math.min(offset, text.length));
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

function firstOf(words: string, most: number): string {
  return [...words].slice(0, most).join('');
}

function lastOf(words: string, most: number): string {
  return [...words].slice(-most).join('');
}
