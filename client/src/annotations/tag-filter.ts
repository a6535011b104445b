import { type Annotation, quotedWords } from './annotation.ts';
import { foldLookalikes, stripBlanks } from './bare-text.ts';
import { attributesOf, type LabelScheme, labelOf } from './labels.ts';

/** Which tags a reader wants to see; the others are drawn faintly and passed over. */
export interface TagFilter {
  /** Whether there is anything that it keeps back. */
  readonly on: boolean;
  /** Whether the tag is one of those wanted. */
  shows(tag: Annotation): boolean;
}

/** The filter that keeps nothing back. */
export const noFilter: TagFilter = { on: false, shows: () => true };

/** What a filter is asked about. */
export interface FilteredTags {
  /** The text in which the spans of anchored tags count; UTF-16 raw. */
  readonly text: string;
  readonly scheme: LabelScheme;
  /** Who made the tags, where they do not say so themselves. */
  readonly annotator: string;
}

/**
 * A filter by what a person types: a tag is wanted where each word of it stands somewhere in its words, in the name
 * or id of its label, its note, its attributes, its chain or its annotator's name. A word that begins with # is
 * looked for in the label alone, with @ in the annotator's name alone. White space, capitals and the width of
 * characters make no difference. The answers are kept: a tag that has not changed is asked about once.
 */
export function textFilter(typed: string, tags: () => FilteredTags): TagFilter {
  const terms = termsOf(typed);
  if (terms.length === 0) return noFilter;
  let scheme: LabelScheme | undefined;
  let known = new WeakMap<Annotation, boolean>();
  return {
    on: true,
    shows(tag) {
      const facts = tags();
      // Names of labels and of attributes are part of what is looked in.
      if (facts.scheme !== scheme) {
        scheme = facts.scheme;
        known = new WeakMap();
      }
      let shown = known.get(tag);
      if (shown === undefined) {
        shown = matches(terms, tag, facts);
        known.set(tag, shown);
      }
      return shown;
    },
  };
}

interface Term {
  readonly place: 'anywhere' | 'label' | 'annotator';
  readonly text: string;
}

function termsOf(typed: string): Term[] {
  return typed
    .split(/\s+/)
    .map((word): Term => {
      const folded = fold(word);
      if (folded.startsWith('#')) return { place: 'label', text: folded.slice(1) };
      if (folded.startsWith('@')) return { place: 'annotator', text: folded.slice(1) };
      return { place: 'anywhere', text: folded };
    })
    .filter(({ text }) => text !== '');
}

function matches(
  terms: readonly Term[],
  tag: Annotation,
  { text, scheme, annotator }: FilteredTags,
): boolean {
  const label = labelOf(scheme, tag.label);
  const labels = [label.id, label.name.zh, label.name.en].map(fold);
  const annotators = [annotator, tag.creator].map(fold);
  const words = tag.spans
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => text.slice(start, end));
  const all = [
    ...labels,
    ...annotators,
    ...[...words, quotedWords(tag), tag.note, tag.chain ?? '', ...attributeTexts(tag, scheme)].map(fold),
  ];
  return terms.every((term) => {
    const places = term.place === 'label' ? labels : term.place === 'annotator' ? annotators : all;
    return places.some((place) => place.includes(term.text));
  });
}

/** The values of its attributes as they are stored and as they are called; of a flag that is set, its own name. */
function attributeTexts(tag: Annotation, scheme: LabelScheme): string[] {
  const definitions = attributesOf(scheme, tag.label);
  return Object.entries(tag.attributes).flatMap(([id, value]) => {
    const definition = definitions.find((each) => each.id === id);
    if (value === true) return [id, definition?.name.zh ?? '', definition?.name.en ?? ''];
    const choice = definition?.choices.find((each) => each.id === value);
    return [String(value), choice?.name.zh ?? '', choice?.name.en ?? ''];
  });
}

function fold(text: string): string {
  return foldLookalikes(stripBlanks(text)).toLowerCase();
}
