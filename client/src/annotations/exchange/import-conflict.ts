import type { BilingualText } from '../labels.ts';
import type { Settlement } from './settlement.ts';

/** What of a tag can be said differently here and in an import. */
export type ComparedMember = 'label' | 'place' | 'review' | 'attribute' | 'chain' | 'note' | 'creator';

/** What each of these is called of a tag. */
export const comparedMembers = {
  label: { en: 'its label', zh: '标签' },
  place: { en: 'where it lies', zh: '位置' },
  review: { en: 'its review', zh: '审阅状态' },
  attribute: { en: 'its attribute', zh: '属性' },
  chain: { en: 'its chain', zh: '指代链' },
  note: { en: 'its note', zh: '备注' },
  creator: { en: 'its creator', zh: '标注者' },
} as const satisfies Record<ComparedMember, BilingualText>;

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

/** Whether two times are one and known. */
export function isSameTime(time: string, other: string): boolean {
  return Date.parse(time) === Date.parse(other);
}

/** Whether one time is after another; where either is not known, nobody can say so. */
export function isLater(time: string, other: string): boolean {
  return Date.parse(time) > Date.parse(other);
}
