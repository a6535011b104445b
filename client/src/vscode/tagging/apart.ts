/** Marks that turn the direction of what stands beside them: embeddings, overrides, isolates, and the marks alone. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text that somebody else wrote, so that it cannot disturb what is told beside it: marks of direction are shown by
 * their code points, and what is written from right to left stays among itself.
 */
export function apart(text: string): string {
  const shown = text.replace(
    turning,
    (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
  // First-strong isolate … pop directional isolate: see Unicode Standard Annex #9.
  return `\u2068${shown}\u2069`;
}
