import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Scope } from '../annotation.ts';
import { keyOf, type SideTag } from './sides.ts';
import type { Decision } from './standing.ts';

/** Tags with one label on the same words, at most one of each side. */
export interface TagGroup {
  readonly scope: Scope;
  readonly label: string;
  /** What two groups on the same words have in common. */
  readonly place: string;
  /** UTF-16 bare. */
  readonly bare: readonly TextRange[];
  readonly tags: SideTag[];
  /** The decision that stands about all of them. */
  readonly decision: Decision | undefined;
}

/**
 * Puts tags on the same words with the same label together. Where a side has several such tags, its first goes with
 * the first of another side, and so on. What was decided apart stays apart, though a correction of the text has brought
 * the words together.
 */
export function groupTags(
  tags: readonly SideTag[],
  standing: ReadonlyMap<string, Decision>,
): readonly TagGroup[] {
  const groups = new Map<string, TagGroup>();
  const counts = new Map<string, number>();
  for (const each of tags) {
    const { side, tag, bare } = each;
    const decision = standing.get(keyOf(each));
    const place = placeOf(each);
    const alike = JSON.stringify([decision?.key ?? '', tag.scope, place, tag.label]);
    const counted = `${side} ${alike}`;
    const count = counts.get(counted) ?? 0;
    counts.set(counted, count + 1);
    const key = `${count} ${alike}`;
    const group = groups.get(key);
    if (group) group.tags.push(each);
    else groups.set(key, { scope: tag.scope, label: tag.label, place, bare, tags: [each], decision });
  }
  return [...groups.values()];
}

/** The same for tags on the same words; where these are blanks alone, by their places in the text. */
function placeOf({ tag, bare }: SideTag): string {
  if (tag.scope === 'document') return '';
  return bare.length > 0 ? written(bare) : `raw ${written(tag.spans)}`;
}

function written(ranges: readonly TextRange[]): string {
  return ranges.map(({ start, end }) => `${start}-${end}`).join(' ');
}
