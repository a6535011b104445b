import { allHeld, type Holdings } from '../features.ts';

/** A file beside brat's own keeps what brat has no place for (see brat-memory.ts). */
export const bratHoldings: Holdings = {
  ...allHeld,
  documents: 'no',
  orphans: 'no',
  foreign: 'part',
  // Of a tag on line ends alone nothing can be quoted.
  blanks: 'part',
};
