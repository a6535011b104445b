import { beyondChance, type Measure, notDefined } from './measure.ts';
import { categoryShares, pairwiseAgreement, type RatedUnits } from './rated-unit.ts';

/**
 * Gwet's AC1 of two or more annotators: chance is how likely a rating is a guess, which is little where one category
 * prevails. Sources: Gwet, Computing inter-rater reliability and its variance in the presence of high agreement,
 * British Journal of Mathematical and Statistical Psychology 61 (2008), 29–48; missing ratings: his Handbook of
 * Inter-Rater Reliability, 4th ed. 2014. His own program gives 1 where only one category was used; here
 * that is not defined.
 */
export function gwetAc1(units: readonly RatedUnits[]): Measure {
  const observed = pairwiseAgreement(units);
  if (observed === null) return notDefined('nothing');
  const shares = categoryShares(units);
  if (shares.length < 2) return notDefined('no-variation');
  const guesses = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  return beyondChance(observed, guesses / (shares.length - 1));
}
