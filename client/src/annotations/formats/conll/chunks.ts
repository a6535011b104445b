import type { Annotation } from '../../annotation.ts';
import { spansWithWords } from '../features.ts';
import { type CharacterToken, type Chunk, isSeparator } from './sentences.ts';

/** Which of the tags of a document can stand in one column. */
export interface ChosenChunks {
  /** In order of place, none over another. */
  readonly chunks: readonly Chunk[];
  /** Tags that lie over longer ones, and are left out. */
  readonly overlapping: readonly Annotation[];
  /** Tags of which a fragment lies over a longer one, and is left out. */
  readonly overlappingInPart: readonly Annotation[];
  /** Tags that have no character but white space, and are left out. */
  readonly blank: readonly Annotation[];
}

/** Each fragment is a chunk of its own; of those that overlap the longest is taken, of two as long the first. */
export function chosenChunks(tags: readonly Annotation[], tokens: readonly CharacterToken[]): ChosenChunks {
  const pieces = tags.flatMap((tag) =>
    spansWithWords(tag)
      .map((span) => ({ tag, start: indexFrom(tokens, span.start), end: indexFrom(tokens, span.end) }))
      .filter(({ start, end }) => start < end),
  );
  const longestFirst = pieces.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const isTaken = new Uint8Array(tokens.length);
  const chosen: typeof pieces = [];
  for (const piece of longestFirst) {
    // What is taken is no shorter: where it is over this one, it is over one of its ends.
    if (isTaken[piece.start] === 1 || isTaken[piece.end - 1] === 1) continue;
    isTaken.fill(1, piece.start, piece.end);
    chosen.push(piece);
  }
  const count = (list: typeof pieces) => {
    const counts = new Map<Annotation, number>();
    for (const { tag } of list) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return (tag: Annotation) => counts.get(tag) ?? 0;
  };
  const [all, taken] = [count(pieces), count(chosen)];
  return {
    chunks: chosen
      .sort((a, b) => a.start - b.start)
      .map(({ tag, start, end }) => ({ label: columnOf(tag.label), start, end })),
    overlapping: tags.filter((tag) => all(tag) > 0 && taken(tag) === 0),
    overlappingInPart: tags.filter((tag) => taken(tag) > 0 && taken(tag) < all(tag)),
    blank: tags.filter((tag) => all(tag) === 0),
  };
}

/** A label as it can stand in a column. */
export function columnOf(label: string): string {
  if (/^[!-~]*$/.test(label)) return label;
  return Array.from(label.replace(/[\ud800-\udfff]/gu, '\ufffd'), (character) =>
    isSeparator(character) ? '_' : character,
  ).join('');
}

/** The index of the first token at this UTF-16 offset or behind it. */
function indexFrom(tokens: readonly CharacterToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
