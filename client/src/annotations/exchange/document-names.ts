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
  const taken = new Set<string>();
  return documents.map(({ path, annotator }) => {
    const folder = several ? safeAnnotator(annotator) : '';
    const wanted = [...(folder === '' ? [] : [folder]), ...path.split('/')].map(safePart).join('/');
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : numbered(wanted, number);
      const key = keyOf(withoutEnding(name));
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  });
}

/** Endings of documents; of other files what stands behind the last dot. */
const ending = /(?:\.statement\.txt|\.[^./]*)$/i;

export function withoutEnding(name: string): string {
  const bare = name.replace(ending, '');
  // A name that is nothing but an ending is a name.
  return bare === '' || bare.endsWith('/') ? name : bare;
}

function numbered(name: string, number: number): string {
  const bare = withoutEnding(name);
  return `${bare}-${number}${name.slice(bare.length)}`;
}

/** What file systems may take for one name. */
export function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Names that Windows keeps for devices, whatever their ending. Source: Naming Files, Paths, and Namespaces. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** A folder or file name as every system can have it. */
function safePart(part: string): string {
  const safe = part
    .replace(/[\ud800-\udfff]/gu, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: file names must not hold them.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]/g, '')
    .replace(/[<>:"/\\|?*]+/g, '-')
    .replace(/^[ .]+$|[ .]+$/g, '-');
  return safe === '' || devices.test(safe) ? `-${safe}` : safe;
}
