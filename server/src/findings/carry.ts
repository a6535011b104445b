import type { Artefact } from '../artefacts/artefact.ts';
import type { Edit } from '../text/edit.ts';

/** With more edits than this at once, everything between the first and the last counts as touched. */
const fewEdits = 16;

/**
 * The artefacts of a text (UTF-16 raw, in order) in the text after edits (sorted, apart) that nobody has looked at
 * yet: moved with their words, and without those whose words, or the places beside them, were touched.
 */
export function carry(artefacts: readonly Artefact[], edits: readonly Edit[]): readonly Artefact[] {
  if (artefacts.length === 0 || edits.length === 0) return artefacts;
  const delta = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const touching =
    edits.length <= fewEdits ? edits : [{ start: edits[0]!.start, end: edits.at(-1)!.end, text: '' }];
  const carried: Artefact[] = [];
  for (const artefact of artefacts) {
    if (touching.some(({ start, end }) => end >= artefact.start && start <= artefact.end)) continue;
    if (artefact.end < edits[0]!.start) carried.push(artefact);
    else if (artefact.start > edits.at(-1)!.end) carried.push(moved(artefact, delta));
    else carried.push(moved(artefact, deltaBefore(edits, artefact.start)));
  }
  return carried;
}

function deltaBefore(edits: readonly Edit[], at: number): number {
  let delta = 0;
  for (const { start, end, text } of edits) if (end <= at) delta += text.length - (end - start);
  return delta;
}

function moved(artefact: Artefact, by: number): Artefact {
  if (by === 0) return artefact;
  const edits = artefact.edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
  return { ...artefact, start: artefact.start + by, end: artefact.end + by, edits };
}
