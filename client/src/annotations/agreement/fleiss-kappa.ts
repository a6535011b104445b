import { beyondChance, type Measure, notDefined } from './measure.ts';
import { categoryShares, pairwiseAgreement, type RatedUnits } from './rated-unit.ts';

/**
 * Fleiss' κ of any number of annotators: chance is two ratings drawn from all of them. Sources: Fleiss, Measuring
 * nominal scale agreement among many raters, Psychological Bulletin 76 (1971), 378–382; where ratings are missing, as
 * Gwet (Handbook of Inter-Rater Reliability, 4th ed. 2014) extends it. Of two annotators it is Scott's π.
 */
export function fleissKappa(units: readonly RatedUnits[]): Measure {
  const observed = pairwiseAgreement(units);
  if (observed === null) return notDefined('nothing');
  return beyondChance(
    observed,
    categoryShares(units).reduce((sum, share) => sum + share * share, 0),
  );
}
