import { fill } from '../panel/strings.ts';
import type { CountedStatement } from './counted-statement.ts';
import type { Column, Figure, Row } from './figure.ts';
import { type InstrumentTotal, totalsOf } from './instrument-totals.ts';
import { placeIn } from './label-counts.ts';
import type { Asked } from './report.ts';
import type { NamedColumn } from './report-words.ts';

/** The instruments that are cited, by date of signature. */
export function instrumentsByDate(statements: readonly CountedStatement[], asked: Asked): Figure {
  const { words } = asked;
  const totals = totalsOf(statements);
  const dated = totals.filter(isDated).sort(byDate);
  const undated = totals.length - dated.length;
  const several = statements.length > 1;
  return {
    ...titled('instruments-by-date', asked),
    picture: 'dates',
    columns: [
      column('instrument', 'text', asked),
      { ...column('identity', 'text', asked), unseen: true },
      column('date', 'date', asked),
      column('date_from', 'text', asked),
      column('mentions', 'number', asked),
      ...(several ? [column('statements', 'number', asked)] : []),
    ],
    rows: dated.map((total) => ({
      cells: [
        total.title,
        total.identity,
        total.date,
        total.dateFrom === 'registry' ? words.fromRegistry : words.fromText,
        total.mentions,
        ...(several ? [total.statements] : []),
      ],
      short: total.short,
      ...(total.dateFrom === 'text' && { uncertain: true as const }),
      place: total.first,
    })),
    notes: undated > 0 ? [fill(words.undated, undated)] : [],
    ...(dated.length === 0 && { none: noneOf(totals, asked) }),
  };
}

/** The instruments of which no date is known, or of which statements tell different ones. */
export function undatedInstruments(statements: readonly CountedStatement[], asked: Asked): Figure {
  const { words } = asked;
  return {
    ...titled('undated-instruments', asked),
    picture: 'none',
    columns: [
      column('instrument', 'text', asked),
      { ...column('identity', 'text', asked), unseen: true },
      column('reason', 'text', asked),
      column('mentions', 'number', asked),
    ],
    rows: totalsOf(statements)
      .filter((total) => !isDated(total))
      .map((total) => ({
        cells: [
          total.title,
          total.identity,
          total.differing.length > 0 ? fill(words.datesDiffer, total.differing.join(', ')) : words.noDate,
          total.mentions,
        ],
        short: total.short,
        place: total.first,
      })),
    notes: [],
  };
}

/** Which statement cites instruments of which dates; by the statements' own dates. */
export function instrumentsByStatement(statements: readonly CountedStatement[], asked: Asked): Figure {
  const { words } = asked;
  const totals = totalsOf(statements);
  const dates = new Map(totals.filter(isDated).map((total) => [total.identity, total.date]));
  const rows = [...statements].sort(byOwnDate).flatMap((statement) =>
    statement.cited.flatMap(({ identity, title, short, parts, first }): Row[] => {
      const date = dates.get(identity);
      if (date === undefined) return [];
      const mentions = parts.reduce((sum, { count }) => sum + count, 0);
      return [
        {
          cells: [statement.name, statement.date, title, identity, date, mentions],
          short,
          place: placeIn(statement, first),
        },
      ];
    }),
  );
  const undated = statements.filter(({ date }) => date === null).length;
  return {
    ...titled('instruments-by-statement', asked),
    picture: 'links',
    columns: [
      column('statement', 'text', asked),
      column('statement_date', 'date', asked),
      column('instrument', 'text', asked),
      { ...column('identity', 'text', asked), unseen: true },
      column('date', 'date', asked),
      column('mentions', 'number', asked),
    ],
    rows,
    notes: undated > 0 ? [fill(words.undatedStatements, undated)] : [],
    ...(rows.length === 0 && { none: noneOf(totals, asked) }),
  };
}

type Dated = InstrumentTotal & { readonly date: string };

function isDated(total: InstrumentTotal): total is Dated {
  return total.date !== undefined;
}

// A year comes before its months, and a month before its days, by the letters alone.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byDate = (a: Dated, b: Dated) => compare(a.date, b.date);
/** Those without a date come last, by their names. */
const byOwnDate = (a: CountedStatement, b: CountedStatement) =>
  compare(a.date ?? '~', b.date ?? '~') || compare(a.name, b.name);

function noneOf(totals: readonly InstrumentTotal[], { words }: Asked): string {
  return totals.length === 0 ? words.noInstruments : words.noDatedInstruments;
}

function titled(id: Figure['id'], { words }: Asked) {
  return { id, title: words.titles[id], meaning: words.meanings[id] };
}

/** A column by the name that it has in every figure. */
export function column(id: NamedColumn, kind: Column['kind'], { words }: Asked): Column {
  return { id, name: words.columns[id], kind };
}
