/** Marks that turn the direction of what stands beside them: embeddings, overrides, isolates, and the marks alone. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text that somebody else wrote, with its marks of direction shown by their code points, so that they turn nothing. */
export function withShownMarks(text: string): string {
  return text.replace(
    turning,
    (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** The same, and what is written from right to left stays among itself. */
export function apart(text: string): string {
  // First-strong isolate … pop directional isolate: see Unicode Standard Annex #9.
  return `\u2068${withShownMarks(text)}\u2069`;
}
