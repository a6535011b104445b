import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** A reference that a person found by reading; offsets in code points of the text without white space. */
export interface Expected {
  readonly start: number;
  readonly length: number;
  readonly form: string;
  /** An id, `=title`, `self`, several joined by `+`, or `-` where readers disagree whether it is one. */
  readonly means: string;
}

const folder = new URL('expectations/', import.meta.url);

/** The documents that have expectations, by name without ending. */
export const documentsRead: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.tsv'))
  .map((name) => name.slice(0, -'.tsv'.length))
  .sort();

/**
 * What was written down of a document: by one of the two readers, or what both say.
 * @throws Error where the text is not the one that was read
 */
export function expectedIn(name: string, text: string, reader: '' | 'first/' | 'second/' = ''): Expected[] {
  const [head, , ...rows] = readFileSync(new URL(`${reader}${name}.tsv`, folder), 'utf8')
    .trimEnd()
    .split('\n');
  const sum = createHash('sha256').update(text).digest('hex');
  if (!head!.endsWith(sum)) throw new Error(`${name} is not the text that was read.`);
  return rows.map((row) => {
    const [start, length, form, means] = row.split('\t');
    return { start: Number(start), length: Number(length), form: form!, means: means! };
  });
}

/** By UTF-16 offset, how many code points that are no white space stand before it. */
export function solidOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let solid = 0;
  for (let at = 0; at < text.length; at++) {
    offsets[at] = solid;
    const low = /[\udc00-\udfff]/.test(text.charAt(at)) && at > 0;
    if (!low && !/[\s\ufeff]/.test(text.charAt(at))) solid++;
  }
  offsets[text.length] = solid;
  return offsets;
}
