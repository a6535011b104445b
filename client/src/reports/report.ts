import type { AgreementReport } from '../annotations/agreement/agreement.ts';
import type { Label, LabelScheme } from '../annotations/labels.ts';
import { agreementFigures } from './agreement-figures.ts';
import { coCitation } from './co-citation.ts';
import type { CountedStatement } from './counted-statement.ts';
import type { Figure } from './figure.ts';
import { instrumentsByDate, instrumentsByStatement, undatedInstruments } from './instrument-dates.ts';
import { labelsBySection, labelsByStatement } from './label-counts.ts';
import type { ReportWords } from './report-words.ts';

/** What a report is asked for. */
export interface Asked {
  readonly words: ReportWords;
  readonly scheme: LabelScheme;
  /** A label's name in the reader's language. */
  readonly nameOf: (label: Label) => string;
  /** Whose tags are counted; absent: everyone's together. */
  readonly annotator?: string;
  /** How well the annotators agree; absent: nobody has compared them. */
  readonly agreement?: AgreementReport;
}

/** The figures of one statement. */
export function statementReport(statement: CountedStatement, asked: Asked): Figure[] {
  return [
    labelsBySection(statement, asked),
    ...(asked.agreement ? agreementFigures(asked.agreement, asked) : []),
    instrumentsByDate([statement], asked),
    undatedInstruments([statement], asked),
    ...coCitation([statement], 'sections', asked),
  ].filter(isWorthShowing);
}

/** The figures of all statements of a folder. */
export function folderReport(statements: readonly CountedStatement[], asked: Asked): Figure[] {
  return [
    labelsByStatement(statements, asked),
    ...(asked.agreement ? agreementFigures(asked.agreement, asked) : []),
    instrumentsByDate(statements, asked),
    instrumentsByStatement(statements, asked),
    undatedInstruments(statements, asked),
    ...coCitation(statements, 'statements', asked),
  ].filter(isWorthShowing);
}

/** A figure that has neither rows nor a word on why is left out. */
function isWorthShowing({ rows, none }: Figure): boolean {
  return rows.length > 0 || none !== undefined;
}
