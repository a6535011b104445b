import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Annotation } from '../annotation.ts';
import { createBareText } from '../bare-text.ts';
import { reviewedLabelId } from '../labels.ts';

/** One annotator's tags of the text that is settled. */
export interface Side {
  /** As the name of the file of tags has it; empty for that of nobody in particular. */
  readonly annotator: string;
  /** Spans: UTF-16 raw, in one and the same text for all sides. */
  readonly tags: readonly Annotation[];
}

/** A tag that is compared with those of the other sides. */
export interface SideTag {
  /** The index of its side. */
  readonly side: number;
  readonly annotator: string;
  readonly tag: Annotation;
  /**
   * Its spans in the bare text (UTF-16), those that touch as one: a line break or a blank within a tag, or at its end,
   * is no difference. Empty for the whole document, or where there are only blanks.
   */
  readonly bare: readonly TextRange[];
}

/**
 * Whether a tag says something that can be settled: a person stands by it, and its words are in the text. That a
 * section has been reviewed says nothing of the text.
 */
export function isCompared({ review, state, label, scope, spans }: Annotation): boolean {
  if (review !== 'accepted' || state !== 'anchored' || label === reviewedLabelId) return false;
  return scope === 'document' || spans.some(({ start, end }) => start < end);
}

/** The tags of all sides that are compared: those of the first side first, each side's as they come. */
export function sideTags(sides: readonly Side[], text: string): readonly SideTag[] {
  const { toBare } = createBareText(text);
  return sides.flatMap(({ annotator, tags }, side) =>
    tags.filter(isCompared).map((tag) => ({ side, annotator, tag, bare: bareSpans(tag, toBare) })),
  );
}

function bareSpans({ spans }: Annotation, toBare: (raw: number) => number): readonly TextRange[] {
  const bare: TextRange[] = [];
  for (const span of spans) {
    const [start, end] = [toBare(span.start), toBare(span.end)];
    const last = bare.at(-1);
    if (start >= end) continue;
    if (last && start <= last.end)
      bare[bare.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else bare.push({ start, end });
  }
  return bare;
}

/** How a tag of a side is named where ids of several annotators meet: two of them may have one id. */
export function sourceKey({ annotator, id }: { readonly annotator: string; readonly id: string }): string {
  return JSON.stringify([annotator, id]);
}

export function keyOf({ annotator, tag }: SideTag): string {
  return sourceKey({ annotator, id: tag.id });
}
