import { type Annotation, type Attributes, extent, quotedWords } from '../../annotations/annotation.ts';
import { type AttributeDefinition, attributesOf, labelOf } from '../../annotations/labels.ts';
import type { FieldValue, FieldView, LinkView, TagView } from '../state.ts';
import { excerpt } from './excerpt.ts';
import { unknownLabel } from './label-views.ts';
import type { StatementFacts } from './statement-facts.ts';
import type { TagIndex } from './tag-index.ts';

/** How many of each are listed in a card, and how much of them, in characters. */
const mostFields = 60;
const mostLinks = 30;
const mostMembers = 30;
const mostWords = 240;
const mostEnd = 60;
const mostName = 200;

/** A tag with its fields, links and chain. */
export function tagView(facts: StatementFacts, index: TagIndex, tag: Annotation): TagView {
  const unknown = unknownLabel(facts, tag.label);
  return {
    id: tag.id,
    label: tag.label,
    ...(unknown ? { unknown } : {}),
    scope: tag.scope,
    words: tag.scope === 'document' ? '' : wordsOf(facts, tag, mostWords),
    fragments: tag.spans.length,
    note: tag.note,
    fields: fieldViews(attributesOf(facts.scheme, tag.label), tag.attributes),
    links: tag.relations
      .slice(0, mostLinks)
      .map(({ type, target }) => linkView(facts, type, target, facts.tag(target))),
    backlinks: index
      .leadingTo(tag.id)
      .flatMap((from) =>
        from.relations
          .filter(({ target }) => target === tag.id)
          .map(({ type }) => linkView(facts, type, from.id, from)),
      )
      .slice(0, mostLinks),
    ...(tag.chain === undefined ? {} : { chain: chainView(facts, index, tag.chain) }),
    creator: excerpt(tag.creator, mostName),
    created: excerpt(tag.created, mostName),
    review: tag.review,
  };
}

/** The words of a tag; of one that has several fragments, with an ellipsis between them. */
export function wordsOf(facts: StatementFacts, tag: Annotation, most: number): string {
  if (tag.state === 'orphan') return excerpt(quotedWords(tag), most);
  if (tag.spans.length <= 1) return excerpt(facts.words(extent(tag)), most);
  return excerpt(
    tag.spans
      .slice(0, most)
      .map((span) => facts.words(span))
      .join(' … '),
    most,
  );
}

/** The attributes that tags with its label have, in the scheme's order, then those that the scheme does not know of it. */
export function fieldViews(
  definitions: readonly AttributeDefinition[],
  attributes: Attributes,
): readonly FieldView[] {
  const known = definitions.map((definition): FieldView => {
    const value = Object.hasOwn(attributes, definition.id) ? attributes[definition.id] : undefined;
    return value === undefined
      ? { id: definition.id, fits: true }
      : { id: definition.id, value: value, fits: fits(definition, value) };
  });
  const ids = new Set(definitions.map(({ id }) => id));
  const others = Object.entries(attributes)
    .filter(([id]) => !ids.has(id))
    .map(([id, value]): FieldView => ({ id, value: value, fits: false }));
  return [...known, ...others].slice(0, mostFields);
}

/** Whether the scheme allows the value. */
function fits({ kind, choices }: AttributeDefinition, value: FieldValue): boolean {
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'number') return typeof value === 'number';
  return typeof value === 'string' && (kind === 'text' || choices.some(({ id }) => id === value));
}

function linkView(facts: StatementFacts, type: string, id: string, tag: Annotation | undefined): LinkView {
  const relation = facts.scheme.relations.find((each) => each.id === type);
  return {
    type,
    name: excerpt(relation ? facts.read(relation.name) : type, mostName),
    tag: id,
    ...(tag
      ? {
          words: wordsOf(facts, tag, mostEnd),
          label: excerpt(facts.read(labelOf(facts.scheme, tag.label).name), mostName),
        }
      : {}),
  };
}

function chainView(facts: StatementFacts, index: TagIndex, name: string): NonNullable<TagView['chain']> {
  const members = index.inChain(name);
  return {
    name: excerpt(name, mostName),
    size: members.length,
    members: members
      .slice(0, mostMembers)
      .map((tag) => ({ id: tag.id, words: wordsOf(facts, tag, mostEnd) })),
  };
}
