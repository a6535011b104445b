import type { LabelScheme } from '../../labels.ts';
import type { Loss } from '../features.ts';
import type { TaggedText } from '../tagged-text.ts';
import { layersOf } from './writing.ts';

const mostExamples = 5;

/**
 * The loss of characters of a document and of what its tags say.
 * @param countIn how many code units of a text a format cannot hold
 */
export function charactersLost(
  { text, tags }: TaggedText,
  scheme: LabelScheme,
  countIn: (text: string) => number,
): Loss[] {
  const { spans, documents } = layersOf(tags, scheme);
  const concerned = new Set<string>();
  const inText = countIn(text);
  let count = inText;
  for (const features of [...spans.map((span) => span.features), ...documents]) {
    const here = features.reduce((sum, [, value]) => sum + countIn(value), 0);
    count += here;
    if (here > 0) concerned.add(features.find(([name]) => name === 'tagId')?.[1] ?? '');
  }
  for (const { id, spans } of inText === 0 ? [] : tags) {
    if (spans.some(({ start, end }) => countIn(text.slice(start, end)) > 0)) concerned.add(id);
  }
  if (count === 0) return [];
  return [{ feature: 'characters', count, tags: [...concerned].slice(0, mostExamples), tagsLeftOut: false }];
}
