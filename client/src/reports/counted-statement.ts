import type { ReadingPart, ReportFacts } from '../../../server/src/protocol.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import { type Annotation, extent } from '../annotations/annotation.ts';
import { reviewedLabelId } from '../annotations/labels.ts';
import { indexParts } from '../panel/views/part-index.ts';
import { type CountedInstrument, countInstrument } from './counted-instrument.ts';

/** What reports keep of a statement: counts and places, however long its text and however many its tags. */
export interface CountedStatement {
  /** Its URI. */
  readonly document: string;
  /** Its path in the workspace. */
  readonly name: string;
  /** The date that it bears itself, as ISO to the year, month or day; null where it tells none. */
  readonly date: string | null;
  readonly parts: readonly ReadingPart[];
  readonly layers: readonly CountedLayer[];
  /** In order of first mention. */
  readonly cited: readonly CountedInstrument[];
}

/** The tags of one annotator. */
export interface CountedLayer {
  /** Empty: nobody in particular. */
  readonly annotator: string;
  /** It is no annotator’s, but what was settled of the tags of several. */
  readonly isSettled: boolean;
  readonly counts: readonly LabelCount[];
}

/** How many tags of one label lie in one part. */
export interface LabelCount {
  readonly label: string;
  readonly part: PartNumber;
  readonly count: number;
  /** Where the first of them lies, UTF-16 raw. */
  readonly first: TextRange;
}

/** Index among the parts; or before all of them; or the document as a whole. */
export type PartNumber = number | 'outside' | 'document';

/** Where a statement is, with what is known of its tags: those that are accepted and have their words. */
export interface TaggedStatement {
  readonly document: string;
  readonly name: string;
  readonly layers: readonly TagLayer[];
}

/** The tags of one annotator, or what was settled of those of several. */
export interface TagLayer {
  readonly annotator: string;
  readonly isSettled: boolean;
  readonly tags: readonly Annotation[];
}

/** Counts a statement. A tag counts where it begins; the marks on sections that were reviewed are no tags. */
export function countStatement(
  { document, name, layers }: TaggedStatement,
  facts: ReportFacts,
): CountedStatement {
  const partOf = partFinder(facts.parts);
  return {
    document,
    name,
    date: facts.date,
    parts: facts.parts,
    layers: layers.map(({ annotator, isSettled, tags }) => ({
      annotator,
      isSettled,
      counts: countTags(tags, partOf),
    })),
    // 本条约 alone cites nothing.
    cited: facts.cited
      .filter(({ mentions }) => mentions.some(({ form }) => form !== 'self'))
      .map((cited) => countInstrument(cited, partOf)),
  };
}

/** Which part an offset (UTF-16 raw) belongs to: the last that begins before it, as in the list of tags. */
function partFinder(parts: readonly ReadingPart[]): (offset: number) => PartNumber {
  const index = indexParts(parts);
  return (offset) => {
    const at = index.at(offset);
    return at < 0 ? 'outside' : at;
  };
}

function countTags(tags: readonly Annotation[], partOf: (offset: number) => PartNumber): LabelCount[] {
  const counts = new Map<string, { label: string; part: PartNumber; count: number; first: TextRange }>();
  for (const tag of tags) {
    if (tag.label === reviewedLabelId) continue;
    const { start, end } = extent(tag);
    const part = tag.scope === 'document' ? 'document' : partOf(start);
    const key = `${part} ${tag.label}`;
    const known = counts.get(key);
    if (!known) counts.set(key, { label: tag.label, part, count: 1, first: { start, end } });
    else {
      known.count += 1;
      if (start < known.first.start) known.first = { start, end };
    }
  }
  return [...counts.values()];
}
