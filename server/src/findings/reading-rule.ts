import type { ArtefactClass } from '../artefacts/artefact.ts';
import type { Rule } from '../artefacts/rule.ts';
import type { NamedInstruments } from '../instruments/lexicon.ts';
import type { Reference } from '../instruments/reference.ts';
import type { BlockForm } from '../statement/heading.ts';
import type { CleanBlock, StatementNode } from '../statement/node.ts';
import type { Edit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';

/** A document as the rules of the reading stage see it: clean text, and what was recognised in it. */
export interface ReadText {
  readonly blocks: readonly CleanBlock[];
  /** What each of the blocks shows by itself. */
  readonly forms: readonly BlockForm[];
  readonly tree: StatementNode;
  readonly references: readonly Reference[];
  readonly registry: NamedInstruments;
  /** UTF-16 clean offsets at which furniture, such as a page-jump mark, was left out; in order. */
  readonly furniture: readonly number[];
}

/** What a rule found; offsets UTF-16 clean. */
export interface ReadingFound {
  readonly class?: ArtefactClass;
  readonly start: number;
  readonly end: number;
  /** Sorted, apart; each replaces, deletes or inserts within one block. */
  readonly edits: readonly Edit[];
  /** What the message names, in the order of its placeholders. */
  readonly values: readonly (string | number)[];
  readonly variant?: string;
  /** Other places that it is about, UTF-16 clean, in the order in which the message needs them. */
  readonly related?: readonly TextRange[];
}

/** A rule of the reading stage: never safe, and never applied by cleaning. */
export interface ReadingRule extends Rule {
  find(text: ReadText): ReadingFound[];
}
