import type { WholeFigures } from '../../annotations/agreement/agreement.ts';
import type { CharacterMeasures, Figures } from '../../annotations/agreement/figures.ts';
import type { Measure } from '../../annotations/agreement/measure.ts';

/** The measures by the names that `--measure` takes, in the order of the columns. */
export const measureNames = [
  'observed',
  'kappa',
  'fleiss',
  'alpha',
  'ac1',
  'alpha-u',
  'precision',
  'recall',
  'f1',
  'overlap-precision',
  'overlap-recall',
  'overlap-f1',
  'gamma',
] as const;
export type MeasureName = (typeof measureNames)[number];

export const defaultMeasures: readonly MeasureName[] = [
  'kappa',
  'fleiss',
  'alpha',
  'ac1',
  'alpha-u',
  'f1',
  'overlap-f1',
];

/** Not all figures have α_U, which is of documents and labels, or γ, which is of documents. */
export type AnyFigures = Figures & Partial<Pick<WholeFigures, 'alphaU' | 'gamma'>>;

/**
 * A measure of some figures; undefined where it is not computed.
 * @param taggedOnly of those by the character, over what somebody tagged
 */
export function measureOf(figures: AnyFigures, name: MeasureName, taggedOnly: boolean): Measure | undefined {
  const characters = taggedOnly ? figures.tagged : figures.all;
  switch (name) {
    case 'alpha-u':
      return figures.alphaU;
    case 'gamma':
      return figures.gamma;
    case 'precision':
    case 'recall':
    case 'f1':
      return figures.exact[name];
    case 'overlap-precision':
      return figures.overlapping.precision;
    case 'overlap-recall':
      return figures.overlapping.recall;
    case 'overlap-f1':
      return figures.overlapping.f1;
    default:
      return characters[byCharacter[name]];
  }
}

const byCharacter = {
  observed: 'observed',
  kappa: 'cohenKappa',
  fleiss: 'fleissKappa',
  alpha: 'krippendorffAlpha',
  ac1: 'gwetAc1',
} as const satisfies Record<string, keyof CharacterMeasures>;
