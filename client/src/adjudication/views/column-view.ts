import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Annotation } from '../../annotations/annotation.ts';
import { onlyBlanks } from '../../annotations/bare-text.ts';
import type { PieceView } from '../state.ts';
import type { AdjudicationFacts } from './facts.ts';

/** Of longer pieces the beginning and the end are shown: where tags differ, they do so at their ends. */
const longestPiece = 120;
const mostPieces = 60;

/** The words of a place (UTF-16 raw) in pieces, those marked on which the tags lie. */
export function piecesOf(
  facts: AdjudicationFacts,
  text: string,
  place: TextRange,
  tags: readonly Annotation[],
): readonly PieceView[] {
  const marks = joined(tags.flatMap(({ spans }) => spans.filter(({ start, end }) => start < end)));
  const pieces: PieceView[] = [];
  let at = place.start;
  const add = (end: number, marked: boolean) => {
    if (end > at && !onlyBlanks(text, at, end)) {
      pieces.push({ text: shortened(facts.words({ start: at, end })), marked });
    } else if (end > at && marked) pieces.push({ text: facts.words({ start: at, end }), marked });
    at = Math.max(at, end);
  };
  for (const { start, end } of marks.slice(0, mostPieces)) {
    add(start, false);
    add(end, true);
  }
  add(place.end, false);
  return pieces;
}

/** Sorted; those that overlap or touch are one. */
function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else result.push(range);
  }
  return result;
}

function shortened(words: string): string {
  if (words.length <= longestPiece) return words;
  const characters = [...words];
  if (characters.length <= longestPiece) return words;
  const half = longestPiece / 2;
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}
