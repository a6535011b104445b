import type { JsonObject, JsonValue } from '../../../../../server/src/text/json.ts';
import { listMember, textMember } from '../json-file.ts';
import type { TaggedText } from '../tagged-text.ts';

/** The member, in files of tools that pass on what they do not know, in which we keep what they have no room for. */
export const keptMember = 'jiaozhu';

/** What is kept of a document beside what the tool has of it. */
export interface KeptDocument {
  readonly name?: string;
  readonly path?: string;
  readonly form?: 'raw' | 'clean';
  readonly annotator: string;
  /** Each a tag as kept-tag.ts writes it. */
  readonly tags: readonly JsonValue[];
}

export function keepDocument(document: TaggedText, tags: readonly JsonObject[]): JsonObject {
  const { name, path, form, annotator } = document;
  return {
    name,
    ...(path !== undefined && { path }),
    ...(form && { form }),
    ...(annotator !== '' && { annotator }),
    tags,
  };
}

/** Of what is not there, or is not ours, nothing is said. */
export function readKeptDocument(value: JsonValue | undefined): KeptDocument {
  const name = textMember(value, 'name');
  const path = textMember(value, 'path');
  const form = textMember(value, 'form');
  return {
    ...(name !== undefined && { name }),
    ...(path !== undefined && { path }),
    ...((form === 'raw' || form === 'clean') && { form }),
    annotator: textMember(value, 'annotator') ?? '',
    tags: listMember(value, 'tags'),
  };
}

/** The path of a document; none where the tool has another name for it by now. */
export function pathOf(kept: KeptDocument, name: string): { readonly path?: string } {
  return kept.path !== undefined && kept.name === name ? { path: kept.path } : {};
}
