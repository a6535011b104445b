import type { Column } from './column.ts';
import { DEFAULT_SETTING, type Indent, type NewspaperSetting } from './newspaper.ts';
import type { Random } from './random.ts';

/** Measures (em) from the first to the last. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

export const bands: readonly Band[] = [
  { from: 8, to: 11 },
  { from: 12, to: 16 },
  { from: 17, to: 24 },
  { from: 25, to: 40 },
  { from: 41, to: 45 },
];

/** What is left of a first line's indent. */
export type Trace = 'trace' | 'none' | 'printed';

/** Sets what a print and its extraction may do, by chance: nothing that a reader could count on is left fixed. */
export function randomSetting(band: Band, trace: Trace, random: Random): NewspaperSetting {
  const measure = (): number => band.from + random.below(band.to - band.from + 1);
  const printed: Indent = random.chance(0.5) ? 'ideographic' : 'ascii';
  return {
    ...DEFAULT_SETTING,
    columns: columns(measure, random),
    indent: trace === 'printed' ? printed : trace,
    blankLines: random.chance(0.5),
    letterSpacing: random.pick([0, 0.5, 0.9, 1]),
    squeeze: random.pick([0, 0.25, 0.6]),
    keepsUnits: random.chance(0.5),
    slips: random.pick([0, 0, 0.02]),
    title: false,
    jumpsTo: undefined,
  };
}

/** Mostly one measure; else a page that goes on a little wider or narrower, or on quite another measure. */
function columns(measure: () => number, random: Random): Column[] {
  const first = measure();
  const all = { measure: first, lines: Number.POSITIVE_INFINITY };
  if (random.chance(0.6)) return [all];
  const second = random.chance(0.5) ? first + 1 : measure();
  return [
    { measure: first, lines: 40 + random.below(100) },
    { measure: second, lines: Number.POSITIVE_INFINITY },
  ];
}
