import { safeAnnotator } from '../sidecar-name.ts';

/** A document that goes out, by where it is and whose tags it has. */
export interface NamedDocument {
  /** Its path among the documents, `/` between folders. */
  readonly path: string;
  /** Empty for nobody in particular. */
  readonly annotator: string;
}

/**
 * The names under which documents are written together, one for each:
 * - where they have several annotators, the tags of each one who has a name go into a folder of that name;
 * - what not every system can have in a name is `-`;
 * - no two are alike, whatever the case of their letters and without their endings, since formats put endings of their
 *   own: the second gets a number.
 */
export function outputNames(documents: readonly NamedDocument[]): readonly string[] {
  const several = new Set(documents.map(({ annotator }) => annotator)).size > 1;
  const names = new TakenNames();
  return documents.map(({ path, annotator }) => {
    const folder = several ? safeAnnotator(annotator) : '';
    return names.take(safePath(folder === '' ? path : `${folder}/${path}`));
  });
}

/** Names of documents that are written together, as they come. */
export class TakenNames {
  readonly #taken = new Set<string>();

  /** The name, with a number if another document has it. @param name as every system can have it */
  take(name: string): string {
    for (let number = 1; ; number += 1) {
      const numbered = number === 1 ? name : withNumber(name, number);
      const key = keyOf(withoutEnding(numbered));
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return numbered;
    }
  }

  isFree(name: string): boolean {
    return !this.#taken.has(keyOf(withoutEnding(name)));
  }
}

/** Endings of documents; of other files what stands behind the last dot. */
const ending = /(?:\.statement\.txt|\.[^./]*)$/i;

export function withoutEnding(name: string): string {
  const bare = name.replace(ending, '');
  // A name that is nothing but an ending is a name.
  return bare === '' || bare.endsWith('/') ? name : bare;
}

/** The name with a number before its ending. */
export function withNumber(name: string, number: number): string {
  const bare = withoutEnding(name);
  return `${bare}-${number}${name.slice(bare.length)}`;
}

/** What file systems may take for one name. */
export function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** A path that anybody may have written as one below a folder: no part leads out of it, and every system can have each. */
export function safePath(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? 'document' : parts.map(safePart).join('/');
}

/** Names that Windows keeps for devices, whatever their ending. Source: Naming Files, Paths, and Namespaces. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** In characters: a Chinese one has three bytes, and most systems allow 255. */
const longestPart = 80;

/** A folder or file name as every system can have it. */
function safePart(part: string): string {
  const safe = part
    .replace(/[\ud800-\udfff]/gu, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: file names must not hold them.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]/g, '')
    .replace(/[<>:"/\\|?*]+/g, '-')
    // Nothing is to be hidden, and Windows drops dots and spaces at the end.
    .replace(/^\.+|[ .]+$/g, '-');
  // Longer names no system has.
  const short = Array.from(safe).length > longestPart ? Array.from(safe).slice(-longestPart).join('') : safe;
  return short === '' || devices.test(short) ? `-${short}` : short;
}
