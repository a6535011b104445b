import { beyondChance, type Measure, notDefined } from './measure.ts';

/** So many units have this category by the first and that by the second of two annotators. */
export type PairCell = readonly [first: number, second: number, weight: number];

/**
 * Cohen's κ of two annotators: chance is what each would give by their own shares of the categories. Source: Cohen, A
 * coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37–46.
 * @param cells any number of one kind
 */
export function cohenKappa(cells: Iterable<PairCell>): Measure {
  const firsts = new Map<number, number>();
  const seconds = new Map<number, number>();
  let all = 0;
  let same = 0;
  for (const [first, second, weight] of cells) {
    all += weight;
    if (first === second) same += weight;
    firsts.set(first, (firsts.get(first) ?? 0) + weight);
    seconds.set(second, (seconds.get(second) ?? 0) + weight);
  }
  if (all === 0) return notDefined('nothing');
  let expected = 0;
  for (const [category, weight] of firsts) expected += (weight / all) * ((seconds.get(category) ?? 0) / all);
  return beyondChance(same / all, expected);
}
