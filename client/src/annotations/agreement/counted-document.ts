import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Annotation, Review } from '../annotation.ts';
import { createBareText } from '../bare-text.ts';
import { finishedRanges, partAt } from '../finished.ts';
import { reviewedLabelId } from '../labels.ts';
import { createCodePointMap } from '../offsets.ts';
import type { AgreementOptions, ComparedDocument } from './compared-document.ts';
import type { Pair } from './tally.ts';

/**
 * A document as it is counted: in the characters (code points) of its bare text, so that white space and line breaks
 * are no units, and tags on the same words are equal however the lines are broken.
 */
export interface CountedDocument {
  /** How many characters it has. */
  readonly length: number;
  /** Where its parts begin, in order. */
  readonly parts: readonly { readonly start: number }[];
  /** The tags that count, of each of the compared annotators; none of who has no file of tags, or where there are no runs. */
  readonly spans: readonly (readonly CountedSpan[])[];
  /** What two or more of them have finished, in order, apart or touching. */
  readonly runs: readonly Run[];
  /** How many characters each has finished; null of who has no file of tags. */
  readonly finished: readonly (number | null)[];
  /** How many tags of each would count, if their words were not gone. */
  readonly gone: readonly number[];
}

export interface CountedSpan {
  readonly label: string;
  /** One at least, not empty, in order, apart. */
  readonly ranges: readonly TextRange[];
  /** The index of the part in which it begins; -1 before the first. */
  readonly part: number;
}

/** Characters that the same annotators have finished. */
export interface Run extends TextRange {
  /** A bit for each annotator, by their order. */
  readonly who: number;
}

/** @param annotators who is compared, {@link mostAnnotators} at most */
export function countDocument(
  document: ComparedDocument,
  annotators: readonly string[],
  options: Pick<AgreementOptions, 'unfinished' | 'reviews'>,
): CountedDocument {
  const { text } = document;
  const bareText = createBareText(text);
  const codePoints = createCodePointMap(bareText.bare);
  const count = (raw: number) => codePoints.toCodePoint(bareText.toBare(raw));
  const counted = ({ start, end }: TextRange) => ({ start: count(start), end: count(end) });
  const parts = document.parts.map(({ start }) => ({ start: count(start) }));
  const tagsOf = annotators.map((annotator) => {
    const files = document.annotators.filter((each) => each.annotator === annotator);
    return files.length === 0 ? null : files.flatMap(({ tags }) => tags);
  });
  const finished = tagsOf.map((tags) => {
    if (tags === null) return [];
    return options.unfinished
      ? [{ start: 0, end: codePoints.length }]
      : finishedRanges(tags, document.parts, text.length).map(counted);
  });
  const runs = runsOf(finished);
  return {
    length: codePoints.length,
    parts,
    // Where nothing counts, no tag does: of most documents of a folder there may be one annotator alone.
    spans: tagsOf.map((tags) =>
      (runs.length === 0 ? [] : (tags ?? [])).flatMap((tag) => {
        if (!isCounted(tag, options.reviews ?? ['accepted'])) return [];
        const ranges = unionOf(tag.spans.map(counted));
        return ranges.length === 0
          ? []
          : [{ label: tag.label, ranges, part: partAt(parts, ranges[0]!.start) }];
      }),
    ),
    runs,
    gone: tagsOf.map(
      (tags) => (tags ?? []).filter((tag) => isGone(tag, options.reviews ?? ['accepted'])).length,
    ),
    finished: finished.map((ranges, i) =>
      tagsOf[i] === null ? null : ranges.reduce((sum, { start, end }) => sum + end - start, 0),
    ),
  };
}

/** Tags on words that are there; those of sections and documents, and the marks, say nothing of single characters. */
function isCounted(tag: Annotation, reviews: readonly Review[]): boolean {
  return tag.state === 'anchored' && isOfWords(tag, reviews);
}

/** Whether a tag would count, but for its words: nobody can compare where it is. */
function isGone(tag: Annotation, reviews: readonly Review[]): boolean {
  return tag.state === 'orphan' && isOfWords(tag, reviews);
}

function isOfWords({ scope, review, label }: Annotation, reviews: readonly Review[]): boolean {
  return scope === 'words' && label !== reviewedLabelId && reviews.includes(review);
}

/**
 * The ranges without empty ones, those that overlap made one, in order.
 * @param joinsTouching whether those that touch are made one too
 */
export function unionOf(ranges: readonly TextRange[], joinsTouching = true): TextRange[] {
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = union.at(-1);
    if (end <= start) continue;
    if (last && (start < last.end || (joinsTouching && start === last.end)))
      last.end = Math.max(last.end, end);
    else union.push({ start, end });
  }
  return union;
}

/** What two have both finished, by their indices: in order, apart. */
export function finishedByBoth({ runs }: CountedDocument, [first, second]: Pair): TextRange[] {
  const both = (1 << first) | (1 << second);
  return unionOf(runs.filter(({ who }) => (who & both) === both));
}

/** The index of the first range that ends after a place. */
export function firstEndingAfter(ranges: readonly TextRange[], place: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a range shares a character with one of others that are in order and apart. */
export function meets({ start, end }: TextRange, others: readonly TextRange[]): boolean {
  const other = others[firstEndingAfter(others, start)];
  return other !== undefined && other.start < end;
}

/** The ranges of each label. */
export function rangesByLabel(spans: readonly CountedSpan[]): Map<string, TextRange[]> {
  const byLabel = new Map<string, TextRange[]>();
  for (const { label, ranges } of spans) {
    const there = byLabel.get(label);
    if (there) there.push(...ranges);
    else byLabel.set(label, [...ranges]);
  }
  return byLabel;
}

function runsOf(finished: readonly (readonly TextRange[])[]): Run[] {
  const turns = finished.flatMap((ranges, i) =>
    ranges.flatMap(({ start, end }) => [
      { at: start, bit: 1 << i },
      { at: end, bit: 1 << i },
    ]),
  );
  turns.sort((a, b) => a.at - b.at);
  const runs: Run[] = [];
  let who = 0;
  let from = 0;
  for (const { at, bit } of turns) {
    // Two bits or more.
    if (at > from && (who & (who - 1)) !== 0) {
      const last = runs.at(-1);
      if (last?.end === from && last.who === who) runs.pop();
      runs.push({ start: last?.end === from && last.who === who ? last.start : from, end: at, who });
    }
    who ^= bit;
    from = at;
  }
  return runs;
}
