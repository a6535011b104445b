import type { TextRange } from '../../../../server/src/text/range.ts';
import { type Annotation, type AttributeValue, extent } from '../annotation.ts';

/** A passage with its tags, to be written in some form. */
export interface TaggedPassage {
  readonly text: string;
  /** In order of place. */
  readonly tags: readonly WrittenTag[];
}

/** A tag as it is written. */
export interface WrittenTag {
  /** The label's id. */
  readonly label: string;
  /** The label's name, for people. */
  readonly name: string;
  /** UTF-16 in the passage, sorted, none empty, not overlapping. */
  readonly spans: readonly TextRange[];
  /** On one line. */
  readonly words: string;
  readonly attributes: readonly (readonly [id: string, value: AttributeValue])[];
  readonly note: string;
  /** The label of the part in which it begins; empty where that is not known. */
  readonly section: string;
}

/** What is told of a tag beside itself. */
export interface TagNames {
  nameOf(label: string): string;
  wordsOf(tag: Annotation): string;
  sectionOf(offset: number): string;
}

/** A range of a text (UTF-16 raw) with the tags in it; of a tag that reaches out of it, the part within. */
export function passageOf(
  text: string,
  range: TextRange,
  tags: readonly Annotation[],
  names: TagNames,
): TaggedPassage {
  const written = tags.flatMap((tag): WrittenTag[] => {
    const spans = tag.spans
      .map(({ start, end }) => ({
        start: Math.max(start, range.start) - range.start,
        end: Math.min(end, range.end) - range.start,
      }))
      .filter(({ start, end }) => start < end);
    if (spans.length === 0) return [];
    return [
      {
        label: tag.label,
        name: names.nameOf(tag.label),
        spans,
        words: names.wordsOf(tag),
        attributes: Object.entries(tag.attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
        note: tag.note,
        section: names.sectionOf(extent(tag).start),
      },
    ];
  });
  return { text: text.slice(range.start, range.end), tags: written };
}
