import { labelStudio } from '../../../client/src/annotations/formats/label-studio.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import type { AttributeDefinition, LabelScheme } from '../../../client/src/annotations/labels.ts';
import { context } from './round-trip.ts';

/** The built-in labels, with attributes of every kind. */
export const scheme: LabelScheme = {
  ...context.scheme,
  attributes: [
    attribute('tone', 'choice', [{ id: '重申', name: { zh: '重申', en: 'reaffirms' } }]),
    attribute('sure', 'flag'),
    attribute('why', 'text'),
    attribute('year', 'number'),
  ],
};

function attribute(
  id: string,
  kind: AttributeDefinition['kind'],
  choices: AttributeDefinition['choices'] = [],
): AttributeDefinition {
  return { id, kind, choices, name: { zh: id, en: id }, description: { zh: '', en: '' }, labels: [] };
}

/** The files of a document with the labels and attributes of the scheme above, in English. */
export function written(document: TaggedText): Record<string, string> {
  const writer = labelStudio.write!({ ...context, scheme, language: 'en' });
  const files: Record<string, string> = {};
  for (const { file, content } of [...writer.document(document), ...writer.end()]) {
    files[file] = (files[file] ?? '') + String(content);
  }
  return files;
}

/** A region as Label Studio has it; offsets: code points. */
export const region = (id: string, start: number, end: number, text: string, ...labels: string[]) => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text, labels },
});
