import type { Format, WritingContext } from '../formats/format.ts';
import type { TaggedText } from '../formats/tagged-text.ts';

/** The files that a format makes of a document of that name, in the order in which they come; none where it is only read. */
export function writtenFiles(format: Format, context: WritingContext, name: string): readonly string[] {
  const writer = format.write?.(context);
  if (!writer) return [];
  const files = new Set<string>();
  for (const { file } of writer.document(example(name))) files.add(file);
  for (const { file } of writer.end()) files.add(file);
  return [...files];
}

/** A document with one tag, and nothing that is known of it. */
function example(name: string): TaggedText {
  const text = '双方';
  const range = { start: 0, end: text.length };
  return {
    name,
    text,
    form: 'raw',
    tags: [
      {
        id: 'urn:uuid:00000000-0000-4000-8000-000000000000',
        label: 'party',
        spans: [range],
        scope: 'words',
        quotes: [{ exact: text, prefix: '', suffix: '' }],
        attributes: {},
        relations: [],
        note: '',
        creator: '',
        created: '',
        modified: '',
        review: 'accepted',
        state: 'anchored',
      },
    ],
    annotator: '',
    facts: {
      kind: 'declaration',
      identity: null,
      tree: { ...range, kind: 'document', label: '', heading: { start: 0, end: 0 }, children: [] },
      references: [],
      emendations: [],
    },
  };
}
