import type { Holdings } from '../features.ts';

/** A file beside brat's own keeps what brat has no place for (see brat-memory.ts). */
export const bratHoldings: Holdings = {
  tags: 'yes',
  fragments: 'yes',
  overlaps: 'yes',
  attributes: 'yes',
  relations: 'yes',
  chains: 'yes',
  notes: 'yes',
  sections: 'yes',
  documents: 'no',
  orphans: 'no',
  reviews: 'yes',
  people: 'yes',
  times: 'yes',
  ids: 'yes',
  unknown: 'yes',
  foreign: 'part',
  // Of a tag on line ends alone nothing can be quoted.
  blanks: 'part',
  characters: 'yes',
};
