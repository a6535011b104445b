import { beyondChance, type Measure, notDefined } from './measure.ts';
import { type RatedUnits, ratersOf } from './rated-unit.ts';

/**
 * Krippendorff's α for nominal data, of any number of annotators, with ratings missing: chance is two of all ratings
 * that can be paired, drawn without putting the first back. Source: Krippendorff, Computing Krippendorff's
 * alpha-reliability, 2011 (repository.upenn.edu/asc_papers/43), sections A to C.
 */
export function krippendorffAlpha(units: readonly RatedUnits[]): Measure {
  const pairable = units.filter((unit) => unit.weight > 0 && ratersOf(unit) > 1);
  const totals = new Map<number, number>();
  let all = 0;
  let same = 0;
  for (const unit of pairable) {
    const raters = ratersOf(unit);
    all += raters * unit.weight;
    for (const [category, n] of unit.ratings) {
      same += (unit.weight * n * (n - 1)) / (raters - 1);
      totals.set(category, (totals.get(category) ?? 0) + n * unit.weight);
    }
  }
  if (all === 0) return notDefined('nothing');
  let chance = 0;
  for (const total of totals.values()) chance += total * (total - 1);
  return beyondChance(same / all, chance / (all * (all - 1)));
}
