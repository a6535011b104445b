import { isObject } from '../../../../../server/src/text/json.ts';
import { readJson } from '../../../../../server/src/text/json-source.ts';
import type { OutputPiece, ReadingContext } from '../format.ts';
import { textMember } from '../json-file.ts';
import type { TaggedText } from '../tagged-text.ts';

/**
 * Which document a file is of and whose tags it has, in a file of our own beside it: for formats that have no room for
 * it. It is there only where the document goes by another name than its own.
 */
export function* writeOrigin({ name, path, annotator }: TaggedText): Iterable<OutputPiece> {
  if (path === undefined) return;
  const origin = { jiaozhu: 1, name, path, ...(annotator !== '' && { annotator }) };
  yield { file: `${name}${originEnding}`, content: `${JSON.stringify(origin)}\n` };
}

/** What is said of the document of that name; nothing where that was not written by us. Never throws. */
export async function readOrigin(
  name: string,
  { beside }: ReadingContext,
): Promise<Pick<TaggedText, 'path' | 'annotator'>> {
  const bytes = await beside(`${name}${originEnding}`);
  const json = bytes && readJson(new TextDecoder().decode(bytes));
  if (!json?.ok || !isObject(json.value) || json.value.jiaozhu !== 1) return { annotator: '' };
  const path = textMember(json.value, 'path');
  return { ...(path !== undefined && { path }), annotator: textMember(json.value, 'annotator') ?? '' };
}

const originEnding = '.jiaozhu.json';
