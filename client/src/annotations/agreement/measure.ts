/**
 * What a measure came to: a number, or why there is none. A measure without a value is never told as 1 or 0:
 * - `nothing`: there is nothing to compare;
 * - `untagged`: nobody tagged anything;
 * - `no-variation`: everybody used one category throughout, so that there is no chance to agree or disagree by;
 * - `too-large`: it would take too long.
 */
export type Measure =
  | { readonly value: number }
  | { readonly value: null; readonly why: 'nothing' | 'untagged' | 'no-variation' | 'too-large' };

export type WhyUndefined = Extract<Measure, { value: null }>['why'];

export function notDefined(why: WhyUndefined): Measure {
  return { value: null, why };
}

/** What rounding may leave of a difference of shares that is none. */
const nothing = 1e-12;

/** How far observed agreement goes beyond chance, of how far it could go; both shares of 1. */
export function beyondChance(observed: number, expected: number): Measure {
  return 1 - expected < nothing
    ? notDefined('no-variation')
    : { value: (observed - expected) / (1 - expected) };
}

/** The mean of what is defined; where nothing is, why the first is not. */
export function meanOf(measures: readonly Measure[]): Measure {
  const values = measures.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return measures[0] ?? notDefined('nothing');
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length };
}
