import type { Annotation } from '../../annotations/annotation.ts';
import type { StoredAnnotation } from '../../annotations/sidecar.ts';

/**
 * Our tags with what somebody else has done to the same file since we read it. By id: what they added is
 * added, what they removed goes unless we changed it, and where both changed one the later change counts.
 * Both lists hold places in our text (UTF-16 raw); the base is the file as we read it.
 */
export function mergeTags(
  base: readonly StoredAnnotation[],
  theirs: readonly Annotation[],
  ours: readonly Annotation[],
): Annotation[] {
  const before = new Map(base.map((tag) => [tag.id, tag]));
  const there = new Map(theirs.map((tag) => [tag.id, tag]));
  const kept = ours.flatMap((our) => {
    const old = before.get(our.id);
    const their = there.get(our.id);
    if (!old) return [our];
    const changed = our.modified !== old.modified;
    if (!their) return changed ? [our] : [];
    if (their.modified === old.modified || (changed && their.modified < our.modified)) return [our];
    // What it says is theirs; where it lies, we know best: our text is the one that was edited.
    return [{ ...their, spans: our.spans, state: our.state, quotes: our.quotes }];
  });
  const held = new Set(ours.map(({ id }) => id));
  return [...kept, ...theirs.filter(({ id }) => !held.has(id) && !before.has(id))];
}
