import { splitsCharacter } from './offsets.ts';
import { taggableSpans } from './span-joining.ts';
import { type EntryState, type Fragment, followed, placesOf } from './tag-entry.ts';
import type { TrackedSpans } from './tracked-spans.ts';

/**
 * The fragments of each tag that a split at the offset makes of one: two where it lies inside a span, else one for
 * each fragment; null where there is nothing to split. Lost fragments stay with what stands before them. UTF-16.
 */
export function splitFragments(
  { said, fragments }: EntryState,
  offset: number,
  spans: TrackedSpans,
): readonly (readonly Fragment[])[] | null {
  if (said.scope !== 'words') return null;
  const { text } = spans;
  const at = splitsCharacter(text, offset) ? offset - 1 : offset;
  const sorted = placesOf(fragments, spans).map(({ fragment, range, lost }) => {
    const whole =
      lost || (spans.start(fragment.row) === range.start && spans.end(fragment.row) === range.end);
    return whole ? fragment : followed(range, spans);
  });
  const index = sorted.findIndex(({ row }) => spans.start(row) < at && at < spans.end(row));
  if (index >= 0) {
    const { row } = sorted[index]!;
    const [left] = taggableSpans(text, [{ start: spans.start(row), end: at }], said.label);
    const [right] = taggableSpans(text, [{ start: at, end: spans.end(row) }], said.label);
    if (!left || !right) return null;
    return [
      [...sorted.slice(0, index), followed(left, spans)],
      [followed(right, spans), ...sorted.slice(index + 1)],
    ];
  }
  const parts: { live: boolean; fragments: Fragment[] }[] = [];
  for (const fragment of sorted) {
    const live = !spans.isLost(fragment.row);
    const last = parts.at(-1);
    if (!last || (live && last.live)) parts.push({ live, fragments: [fragment] });
    else {
      last.fragments.push(fragment);
      last.live ||= live;
    }
  }
  return parts.length > 1 ? parts.map((part) => part.fragments) : null;
}
