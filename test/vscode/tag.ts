import type { Annotation } from '../../client/src/annotations/annotation.ts';

/** A tag on a range (UTF-16 raw), named by it. */
export function tagAt(start: number, end: number, changes: Partial<Annotation> = {}): Annotation {
  return {
    id: `${start}-${end}`,
    label: 'party',
    spans: [{ start, end }],
    attributes: {},
    note: '',
    creator: '',
    created: '2030-01-01T00:00:00.000Z',
    modified: '2030-01-01T00:00:00.000Z',
    review: 'accepted',
    state: 'anchored',
    scope: 'words',
    relations: [],
    quotes: [{ exact: '', prefix: '', suffix: '' }],
    ...changes,
  };
}
