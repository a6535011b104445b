import type { AgreementReport, LabelFigures, WholeFigures } from '../annotations/agreement/agreement.ts';
import type { Measure } from '../annotations/agreement/measure.ts';
import { labelOf } from '../annotations/labels.ts';
import { fill } from '../panel/strings.ts';
import type { Cell, Column, Figure } from './figure.ts';
import { column } from './instrument-dates.ts';
import type { Asked } from './report.ts';

/** So many labels are crossed: a larger matrix nobody can read. */
const mostCrossed = 20;

/** How well annotators agree on each label, and which labels they give to the same words. */
export function agreementFigures(report: AgreementReport, asked: Asked): readonly Figure[] {
  const { words } = asked;
  const names = whoTagged(report);
  if (names.length === 0) return [];
  const none =
    names.length < 2
      ? fill(words.oneAnnotator, namesOf(report, asked))
      : report.overall.characters === 0
        ? fill(words.notFinished, namesOf(report, asked))
        : undefined;
  if (none !== undefined) return [{ ...byLabel(report, asked), rows: [], notes: [], none }];
  return [byLabel(report, asked), confusions(report, asked)];
}

function byLabel(report: AgreementReport, asked: Asked): Figure {
  const { words } = asked;
  const id = 'agreement-by-label';
  const row = (name: string, id: string | null, figures: WholeFigures): Figure['rows'][number] => ({
    cells: [name, id, figures.spans.reduce((sum, each) => sum + each, 0), ...measuresOf(figures)],
  });
  const ordered = inOrder(
    report.labels.map(({ label }) => label),
    asked,
  );
  const labels = new Map(report.labels.map((each) => [each.label, each]));
  return {
    id,
    picture: 'shares',
    title: words.titles[id],
    meaning: words.meanings[id],
    columns: [
      column('label', 'text', asked),
      { id: 'label_id', name: words.columns.label, kind: 'text', unseen: true },
      column('tags', 'number', asked),
      ...measures.map((id): Column => ({ ...column(id, 'number', asked), places: 3 })),
    ],
    rows: [
      row(words.allLabels, null, report.overall),
      ...ordered.map((label) => row(nameOf(label, asked), label, labels.get(label) as LabelFigures)),
    ],
    notes: [
      fill(words.compared, namesOf(report, asked), report.documents.length, report.overall.characters),
      ...(report.leftOut.length > 0 ? [fill(words.leftOut, report.leftOut.length)] : []),
    ],
  };
}

const measures = [
  'f1_exact',
  'f1_overlapping',
  'cohen_kappa',
  'krippendorff_alpha',
  'gwet_ac1',
  'alpha_u',
] as const;

/** In their order. */
function measuresOf({ exact, overlapping, all, alphaU }: WholeFigures): Cell[] {
  return [exact.f1, overlapping.f1, all.cohenKappa, all.krippendorffAlpha, all.gwetAc1, alphaU].map(
    ({ value }: Measure) => value,
  );
}

/** Of more than two annotators the sum over all pairs, the first by name in the rows. */
function confusions(report: AgreementReport, asked: Asked): Figure {
  const { words } = asked;
  const id = 'confusions';
  const counts = new Map<string | null, Map<string | null, number>>();
  const totals = new Map<string, number>();
  for (const { confusion } of report.pairs) {
    for (const [row, column, spans] of confusion.cells) {
      const [first, second] = [confusion.labels[row] ?? null, confusion.labels[column] ?? null];
      const line = counts.get(first) ?? new Map<string | null, number>();
      counts.set(first, line.set(second, (line.get(second) ?? 0) + spans));
      for (const label of new Set([first, second])) {
        if (label !== null) totals.set(label, (totals.get(label) ?? 0) + spans);
      }
    }
  }
  const most = [...totals].sort(([, a], [, b]) => b - a).slice(0, mostCrossed);
  const labels: (string | null)[] = [
    ...inOrder(
      most.map(([label]) => label),
      asked,
    ),
    null,
  ];
  const tagged = whoTagged(report);
  const [pair, ...others] = report.pairs.filter(({ annotators }) =>
    annotators.every((name) => tagged.includes(name)),
  );
  const title =
    pair && others.length === 0
      ? fill(words.confusionsOf, ...pair.annotators.map((name) => name || words.nobody))
      : words.titles[id];
  return {
    id,
    picture: 'matrix',
    title,
    meaning: words.meanings[id],
    columns: [
      column('label', 'text', asked),
      ...labels.map((label): Column => {
        if (label === null) return { id: 'not_tagged', name: words.notTagged, kind: 'number' };
        return { id: label, name: nameOf(label, asked), kind: 'number' };
      }),
    ],
    rows: labels.map((label) => ({
      cells: [
        label === null ? words.notTagged : nameOf(label, asked),
        ...labels.map((other) =>
          label === null && other === null ? null : (counts.get(label)?.get(other) ?? 0),
        ),
      ],
    })),
    notes: totals.size > mostCrossed ? [fill(words.mostUsed, mostCrossed, totals.size)] : [],
  };
}

/** Labels in the order of the scheme; those that it does not have come last. */
function inOrder(ids: readonly string[], { scheme }: Asked): string[] {
  const places = new Map(scheme.labels.map(({ id }, at) => [id, at]));
  const placeOf = (id: string) => places.get(id) ?? scheme.labels.length;
  return [...ids].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}

const nameOf = (id: string, { scheme, nameOf: name }: Asked): string => name(labelOf(scheme, id));

/** Those compared who have tagged any of the statements. */
function whoTagged({ annotators, documents, leftOut }: AgreementReport): string[] {
  const all = [...documents, ...leftOut];
  return annotators.filter((_, at) => all.some(({ finished }) => finished[at] !== null));
}

function namesOf(report: AgreementReport, { words }: Asked): string {
  return whoTagged(report)
    .map((name) => name || words.nobody)
    .join(words.separator);
}
