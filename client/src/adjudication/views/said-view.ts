import { setAttributes } from '../../annotations/adjudication/said-difference.ts';
import { type Annotation, type AttributeValue, extent, quotedWords } from '../../annotations/annotation.ts';
import { type AttributeDefinition, attributesOf, labelOf } from '../../annotations/labels.ts';
import { excerpt } from '../../panel/views/excerpt.ts';
import type { LabelLook, SaidView } from '../state.ts';
import type { AdjudicationFacts } from './facts.ts';

/** How much is shown of each, in characters, and how many of each. */
const mostWords = 240;
const mostName = 200;
const mostNote = 2000;
const mostListed = 60;

export function labelLook(facts: AdjudicationFacts, id: string): LabelLook {
  const { name, colour } = labelOf(facts.scheme, id);
  return { id, name: excerpt(facts.read(name) || id, mostName), colour };
}

/**
 * What a tag says.
 * @param target the tag of the same annotator with that id, or of the same set
 */
export function saidView(
  facts: AdjudicationFacts,
  tag: Annotation,
  target: (id: string) => Annotation | undefined,
): SaidView {
  const definitions = attributesOf(facts.scheme, tag.label);
  return {
    label: labelLook(facts, tag.label),
    words: wordsOf(facts, tag, mostWords),
    attributes: setAttributes(tag.attributes)
      .slice(0, mostListed)
      .map(([id, value]) => attributeView(facts, id, value, definitions)),
    note: excerpt(tag.note, mostNote),
    relations: tag.relations.slice(0, mostListed).map(({ type, target: id }) => {
      const relation = facts.scheme.relations.find((each) => each.id === type);
      const end = target(id);
      return [
        excerpt(relation ? facts.read(relation.name) : type, mostName),
        end ? wordsOf(facts, end, mostName) : '',
      ] as const;
    }),
    chain: excerpt(tag.chain ?? '', mostName),
  };
}

function attributeView(
  facts: AdjudicationFacts,
  id: string,
  value: AttributeValue,
  definitions: readonly AttributeDefinition[],
): readonly [string, string] {
  const definition = definitions.find((each) => each.id === id);
  const choice = definition?.choices.find((each) => each.id === value);
  const shown = typeof value === 'boolean' ? '' : (choice && facts.read(choice.name)) || String(value);
  return [excerpt((definition && facts.read(definition.name)) || id, mostName), excerpt(shown, mostNote)];
}

/** The words of a tag, those of several fragments with an ellipsis between them; empty for the whole document. */
export function wordsOf(facts: AdjudicationFacts, tag: Annotation, most: number): string {
  if (tag.scope === 'document') return '';
  if (tag.state === 'orphan') return excerpt(quotedWords(tag), most);
  const spans = tag.spans.filter(({ start, end }) => start < end).slice(0, most);
  return excerpt((spans.length > 0 ? spans : [extent(tag)]).map(facts.words).join(' … '), most);
}
