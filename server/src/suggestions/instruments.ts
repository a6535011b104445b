import type { Recogniser } from './found.ts';

/** Instruments in every form in which they are cited: `instrument` is what is meant, where that is known. */
export function instrumentRecogniser(): Recogniser {
  return ({ references }) =>
    references.map(({ range, identity, members }) => {
      const meant = members?.join('、') ?? identity;
      return { kind: 'instrument', ...range.clean, attributes: meant ? { instrument: meant } : {} };
    });
}
