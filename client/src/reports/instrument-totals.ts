import type { CountedStatement } from './counted-statement.ts';
import type { Place } from './figure.ts';
import { placeIn } from './label-counts.ts';

/** An instrument over all the statements of a report. */
export interface InstrumentTotal {
  readonly identity: string;
  readonly title: string;
  readonly short: string;
  /** Of signature or adoption, where it is known and nobody says otherwise. */
  readonly date?: string;
  readonly dateFrom?: 'registry' | 'text';
  /** The dates that statements tell, where they do not agree; sorted. */
  readonly differing: readonly string[];
  readonly mentions: number;
  readonly statements: number;
  /** How many sections of how many statements cite it. */
  readonly sections: number;
  readonly first: Place;
}

/** All that is cited, in order of first mention. */
export function totalsOf(statements: readonly CountedStatement[]): InstrumentTotal[] {
  const totals = new Map<string, Gathered>();
  for (const statement of statements) {
    for (const cited of statement.cited) {
      const known = totals.get(cited.identity);
      const total = known ?? {
        identity: cited.identity,
        title: cited.title,
        short: cited.short,
        told: new Set<string>(),
        mentions: 0,
        statements: 0,
        sections: 0,
        first: placeIn(statement, cited.first),
      };
      if (!known) totals.set(cited.identity, total);
      if (cited.date !== undefined) {
        if (cited.dateFrom === 'registry') total.registered = cited.date;
        else total.told.add(cited.date);
      }
      total.mentions += cited.parts.reduce((sum, { count }) => sum + count, 0);
      total.statements += 1;
      total.sections += cited.parts.length;
    }
  }
  return [...totals.values()].map(({ registered, told, ...total }) => ({
    ...total,
    ...settled(registered, told),
  }));
}

interface Gathered {
  readonly identity: string;
  readonly title: string;
  readonly short: string;
  registered?: string;
  readonly told: Set<string>;
  mentions: number;
  statements: number;
  sections: number;
  readonly first: Place;
}

/**
 * The date of the registry; else what the statements tell, the most exact where one only says more than another
 * (2001 and 2001-07-16). Where they tell different dates there is none: which is right is not for a report to say.
 */
function settled(
  registered: string | undefined,
  told: ReadonlySet<string>,
): Pick<InstrumentTotal, 'date' | 'dateFrom' | 'differing'> {
  if (registered !== undefined) return { date: registered, dateFrom: 'registry', differing: [] };
  const dates = [...told].sort();
  const exact = dates.reduce((longest, date) => (date.length > longest.length ? date : longest), '');
  if (exact === '') return { differing: [] };
  if (!dates.every((date) => exact === date || exact.startsWith(`${date}-`))) return { differing: dates };
  return { date: exact, dateFrom: 'text', differing: [] };
}
