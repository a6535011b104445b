import type { AgreementReport, PairFigures } from '../../annotations/agreement/agreement.ts';
import type { ConfusionTable } from '../../annotations/agreement/confusion.ts';
import type { Measure, WhyUndefined } from '../../annotations/agreement/measure.ts';
import { type LabelScheme, labelOf } from '../../annotations/labels.ts';
import type { Messages } from '../messages.ts';
import { visible } from '../terminal.ts';
import { terminalWidth } from '../terminal-width.ts';
import type { AgreementCommand } from './agreement-options.ts';
import { type AnyFigures, type MeasureName, measureOf } from './measure-columns.ts';

/** Of documents, sections and confusions more are only counted; JSON and CSV have all. */
const mostRows = 40;
const mostConfusions = 10;
const longestName = 40;

/** The report as tables to read. */
export function agreementTable(
  report: AgreementReport,
  scheme: LabelScheme,
  asked: Pick<AgreementCommand, 'measures' | 'taggedOnly'>,
  say: Messages,
): string {
  const table = new Table(asked, say);
  const { overall, documents } = report;
  const nameOf = (label: string) => {
    const { name, known } = labelOf(scheme, label);
    return known ? name[say.language] : label;
  };
  const lines = [...head(report, say)];
  if (asked.taggedOnly) lines.push(say.overTagged);
  table.add('', [{ name: say.allLabels, figures: overall }]);
  const { tables } = say;
  table.add(
    tables.label,
    inOrderOf(scheme, report.labels).map(({ label, ...figures }) => ({ name: nameOf(label), figures })),
  );
  table.add(
    tables.part,
    report.partKinds.map(({ kind, ...figures }) => ({ name: say.partKinds[kind] ?? kind, figures })),
  );
  if (documents.length > 1) {
    table.add(
      tables.document,
      documents.map(({ name, ...figures }) => ({ name: endOf(name), figures })),
    );
  }
  const [only] = documents;
  if (only && documents.length === 1) {
    const counted = only.sections.filter(({ characters }) => characters > 0);
    table.add(
      tables.section,
      counted.map(({ label, ...figures }) => ({ name: label, figures })),
    );
  }
  lines.push(...table.lines(), ...gammaLines(report, say));
  if (report.annotators.length > 2) lines.push('', ...pairLines(report.pairs, say));
  lines.push(...report.pairs.flatMap((pair) => confusionLines(pair, nameOf, say)));
  const left = report.leftOut.slice(0, mostRows).map(({ name, why }) => say.leftOut(visible(name), why));
  if (left.length > 0) lines.push('', ...left);
  if (report.leftOut.length > mostRows) lines.push(say.more(report.leftOut.length - mostRows));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** As the scheme has them, and then those that it does not know. */
function inOrderOf<T extends { readonly label: string }>(scheme: LabelScheme, rows: readonly T[]): T[] {
  const order = new Map(scheme.labels.map(({ id }, i) => [id, i]));
  const place = ({ label }: T) => order.get(label) ?? order.size;
  return rows.toSorted((a, b) => place(a) - place(b));
}

function head(
  { annotators, overall, documents, leftOut, unfinished, gone }: AgreementReport,
  say: Messages,
): string[] {
  const length = documents.reduce((sum, document) => sum + document.length, 0);
  return [
    say.comparedAll(
      annotators.map((each) => nameOfAnnotator(each, say)),
      documents.length,
      documents.length + leftOut.length,
    ),
    say.comparedCharacters(overall.characters, length, overall.taggedCharacters),
    ...(unfinished ? [say.withUnfinished] : []),
    ...annotators.flatMap((each, i) =>
      gone[i]! > 0 ? [say.goneNotCompared(gone[i]!, nameOfAnnotator(each, say))] : [],
    ),
  ];
}

export function nameOfAnnotator(annotator: string, say: Messages): string {
  return annotator === '' ? say.nobody : visible(annotator);
}

function gammaLines({ documents }: AgreementReport, say: Messages): string[] {
  const known = documents.flatMap(({ gammas = [] }) => gammas.filter(({ samples }) => samples > 0));
  if (known.length === 0) return [];
  const samples = known.map((each) => each.samples).sort((a, b) => a - b);
  const percent = known.reduce((most, { precision }) => Math.max(most, precision), 0) * 100;
  return ['', say.gammaTrials(samples[0]!, samples.at(-1)!, Math.ceil(percent * 10) / 10)];
}

interface Row {
  readonly name: string;
  readonly figures: AnyFigures;
}

/** Rows under several headings, with the same columns all the way down. */
class Table {
  readonly #measures: readonly MeasureName[];
  readonly #taggedOnly: boolean;
  readonly #say: Messages;
  readonly #rows: (readonly string[])[] = [];
  /** In the order in which they came up; each has a letter. */
  readonly #reasons: WhyUndefined[] = [];

  constructor({ measures, taggedOnly }: Pick<AgreementCommand, 'measures' | 'taggedOnly'>, say: Messages) {
    this.#measures = measures;
    this.#taggedOnly = taggedOnly;
    this.#say = say;
    const { columns, measureHeads } = say;
    this.#rows.push(['', columns.characters, columns.tags, ...measures.map((name) => measureHeads[name])]);
  }

  add(heading: string, rows: readonly Row[]): void {
    if (rows.length === 0) return;
    if (heading !== '') this.#rows.push([], [heading]);
    const indent = heading === '' ? '' : '  ';
    for (const { name, figures } of rows.slice(0, mostRows)) {
      this.#rows.push([
        indent + shortened(visible(name).trim()),
        String(this.#taggedOnly ? figures.taggedCharacters : figures.characters),
        figures.spans.join('/'),
        ...this.#measures.map((measure) => this.#cell(measureOf(figures, measure, this.#taggedOnly))),
      ]);
    }
    if (rows.length > mostRows) this.#rows.push([indent + this.#say.more(rows.length - mostRows)]);
  }

  lines(): string[] {
    const widths: number[] = [];
    for (const row of this.#rows) {
      if (row.length < 2) continue;
      row.forEach((cell, i) => {
        widths[i] = Math.max(widths[i] ?? 0, terminalWidth(cell));
      });
    }
    const padded = (cell: string, column: number) => {
      const blanks = ' '.repeat(Math.max(0, widths[column]! - terminalWidth(cell)));
      return column === 0 ? cell + blanks : blanks + cell;
    };
    const reasons = this.#reasons.map((why, i) => `${letter(i)} ${this.#say.undefinedBecause[why]}`);
    return [
      '',
      ...this.#rows.map((row) => (row.length < 2 ? (row[0] ?? '') : row.map(padded).join('  '))),
      ...(reasons.length > 0 ? ['', ...reasons] : []),
    ];
  }

  #cell(measure: Measure | undefined): string {
    if (!measure) return '';
    if (measure.value !== null) return threeDigits(measure.value);
    if (!this.#reasons.includes(measure.why)) this.#reasons.push(measure.why);
    return letter(this.#reasons.indexOf(measure.why));
  }
}

function letter(index: number): string {
  return `(${'abcdef'[index]})`;
}

/** Rounded; never −0. */
export function threeDigits(value: number): string {
  return (Number(value.toFixed(3)) + 0).toFixed(3);
}

function shortened(name: string): string {
  const characters = Array.from(name);
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : name;
}

/** Of a path the end, with the file's name, where it is long. */
function endOf(path: string): string {
  const characters = Array.from(path);
  return characters.length > longestName ? `…${characters.slice(1 - longestName).join('')}` : path;
}

function pairLines(pairs: readonly PairFigures[], say: Messages): string[] {
  const told = ({ value }: Measure) => (value === null ? '–' : threeDigits(value));
  return [
    say.tables.pair,
    ...pairs.map(({ annotators, cohenKappa, alphaU, exact, overlapping }) => {
      const [first, second] = annotators.map((each) => nameOfAnnotator(each, say));
      const { measureHeads } = say;
      const figures = [
        `${measureHeads.kappa} ${told(cohenKappa)}`,
        `${measureHeads['alpha-u']} ${told(alphaU)}`,
        `${measureHeads.f1} ${told(exact.f1)}`,
        `${measureHeads['overlap-f1']} ${told(overlapping.f1)}`,
      ];
      return `  ${first} × ${second}  ${figures.join('  ')}`;
    }),
  ];
}

/** What two confuse most. */
function confusionLines(
  { annotators, confusion }: PairFigures,
  nameOf: (label: string) => string,
  say: Messages,
): string[] {
  const differing = confusion.cells.filter(([row, column]) => row !== column);
  if (differing.length === 0) return [];
  const [first, second] = annotators.map((each) => nameOfAnnotator(each, say));
  const name = ({ labels }: ConfusionTable, at: number) =>
    at < labels.length ? visible(nameOf(labels[at]!)) : say.noTagThere;
  const most = differing.toSorted((a, b) => b[2] - a[2]).slice(0, mostConfusions);
  return [
    '',
    `${say.tables.confusion} (${first} × ${second})`,
    ...most.map(([row, column, n]) => `  ${name(confusion, row)} × ${name(confusion, column)}: ${n}`),
    ...(differing.length > most.length ? [`  ${say.more(differing.length - most.length)}`] : []),
  ];
}
