import type { PositionRange } from '../../../server/src/text/lines.ts';

/** One place of a concordance: the words with what stands beside them. */
export interface ConcordanceLine {
  /** URI of the document. */
  readonly document: string;
  /** The document's name, as a person knows it. */
  readonly name: string;
  /** Where the words are, as editors count. */
  readonly place: PositionRange;
  /** On one line each, without what printing did to them as far as can be had. */
  readonly left: string;
  readonly words: string;
  readonly right: string;
  /** Whose tag it is, where several have tagged the document; else absent. */
  readonly annotator?: string;
}

/** What is looked for: words, or the tags with a label. */
export type Sought =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'label'; readonly label: string };
