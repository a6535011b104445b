import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { type CountedStatement, countStatement } from '../../client/src/reports/counted-statement.ts';
import type { Figure, FigureId } from '../../client/src/reports/figure.ts';
import type { Asked } from '../../client/src/reports/report.ts';
import type { NamedColumn, ReportWords } from '../../client/src/reports/report-words.ts';
import { reportFacts } from '../../server/src/features/report-facts.ts';
import { createStatementService } from '../../server/src/service.ts';

const service = createStatementService();

/** Every name is its own. */
const itself = <Name extends string>() =>
  new Proxy({}, { get: (_, name) => String(name) }) as Readonly<Record<Name, string>>;

export const words: ReportWords = {
  titles: itself<FigureId>(),
  meanings: itself<FigureId>(),
  columns: itself<NamedColumn>(),
  wholeDocument: '(document)',
  outside: '(outside)',
  nobody: '(nobody)',
  separator: '+',
  allLabels: '(all)',
  notTagged: '(none)',
  confusionsOf: '{0} × {1}',
  compared: '{0}: {1}, {2}',
  leftOut: 'left out: {0}',
  oneAnnotator: 'only {0}',
  notFinished: 'not finished: {0}',
  mostUsed: '{0} of {1} labels',
  fromRegistry: 'registry',
  fromText: 'text',
  noDate: 'no date',
  datesDiffer: 'differ: {0}',
  noTags: 'no tags',
  noStatements: 'no statements',
  noInstruments: 'no instruments',
  noDatedInstruments: 'no dated instruments',
  noPairs: 'no pairs',
  undated: 'undated: {0}',
  undatedStatements: 'undated statements: {0}',
  mostCited: '{0} of {1}',
};

export const asked: Asked = { words, scheme: diplomaticScheme, nameOf: ({ name }) => name.en };

/** A tag on the words, where they stand first. */
export function tag(text: string, wanted: string, label: string, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(wanted);
  return {
    id: `${label} ${wanted}`,
    label,
    spans: [{ start, end: start + wanted.length }],
    scope: 'words',
    attributes: {},
    relations: [],
    note: '',
    creator: '',
    created: '',
    modified: '',
    review: 'accepted',
    state: 'anchored',
    quotes: [{ exact: wanted, prefix: '', suffix: '' }],
    ...more,
  };
}

/** A statement, counted; `tags` by annotators: the words of each tag with its label. */
export function counted(
  text: string,
  tags: Readonly<Record<string, readonly (readonly [words: string, label: string])[]>> = {},
  name = 'a.statement.txt',
): CountedStatement {
  return countStatement(
    {
      document: `file:///${name}`,
      name,
      layers: Object.entries(tags).map(([annotator, all]) => ({
        annotator,
        isSettled: annotator === 'settled',
        tags: all.map(([wanted, label]) => tag(text, wanted, label)),
      })),
    },
    reportFacts(service.analyse(text), service.registry),
  );
}

/** The table as a person reads it, without the columns for pipelines. */
export function table({ columns, rows }: Figure): (string | number | null)[][] {
  const seen = columns.flatMap(({ unseen }, at) => (unseen ? [] : [at]));
  return [
    seen.map((at) => columns[at]!.name),
    ...rows.map(({ cells }) => seen.map((at) => cells[at] ?? null)),
  ];
}
