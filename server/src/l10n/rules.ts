import type { Artefact, RuleId } from '../artefacts/artefact.ts';
import { t } from './language.ts';

/** What an artefact is, in a sentence for the person who sees it. */
export function artefactMessage({
  rule,
  variant,
  values,
}: Pick<Artefact, 'rule' | 'variant' | 'values'>): string {
  const first = values[0] ?? '';
  switch (rule) {
    case 'line-break':
      switch (variant) {
        case 'blank-lines':
          return t('Blank lines of the print behind this line.');
        case 'doubtful-join':
          return t(
            'The column may have cut a paragraph here, or a new one may begin: a person has to decide.',
          );
        case 'doubtful-end':
          return t('A paragraph may end here, or go on below: a person has to decide.');
        default:
          return first === 1
            ? t('The column has cut this paragraph in two.')
            : t('The column has cut this paragraph at {0} places.', first);
      }
    case 'letter-spacing':
      return first === 1
        ? t('A space between the characters of a line that fills its column.')
        : t('This line was stretched to the width of the column: {0} spaces between its characters.', first);
    case 'mark-spacing':
      return t('White space on the inner side of a punctuation mark.');
    case 'digit-spacing':
      return t('White space about a number.');
    case 'dash-item-spacing':
      return t('White space behind the dash of a list item.');
    case 'line-edge-space':
      return t('Stray white space at the edge of a line.');
    case 'jump-mark':
      return t('A mark of the newspaper page, no word of the document: {0}', first);
    case 'jump-mark-spacing':
      return t('White space before a mark of the newspaper page.');
  }
}

/** What the fix of one artefact does. */
export function fixTitle({ rule, variant }: Pick<Artefact, 'rule' | 'variant'>): string {
  switch (rule) {
    case 'line-break':
      switch (variant) {
        case 'blank-lines':
        case 'doubtful-end':
          return t('Remove the blank lines');
        case 'doubtful-join':
          return t('Join the two lines');
        default:
          return t('Join the lines of this paragraph');
      }
    case 'letter-spacing':
      return t('Close up the stretched line');
    case 'mark-spacing':
      return t('Remove the space beside the mark');
    case 'digit-spacing':
      return t('Remove the spaces about the number');
    case 'dash-item-spacing':
      return t('Remove the space behind the dash');
    case 'line-edge-space':
      return t('Remove the space at the edge of the line');
    case 'jump-mark':
      return t('Remove the page mark');
    case 'jump-mark-spacing':
      return t('Remove the space before the page mark');
  }
}

/** What a rule is about, as a name. */
export function ruleName(rule: RuleId): string {
  switch (rule) {
    case 'line-break':
      return t('line breaks of the print');
    case 'letter-spacing':
      return t('stretched lines');
    case 'mark-spacing':
      return t('spaces beside marks');
    case 'digit-spacing':
      return t('spaces about numbers');
    case 'dash-item-spacing':
      return t('spaces behind item dashes');
    case 'line-edge-space':
      return t('spaces at the edges of lines');
    case 'jump-mark':
      return t('page marks');
    case 'jump-mark-spacing':
      return t('spaces before page marks');
  }
}
