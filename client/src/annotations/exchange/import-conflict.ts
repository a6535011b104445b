import type { Settlement } from './settlement.ts';

/** What of a tag can be said differently here and in an import. */
export type ComparedMember = 'label' | 'place' | 'review' | 'attribute' | 'chain' | 'note' | 'creator';

/** Where a tag here and the same tag of an import say different things. */
export interface ImportConflict {
  /** The id of the tag here. */
  readonly id: string;
  /** The words of the tag here, bare. */
  readonly words: string;
  readonly label: string;
  readonly member: ComparedMember;
  /** Which attribute; else empty. */
  readonly name: string;
  /** As texts, for showing. */
  readonly ours: string;
  readonly theirs: string;
  /** ISO 8601; empty where it is not known. */
  readonly oursModified: string;
  readonly theirsModified: string;
}

/** Which of the two counts. */
export type Settle = (conflict: ImportConflict) => 'ours' | 'theirs';

export function settledBy(settlement: Settlement): Settle {
  if (settlement === 'mine') return () => 'ours';
  if (settlement === 'theirs') return () => 'theirs';
  return ({ oursModified, theirsModified }) => (isLater(theirsModified, oursModified) ? 'theirs' : 'ours');
}

/** Whether one time is after another; where either is not known, nobody can say so. */
export function isLater(time: string, other: string): boolean {
  return Date.parse(time) > Date.parse(other);
}
