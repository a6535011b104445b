import type { Artefact } from '../artefacts/artefact.ts';
import type { Edit } from '../text/edit.ts';
import type { SourceMap } from '../text/source-map.ts';
import type { ReadingFound, ReadingRule, ReadText } from './reading-rule.ts';
import { readingRules } from './rules.ts';

/** What the rules of the reading stage find in a text, in order of place; offsets UTF-16 raw. */
export function readingArtefacts(text: ReadText, map: SourceMap): Artefact[] {
  return readingRules
    .flatMap((rule) => rule.find(text).map((found) => inRaw(rule, found, map)))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function inRaw({ id, class: usual }: ReadingRule, found: ReadingFound, map: SourceMap): Artefact {
  const { class: is = usual, values, variant, related } = found;
  const edits = found.edits.map((edit) => rawEdit(edit, map));
  return {
    rule: id,
    class: is,
    ...map.rangeToRaw(found),
    // A fix that would have to cross a line break of the print is left to the person.
    edits: edits.every((edit) => edit !== null) ? edits : [],
    values,
    ...(variant === undefined ? {} : { variant }),
    ...(related === undefined ? {} : { related: related.map((range) => map.rangeToRaw(range)) }),
  };
}

/** The edit in the raw text; null where what it replaces is no stretch of it. */
function rawEdit({ start, end, text }: Edit, map: SourceMap): Edit | null {
  if (start === end) {
    // Behind the character before, rather than before the next, which may stand on the next line.
    const at = start > 0 ? map.toRaw(start - 1) + 1 : map.toRaw(start);
    return { start: at, end: at, text };
  }
  const raw = map.rangeToRaw({ start, end });
  return raw.end - raw.start === end - start ? { ...raw, text } : null;
}
