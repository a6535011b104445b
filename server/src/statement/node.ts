import type { TextRange } from '../text/range.ts';

export type StatementKind =
  | 'joint-statement'
  | 'communique'
  | 'declaration'
  | 'treaty'
  | 'announcement'
  /** A letter or telegram. */
  | 'letter'
  | 'resolution'
  | 'law'
  | 'unknown';

export type NodeKind =
  /** The whole text; inside it, another document that follows the first (a second agreement behind the signatures). */
  | 'document'
  /** 附件一, 附录, [附]: what is annexed to the document before it. */
  | 'annex'
  | 'title'
  | 'dateline'
  | 'preamble'
  | 'section'
  | 'article'
  | 'item'
  /** A text of several paragraphs that is quoted, with numbers of its own. */
  | 'quotation'
  | 'paragraph'
  | 'sentence'
  | 'closing'
  | 'furniture';

/**
 * A node of the statement tree. Every node is inside its parent, siblings are in order and do not overlap.
 * Recognisers make it over the clean text; the service adds the raw ranges.
 */
export interface StatementNode<R extends CleanRanged = CleanRanged> {
  readonly kind: NodeKind;
  /** What the outline shows, in clean text: a heading with the first words of what follows, cut at a sensible length. */
  readonly label: string;
  readonly range: R;
  /** The heading or numeral that a jump lands on; inside `range`. */
  readonly heading: R;
  readonly children: readonly StatementNode<R>[];
}

/** A range of the clean text, UTF-16. */
export interface CleanRanged {
  readonly clean: TextRange;
}

/** A range of the clean text with the raw range that it came from, both UTF-16. */
export interface Ranged extends CleanRanged {
  readonly raw: TextRange;
}

/** A paragraph of the clean text: one line of it, without its line end. */
export interface CleanBlock {
  readonly text: string;
  /** UTF-16 clean offset of its first character. */
  readonly start: number;
  /** Furniture (running heads, page-jump marks) is left out of the clean text and so never a block. */
}
