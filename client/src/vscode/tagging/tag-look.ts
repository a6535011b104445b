import * as vscode from 'vscode';
import {
  type Annotation,
  type AttributeValue,
  extent,
  quotedWords,
  type Review,
} from '../../annotations/annotation.ts';
import { type AttributeDefinition, attributesOf, type Label, labelOf } from '../../annotations/labels.ts';
import type { Readings } from '../reading/readings.ts';
import { inReadersLanguage, nameOf } from './label-name.ts';
import type { TaggedDocument } from './tagged-document.ts';

/** What a list or a hover tells of a tag, in the language that VS Code shows. */
export interface TagLook {
  /** Its words; of a tag of the whole document: that it is one. */
  readonly words: string;
  readonly label: Label & { readonly known: boolean };
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly note: string;
}

export function lookOfTag(
  tag: Annotation,
  tagged: TaggedDocument,
  readings: Pick<Readings, 'words'>,
): TagLook {
  const label = labelOf(tagged.scheme, tag.label);
  const definitions = attributesOf(tagged.scheme, tag.label);
  return {
    words: wordsOfTag(tag, tagged, readings),
    label,
    name: nameOf(label),
    attributes: Object.entries(tag.attributes)
      .filter(([, value]) => value !== false && value !== '')
      .map(([id, value]) => {
        const definition = definitions.find((each) => each.id === id);
        return [
          definition ? inReadersLanguage(definition.name) || id : id,
          shownValue(value, definition),
        ] as const;
      }),
    note: tag.note,
  };
}

function shownValue(value: AttributeValue, definition: AttributeDefinition | undefined): string {
  if (typeof value === 'boolean') return '';
  const choice = definition?.choices.find(({ id }) => id === value);
  return (choice && inReadersLanguage(choice.name)) || String(value);
}

/** An attribute on one line: a flag by its name alone. */
export function attributeText([name, value]: readonly [string, string]): string {
  return value === '' ? name : `${name}: ${value}`;
}

/** The words of a tag, those of several fragments with an ellipsis between them; of a lost one those that it had. */
export function wordsOfTag(
  tag: Annotation,
  tagged: TaggedDocument,
  readings: Pick<Readings, 'words'>,
): string {
  if (tag.scope === 'document') return vscode.l10n.t('The Whole Document');
  if (tag.state === 'orphan') return quotedWords(tag);
  const spans = tag.spans.filter(({ start, end }) => start < end);
  return (spans.length > 0 ? spans : [extent(tag)])
    .map((span) => readings.words(tagged.document, span))
    .join(' … ');
}

/** Where a tag stands, for a person. */
export function stateName(state: Review | 'orphan'): string {
  switch (state) {
    case 'accepted':
      return vscode.l10n.t('Accepted');
    case 'suggested':
      return vscode.l10n.t('Suggested');
    case 'rejected':
      return vscode.l10n.t('Rejected');
    case 'orphan':
      return vscode.l10n.t('Lost Their Words');
  }
}

/** An annotator for a person: of tags that nobody has signed, that it is so. */
export function annotatorName(annotator: string): string {
  return annotator || vscode.l10n.t('(no name)');
}
