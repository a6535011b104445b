import type { Artefact, Level, RuleId } from './artefacts/artefact.ts';
import type { Profile } from './artefacts/profile.ts';
import type { Reference } from './instruments/reference.ts';
import type { CleanBlock, Ranged, StatementKind, StatementNode } from './statement/node.ts';
import type { Edit } from './text/edit.ts';
import type { TextRange } from './text/range.ts';
import type { SourceMap } from './text/source-map.ts';

/** The clean text, held with its map: our best reading of the print. Settings and tags do not change it. */
export interface Reading {
  readonly clean: string;
  readonly map: SourceMap;
  readonly blocks: readonly CleanBlock[];
  /** Raw ranges left out of the clean text: running heads, page-jump marks. */
  readonly furniture: readonly TextRange[];
}

/**
 * All that is known of one version of a text. A value: it never changes, and parts that nobody asks for
 * are never computed.
 */
export interface Analysis {
  readonly raw: string;
  /** A fact about the whole text has changed, and what depends on it has yet to be read again. */
  readonly behind: boolean;
  readonly reading: Reading;
  /** Raw-stage artefacts in order of place, whatever the settings say of them. */
  readonly artefacts: readonly Artefact[];
  readonly kind: StatementKind;
  /** Where the text comes from, as it tells by itself. */
  readonly profile: Profile;
  readonly tree: StatementNode<Ranged>;
  readonly references: readonly Reference<Ranged>[];
  /** What the document is itself, as references in others tell it: see `Reference.identity`. */
  readonly identity: string | null;
  /** What the rules of the reading stage find, in order of place, whatever the settings say of it. */
  readonly readingArtefacts: readonly Artefact[];
}

/** What a person has decided about findings. */
export interface FindingOptions {
  /** Levels that differ from the rules' defaults. */
  readonly levels?: Readonly<Partial<Record<RuleId, Level>>>;
  /** UTF-16 raw ranges tagged `sic`: no artefact that touches one is reported or cleaned. */
  readonly asPrinted?: readonly TextRange[];
  /** The longest list to make; the first ones in order of place. */
  readonly limit?: number;
  /** Those of the reading stage as well, which look at the whole document: not for a keystroke. */
  readonly reading?: boolean;
}

/** An artefact as a person sees it. */
export interface Finding extends Artefact {
  readonly level: Exclude<Level, 'off'>;
}

/** What cleaning would do. */
export interface Cleaning {
  /** Sorted, not overlapping, UTF-16 raw: applying them all is one undo step. */
  readonly edits: readonly Edit[];
  /** How many places each rule mends. */
  readonly counts: Readonly<Record<string, number>>;
  /** Raw ranges of line breaks whose best reading is doubtful: left as they are. */
  readonly doubtful: readonly TextRange[];
}
