import type { ReadingPart } from '../../../../server/src/protocol.ts';
import { type Annotation, extent } from '../../annotations/annotation.ts';

/** The tags of one part of a statement. */
export interface TagGroup {
  /** Absent for tags before the first part, or where the parts are not known. */
  readonly part?: ReadingPart;
  readonly tags: readonly Annotation[];
}

/**
 * Groups tags by the part in which each begins; parts without tags are left out. Both lists are in order of
 * place; offsets: UTF-16 raw.
 */
export function groupTags(parts: readonly ReadingPart[], tags: readonly Annotation[]): TagGroup[] {
  const groups: { part?: ReadingPart; tags: Annotation[] }[] = [];
  let next = 0;
  let part: ReadingPart | undefined;
  for (const tag of tags) {
    const { start } = extent(tag);
    for (; next < parts.length && parts[next]!.start <= start; next += 1) part = parts[next];
    const last = groups.at(-1);
    if (last && last.part === part) last.tags.push(tag);
    else groups.push({ ...(part ? { part } : {}), tags: [tag] });
  }
  return groups;
}
