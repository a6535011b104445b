import type { ArtefactClass } from './artefact.ts';

/**
 * Where a text comes from: a newspaper page that was set in columns, an engine that reads pictures and leaves spaces
 * between groups of characters, or a file that was a text from the beginning.
 *
 * What it means for the classes of artefacts:
 * - newspaper: lines that a column cut are joined, and the spaces that justification left are closed, unseen.
 * - ocr: the same, and every space between Han characters, their marks and words is noise.
 * - digital: no line is joined unseen, and the spaces between words, about numbers and before brackets are its
 *   writer's. Safe is only what is wrong in any text: white space at the edges of lines and on the inner side of
 *   marks, and the characters of the closed table, which look like what they stand for.
 */
export type Profile = 'newspaper' | 'ocr' | 'digital';

export const profiles: readonly Profile[] = ['newspaper', 'ocr', 'digital'];

/** What a document says of where it comes from, by counts over all its lines. */
export function profileOf(hasColumns: boolean, spacesAreNoise: boolean): Profile {
  if (spacesAreNoise) return 'ocr';
  return hasColumns ? 'newspaper' : 'digital';
}

/** The class of what is sure in a text that came through print. */
export function surely(profile: Profile): ArtefactClass {
  return profile === 'digital' ? 'likely' : 'safe';
}
