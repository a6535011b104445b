import type { TextRange } from '../../../server/src/text/range.ts';
import { labelOf } from '../annotations/labels.ts';
import type { CountedStatement, LabelCount, PartNumber } from './counted-statement.ts';
import type { Column, Figure, Place, Row } from './figure.ts';
import type { Asked } from './report.ts';

/** How many tags of each label each part of a statement has. */
export function labelsBySection(statement: CountedStatement, asked: Asked): Figure {
  const { words } = asked;
  const counts = countsOf(statement, asked.annotator);
  const parts: readonly [PartNumber, string, Place | undefined][] = [
    ['document', words.wholeDocument, placeIn(statement)],
    ['outside', words.outside, placeIn(statement)],
    ...statement.parts.map((part, at): [PartNumber, string, Place] => [
      at,
      part.label,
      placeIn(statement, part),
    ]),
  ];
  const byPart = grouped(counts, ({ part }) => part);
  const columns = labelColumns(counts, asked);
  const rows = parts
    // A part without tags is told as such; the two that are no parts only where there is something to tell.
    .filter(([part]) => typeof part === 'number' || byPart.has(part))
    .map(([part, name, place]) => row(name, place, columns, statement, byPart.get(part) ?? []));
  return {
    ...head('labels-by-section', asked, 'section', columns),
    rows: counts.length === 0 ? [] : rows,
    ...(counts.length === 0 && { none: words.noTags }),
  };
}

/** How many tags of each label each statement has. */
export function labelsByStatement(statements: readonly CountedStatement[], asked: Asked): Figure {
  const { words } = asked;
  const all = statements.map((statement) => countsOf(statement, asked.annotator));
  const columns = labelColumns(all.flat(), asked);
  const tagged = all.some((counts) => counts.length > 0);
  return {
    ...head('labels-by-statement', asked, 'statement', columns),
    rows: tagged
      ? statements.map((statement, at) =>
          row(statement.name, placeIn(statement), columns, statement, all[at]!),
        )
      : [],
    ...(!tagged && { none: statements.length === 0 ? words.noStatements : words.noTags }),
  };
}

function head(
  id: 'labels-by-section' | 'labels-by-statement',
  { words }: Asked,
  first: 'section' | 'statement',
  labels: readonly Column[],
) {
  return {
    id,
    picture: 'bars' as const,
    title: words.titles[id],
    meaning: words.meanings[id],
    columns: [
      { id: first, name: words.columns[first], kind: 'text' as const },
      ...labels,
      { id: 'tags', name: words.columns.tags, kind: 'number' as const },
    ],
    notes: [],
  };
}

/** The counts of one annotator, or of all together; what was settled of these would count a tag twice. */
function countsOf({ layers }: CountedStatement, annotator: string | undefined): LabelCount[] {
  return layers
    .filter((layer) => (annotator === undefined ? !layer.isSettled : layer.annotator === annotator))
    .flatMap(({ counts }) => counts);
}

/** The labels that are used, in the order of the scheme; those that it does not have come last. */
function labelColumns(counts: readonly LabelCount[], { scheme, nameOf }: Asked): Column[] {
  const used = new Set(counts.map(({ label }) => label));
  const known = scheme.labels.map(({ id }) => id).filter((id) => used.has(id));
  const unknown = [...used].filter((id) => !known.includes(id)).sort();
  return [...known, ...unknown].map((id) => {
    const label = labelOf(scheme, id);
    return { id, name: nameOf(label), kind: 'number', colour: label.colour };
  });
}

function row(
  name: string,
  place: Place | undefined,
  labels: readonly Column[],
  statement: CountedStatement,
  counts: readonly LabelCount[],
): Row {
  const byLabel = grouped(counts, ({ label }) => label);
  const sum = (some: readonly LabelCount[]) => some.reduce((total, { count }) => total + count, 0);
  const found = labels.map(({ id }) => byLabel.get(id) ?? []);
  return {
    cells: [name, ...found.map(sum), sum(counts)],
    ...(place && { place }),
    places: [place ?? null, ...found.map((some) => firstPlace(statement, some)), null],
  };
}

function grouped<K>(
  counts: readonly LabelCount[],
  keyOf: (count: LabelCount) => K,
): ReadonlyMap<K, readonly LabelCount[]> {
  const groups = new Map<K, LabelCount[]>();
  for (const count of counts) {
    const group = groups.get(keyOf(count));
    if (group) group.push(count);
    else groups.set(keyOf(count), [count]);
  }
  return groups;
}

function firstPlace(statement: CountedStatement, counts: readonly LabelCount[]): Place | null {
  const [first] = counts.map((count) => count.first).sort((a, b) => a.start - b.start);
  return first ? placeIn(statement, first) : null;
}

/** @param range UTF-16 raw; without one: the head of the document */
export function placeIn(
  { document }: CountedStatement,
  { start, end }: TextRange = { start: 0, end: 0 },
): Place {
  return { document, start, end };
}
