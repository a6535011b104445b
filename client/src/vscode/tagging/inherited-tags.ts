import type { Annotation } from '../../annotations/annotation.ts';

/** Where the tags of a document come from that was another until it was renamed. */
export interface Inheritance {
  /** Those of the document under its old name. */
  readonly tags: readonly Annotation[];
  /** Those of the file beside the new name. */
  readonly inFile: readonly Annotation[];
  /** Those that it was opened with, and those made since. */
  readonly opened: readonly Annotation[];
  /** Whether the file beside the new name is the one that lay beside the old name. */
  readonly cameAlong: boolean;
}

/** No tag twice, and none lost; but what was deleted under the old name, and is in its file still, stays deleted. */
export function inheritedTags({ tags, inFile, opened, cameAlong }: Inheritance): Annotation[] {
  const known = new Set([...tags, ...(cameAlong ? inFile : [])].map(({ id }) => id));
  const more = new Map([...inFile, ...opened].map((tag) => [tag.id, tag]));
  return [...tags, ...[...more.values()].filter(({ id }) => !known.has(id))];
}
