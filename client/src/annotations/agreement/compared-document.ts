import type { ReadingPart } from '../../../../server/src/protocol.ts';
import type { Annotation, Review } from '../annotation.ts';

/** A document with the tags of all who tagged it. */
export interface ComparedDocument {
  /** By which it is told from others. */
  readonly name: string;
  /** The raw text, without a BOM. */
  readonly text: string;
  /** In order of place; UTF-16 raw. */
  readonly parts: readonly ReadingPart[];
  /** Those who have a file of tags of it, however few. */
  readonly annotators: readonly AnnotatorTags[];
}

export interface AnnotatorTags {
  /** As the name of the file has it; empty where it has none. */
  readonly annotator: string;
  /** Lying on the text; UTF-16 raw. */
  readonly tags: readonly Annotation[];
}

export interface AgreementOptions {
  /** Who is compared, in this order; absent: all who tagged something, by name. At most {@link mostAnnotators}. */
  readonly annotators?: readonly string[];
  /** Count also what is not marked as finished, wherever two have a file of tags. */
  readonly unfinished?: boolean;
  /** Which tags count; absent: those that were accepted. */
  readonly reviews?: readonly Review[];
  /** Compute γ of each document too, which takes longer than all the rest. */
  readonly gamma?: boolean;
}

/** Every two are compared, so that more would be too many pairs to look at. */
export const mostAnnotators = 20;
