import type { Annotation } from '../../annotations/annotation.ts';
import type { Candidate } from '../../annotations/candidates.ts';

/** A row of the tray. */
export type LostRow = LostTag | PlaceRow | NoPlace;

/** A tag that has lost its words. */
export interface LostTag {
  readonly row: 'lost';
  readonly tag: string;
  readonly annotation: Annotation;
}

/** Where its words may be. */
export interface PlaceRow {
  readonly row: 'place';
  readonly of: LostTag;
  readonly place: Candidate;
  /** The version of the document in which the place counts. */
  readonly version: number;
}

/** That nothing in the text is like its words. */
export interface NoPlace {
  readonly row: 'none';
  readonly of: LostTag;
}
