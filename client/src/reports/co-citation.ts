import { fill } from '../panel/strings.ts';
import type { CountedStatement, PartNumber } from './counted-statement.ts';
import type { Figure } from './figure.ts';
import { column } from './instrument-dates.ts';
import { type InstrumentTotal, totalsOf } from './instrument-totals.ts';
import { placeIn } from './label-counts.ts';
import type { Asked } from './report.ts';

/** What two instruments are cited together in. */
export type Together = 'sections' | 'statements';

/** So many instruments are crossed in a matrix: a larger one nobody can read. */
const mostCrossed = 15;
/** Pairs are counted among so many, those that are cited most: of all, there could be millions. */
const mostPaired = 300;

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly counts: Record<Together, number>;
  /** The first statement that cites both, with where it mentions the second of the two. */
  readonly statement: CountedStatement;
  readonly start: number;
  readonly end: number;
}

/** The figures of co-citation: the matrix of what is cited most, and the pairs. */
export function coCitation(
  statements: readonly CountedStatement[],
  together: Together,
  asked: Asked,
): readonly [matrix: Figure, pairs: Figure] {
  const totals = totalsOf(statements);
  const ranked = totals
    .sort((a, b) => b[together] - a[together] || b.mentions - a.mentions)
    .slice(0, mostPaired);
  const pairs = pairsOf(statements, ranked);
  const { words } = asked;
  const none = pairs.length > 0 ? {} : { none: totals.length === 0 ? words.noInstruments : words.noPairs };
  return [
    { ...matrix(ranked, pairs, together, asked), ...none },
    { ...ranking(ranked, pairs, together, asked), ...none },
  ].map((figure) => (totals.length > mostPaired ? withNote(figure, totals.length, asked) : figure)) as [
    Figure,
    Figure,
  ];
}

function withNote(figure: Figure, all: number, { words }: Asked): Figure {
  return { ...figure, notes: [...figure.notes, fill(words.mostCited, mostPaired, all)] };
}

/** @param ranked an instrument's number is its place here */
function pairsOf(statements: readonly CountedStatement[], ranked: readonly InstrumentTotal[]): Pair[] {
  const numbers = new Map(ranked.map(({ identity }, at) => [identity, at]));
  const pairs = new Map<number, Pair>();
  for (const statement of statements) {
    const cited = statement.cited.flatMap((each) => {
      const number = numbers.get(each.identity);
      return number === undefined
        ? []
        : [{ ...each, number, in: new Set(each.parts.map(({ part }) => part)) }];
    });
    cited.forEach((a, at) => {
      for (const b of cited.slice(at + 1)) {
        const [first, second] = a.number < b.number ? [a, b] : [b, a];
        const key = first.number * mostPaired + second.number;
        const { start, end } = b.first;
        const pair = pairs.get(key) ?? {
          first: first.number,
          second: second.number,
          counts: { sections: 0, statements: 0 },
          statement,
          start,
          end,
        };
        pairs.set(key, pair);
        pair.counts.statements += 1;
        pair.counts.sections += common(first.in, second.in);
      }
    });
  }
  return [...pairs.values()];
}

function common(a: ReadonlySet<PartNumber>, b: ReadonlySet<PartNumber>): number {
  return [...a].filter((part) => b.has(part)).length;
}

function matrix(
  ranked: readonly InstrumentTotal[],
  pairs: readonly Pair[],
  together: Together,
  asked: Asked,
): Figure {
  const found = pairs.filter(({ counts }) => counts[together] > 0);
  const joined = new Set(found.flatMap(({ first, second }) => [first, second]));
  // What is cited with nothing else would be an empty row.
  const numbers = ranked.map((_, at) => at).filter((at) => joined.has(at));
  const crossed = numbers.slice(0, mostCrossed);
  const byKey = new Map(found.map((pair) => [`${pair.first} ${pair.second}`, pair]));
  const id = `co-citation-in-${together}` as const;
  const { words } = asked;
  return {
    id,
    picture: 'matrix',
    title: words.titles[id],
    meaning: words.meanings[id],
    columns: [
      column('instrument', 'text', asked),
      ...crossed.map((at) => ({
        id: ranked[at]!.identity,
        name: ranked[at]!.short,
        kind: 'number' as const,
      })),
    ],
    rows: crossed.map((at) => {
      const of = crossed.map((other) => byKey.get(`${Math.min(at, other)} ${Math.max(at, other)}`));
      return {
        cells: [
          ranked[at]!.title,
          // How often it is cited at all is no co-citation: the diagonal is empty.
          ...of.map((pair, i) => (crossed[i] === at ? null : (pair?.counts[together] ?? 0))),
        ],
        short: ranked[at]!.short,
        place: ranked[at]!.first,
        places: [ranked[at]!.first, ...of.map((pair) => (pair ? placeIn(pair.statement, pair) : null))],
      };
    }),
    notes: numbers.length > mostCrossed ? [fill(words.mostCited, mostCrossed, numbers.length)] : [],
  };
}

function ranking(
  ranked: readonly InstrumentTotal[],
  pairs: readonly Pair[],
  together: Together,
  asked: Asked,
): Figure {
  const id = `pairs-in-${together}` as const;
  const { words } = asked;
  const orders: readonly Together[] = together === 'sections' ? ['sections'] : ['sections', 'statements'];
  return {
    id,
    picture: 'ranking',
    title: words.titles[id],
    meaning: words.meanings[id],
    columns: [
      column('first', 'text', asked),
      column('second', 'text', asked),
      ...orders.map((order) => column(order, 'number', asked)),
    ],
    rows: pairs
      .filter(({ counts }) => counts[together] > 0)
      .sort(
        (a, b) =>
          b.counts[together] - a.counts[together] ||
          b.counts.sections - a.counts.sections ||
          a.first - b.first ||
          a.second - b.second,
      )
      .map(({ first, second, counts, statement, start, end }) => ({
        cells: [ranked[first]!.title, ranked[second]!.title, ...orders.map((order) => counts[order])],
        short: `${ranked[first]!.short} + ${ranked[second]!.short}`,
        place: placeIn(statement, { start, end }),
      })),
    notes: [],
  };
}
