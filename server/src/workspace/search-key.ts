import { fold } from '../instruments/genus.ts';
import { builtInInstruments } from '../instruments/registry.ts';

const IGNORED = /[\s《》〈〉「」『』“”‘’"'·]/g;

let pairs: ReadonlyMap<string, string> | undefined;

/**
 * Traditional characters with their simplified forms, as the titles in the registry have both: not all there are, but
 * those of this genre's own vocabulary, and more with each title.
 */
function simplifiedForms(): ReadonlyMap<string, string> {
  if (pairs !== undefined) return pairs;
  const found = new Map<string, string>();
  for (const { names } of builtInInstruments()) {
    const { zh, zhHant } = names;
    // Titles of different lengths differ in more than their script.
    if (zhHant === undefined || zhHant.length !== zh.length) continue;
    for (let at = 0; at < zh.length; at++) {
      if (zh[at] !== zhHant[at]) found.set(zhHant[at]!, zh[at]!);
    }
  }
  pairs = found;
  return found;
}

/**
 * A text as it is searched for and in: simplified, small letters, half-width, without white space and title or
 * quotation marks.
 */
export function searchKey(text: string): string {
  const simplified = simplifiedForms();
  const plain = fold(text.normalize('NFKC').toLowerCase()).replace(IGNORED, '');
  let key = '';
  for (const character of plain) key += simplified.get(character) ?? character;
  return key;
}

/** How well a key fits one that is searched for; null where it does not hold it. */
export function fit(key: string, wanted: string): 'same' | 'begins' | 'holds' | null {
  if (key === wanted) return 'same';
  const at = key.indexOf(wanted);
  return at < 0 ? null : at === 0 ? 'begins' : 'holds';
}
