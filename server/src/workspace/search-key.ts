import { fold } from '../instruments/genus.ts';

const IGNORED = /[\s《》〈〉「」『』“”‘’"'·]/g;

/**
 * A text as it is searched for and in: simplified, small letters, half-width, without white space and title or
 * quotation marks.
 */
export function searchKey(text: string): string {
  return fold(text.normalize('NFKC').toLowerCase()).replace(IGNORED, '');
}

/** How well a key fits one that is searched for; null where it does not hold it. */
export function fit(key: string, wanted: string): 'same' | 'begins' | 'holds' | null {
  if (key === wanted) return 'same';
  const at = key.indexOf(wanted);
  return at < 0 ? null : at === 0 ? 'begins' : 'holds';
}
