/** Units that were rated alike. A unit is what is judged: here, one character. */
export interface RatedUnits {
  /** How many annotators gave each category that was given; each category once, each count 1 or more. */
  readonly ratings: readonly (readonly [category: number, annotators: number])[];
  /** How many units there are like this. */
  readonly weight: number;
}

/** How many annotators rated a unit. */
export function ratersOf({ ratings }: Pick<RatedUnits, 'ratings'>): number {
  return ratings.reduce((sum, [, annotators]) => sum + annotators, 0);
}

/**
 * The share of pairs of annotators that agree on a unit, over the units that two or more rated; null where there is
 * none. Source: Fleiss 1971.
 */
export function pairwiseAgreement(units: readonly RatedUnits[]): number | null {
  let agreement = 0;
  let weights = 0;
  for (const unit of units) {
    const raters = ratersOf(unit);
    if (raters < 2 || unit.weight === 0) continue;
    const pairs = unit.ratings.reduce((sum, [, n]) => sum + n * (n - 1), 0);
    agreement += (unit.weight * pairs) / (raters * (raters - 1));
    weights += unit.weight;
  }
  return weights === 0 ? null : agreement / weights;
}

/**
 * How much of all ratings each category has, every unit counting the same however many rated it. Source: Gwet,
 * Handbook of Inter-Rater Reliability, 4th ed. 2014; where nothing is missing, Fleiss 1971.
 */
export function categoryShares(units: readonly RatedUnits[]): number[] {
  const shares = new Map<number, number>();
  let weights = 0;
  for (const unit of units) {
    const raters = ratersOf(unit);
    if (raters === 0 || unit.weight === 0) continue;
    weights += unit.weight;
    for (const [category, n] of unit.ratings) {
      shares.set(category, (shares.get(category) ?? 0) + (unit.weight * n) / raters);
    }
  }
  return [...shares.values()].map((share) => share / weights);
}
