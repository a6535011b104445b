import type { AgreementReport } from '../../annotations/agreement/agreement.ts';
import type { Measure } from '../../annotations/agreement/measure.ts';
import { csvLines } from '../../citations/csv.ts';
import { type AnyFigures, type MeasureName, measureNames, measureOf } from './measure-columns.ts';

/** Measures that are by the character, and so of all characters or of those that somebody tagged. */
const byCharacter = measureNames.slice(0, 5);
const byUnit = measureNames.slice(5);

/**
 * The report for spreadsheets and statistics: a line for all, for each label, kind of part, document and section. What
 * is not defined is an empty cell.
 */
export function agreementCsv(report: AgreementReport): string {
  // γ is only there where it was asked for.
  const others = byUnit.filter((name) => name !== 'gamma' || report.overall.gamma);
  const columns = [
    'group',
    'document',
    'name',
    'characters',
    'tagged characters',
    ...report.annotators.map((annotator) => `tags ${annotator}`.trim()),
    ...report.annotators.map((annotator) => `gone ${annotator}`.trim()),
    ...byCharacter,
    ...byCharacter.map((name) => `${name} (tagged only)`),
    ...others,
  ];
  const none = report.annotators.map(() => '');
  const line = (
    group: string,
    document: string,
    name: string,
    figures: AnyFigures,
    gone: readonly (number | string)[] = none,
  ) => [
    group,
    document,
    name,
    figures.characters,
    figures.taggedCharacters,
    ...figures.spans,
    ...gone,
    ...byCharacter.map((measure) => cell(figures, measure, false)),
    ...byCharacter.map((measure) => cell(figures, measure, true)),
    ...others.map((measure) => cell(figures, measure, false)),
  ];
  return csvLines([
    columns,
    line('all', '', '', report.overall, report.gone),
    ...report.labels.map((each) => line('label', '', each.label, each)),
    ...report.partKinds.map((each) => line('part', '', each.kind, each)),
    ...report.documents.flatMap((document) => [
      line('document', document.name, '', document, document.gone),
      ...document.sections
        .filter(({ characters }) => characters > 0)
        .map((section) => line('section', document.name, section.label, section)),
    ]),
  ]);
}

function cell(figures: AnyFigures, name: MeasureName, taggedOnly: boolean): number | string {
  const measure: Measure | undefined = measureOf(figures, name, taggedOnly);
  return measure?.value ?? '';
}
