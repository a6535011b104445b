import { type Annotation, extent } from './annotation.ts';

/** Nothing that is read: white space, marks, and what is not seen. */
const nothing = /^[\p{P}\p{S}\p{Z}\p{C}]*$/u;

/**
 * Whether two tags, the first of which does not begin after the second, overlap, touch, or have nothing but white space
 * and marks between them in a text (UTF-16 raw).
 */
export function areNeighbours(text: string, first: Annotation, second: Annotation): boolean {
  return nothing.test(text.slice(extent(first).end, extent(second).start));
}
