import type { SuggestionKind } from '../protocol.ts';
import type { TextRange } from '../text/range.ts';
import type { Paragraph } from './paragraph.ts';

/** A span worth tagging, as a recogniser finds it. All offsets UTF-16 clean. */
export interface Found extends TextRange {
  readonly kind: SuggestionKind;
  /** By the ids of the attributes of the built-in scheme; see `Suggestion`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Where the one who says it was named, if that is not in the same sentence. */
  readonly inherited?: TextRange;
}

/**
 * Looks at the paragraphs of a text one after the other, in order, and may remember what it has read. It is given what
 * the recognisers before it have found in the same paragraph, and takes time linear in its length.
 */
export type Recogniser = (paragraph: Paragraph, before: readonly Found[]) => Found[];
