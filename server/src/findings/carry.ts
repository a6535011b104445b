import type { Artefact } from '../artefacts/artefact.ts';
import type { Edit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';

/** With more edits than this at once, everything between the first and the last counts as touched. */
const fewEdits = 16;

/**
 * The artefacts of a text (UTF-16 raw, in order) in the text after edits (sorted, apart) that nobody has looked at
 * yet: moved with their words, and without those whose words, or the places beside them, were touched, or whose related
 * places were.
 */
export function carry(artefacts: readonly Artefact[], edits: readonly Edit[]): readonly Artefact[] {
  if (artefacts.length === 0 || edits.length === 0) return artefacts;
  const delta = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const touching =
    edits.length <= fewEdits ? edits : [{ start: edits[0]!.start, end: edits.at(-1)!.end, text: '' }];
  const isTouched = (place: TextRange) =>
    touching.some(({ start, end }) => end >= place.start && start <= place.end);
  const shiftAt = ({ start, end }: TextRange) => {
    if (end < edits[0]!.start) return 0;
    return start > edits.at(-1)!.end ? delta : deltaBefore(edits, start);
  };
  const carried: Artefact[] = [];
  for (const artefact of artefacts) {
    if (isTouched(artefact) || artefact.related?.some(isTouched)) continue;
    const placed = moved(artefact, shiftAt(artefact));
    const related = artefact.related?.map((place) => shifted(place, shiftAt(place)));
    carried.push(related === undefined ? placed : { ...placed, related });
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
  return { ...shifted(artefact, by), edits: artefact.edits.map((edit) => shifted(edit, by)) };
}

function shifted<T extends TextRange>(range: T, by: number): T {
  return { ...range, start: range.start + by, end: range.end + by };
}
