import type { ComparedDocument } from '../../../client/src/annotations/agreement/compared-document.ts';
import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import type { ReadingPart } from '../../../server/src/protocol.ts';

let ids = 0;

/** A tag with a label on some fragments: `[start, end]` each, UTF-16 raw. */
export function tag(
  label: string,
  ranges: readonly (readonly [start: number, end: number])[],
  changes: Partial<Annotation> = {},
): Annotation {
  ids += 1;
  return {
    id: `urn:${ids}`,
    label,
    spans: ranges.map(([start, end]) => ({ start, end })),
    scope: 'words',
    attributes: {},
    relations: [],
    note: '',
    creator: '',
    created: '',
    modified: '',
    review: 'accepted',
    state: 'anchored',
    quotes: ranges.map(() => ({ exact: '', prefix: '', suffix: '' })),
    ...changes,
  };
}

/** The mark that the whole document, or the section with this start, is done. */
export function done(section?: number): Annotation {
  return section === undefined
    ? tag('reviewed', [], { scope: 'document' })
    : tag('reviewed', [[section, section + 1]], { scope: 'section' });
}

/**
 * The tags that brackets mark in a text: `[party 中方]`. They may lie in each other.
 * @param marked the text with brackets; what is not in brackets is the text
 */
export function tagsIn(marked: string): { readonly text: string; readonly tags: readonly Annotation[] } {
  const open: { label: string; start: number }[] = [];
  const tags: Annotation[] = [];
  let text = '';
  for (const piece of marked.match(/\[[a-z]+ |\]|[^[\]]+/g) ?? []) {
    if (piece === ']') {
      const { label, start } = open.pop()!;
      tags.push(tag(label, [[start, text.length]]));
    } else if (piece.startsWith('[')) open.push({ label: piece.slice(1, -1), start: text.length });
    else text += piece;
  }
  return { text, tags };
}

/** A document that each annotator has tagged and finished; by name, the text with brackets. */
export function compared(
  annotators: Readonly<Record<string, string>>,
  { name = 'a.txt', parts = [] as readonly ReadingPart[], finished = true } = {},
): ComparedDocument {
  const read = Object.entries(annotators).map(([annotator, marked]) => ({ annotator, ...tagsIn(marked) }));
  return {
    name,
    text: read[0]!.text,
    parts,
    annotators: read.map(({ annotator, tags }) => ({
      annotator,
      tags: finished ? [...tags, done()] : tags,
    })),
  };
}
