/**
 * A half-open range [start, end) of UTF-16 code units. Which text it counts in, raw or clean, is said by
 * the name of the field or parameter that holds it (`raw`, `clean`), never guessed.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether the two ranges share at least one code unit. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds every code unit of `inner`. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
