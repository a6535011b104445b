import type { TextRange } from '../../../../../server/src/text/range.ts';
import type { CasLayers, RelationAnnotation, SpanAnnotation } from '../cas/writing.ts';
import { type TsvSentence, unitsOf } from './units.ts';

/** A row of a file on its way out: a token, or a part of one. */
export interface Row extends TextRange {
  /** Sentence and token, from 1, and the number of the part: `1-2.1`. */
  id: string;
  /** One upon the other, in the order in which every column has them. */
  readonly spans: PlacedSpan[];
  /** Those that lead to an annotation which begins here. */
  readonly relations: { readonly label: string; readonly from: PlacedSpan; readonly to: PlacedSpan }[];
  /** Of a token, in order of place. */
  readonly parts: Row[];
}

/** An annotation with the rows that it covers. */
export interface PlacedSpan {
  readonly values: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
  /** What stands in brackets behind its values: where it has several rows, shares one, or relations lead to or from it. */
  number?: number;
}

/** The rows of all tokens, by sentence. */
export function rowsOf(
  sentences: readonly TsvSentence[],
  { spans, relations }: CasLayers,
): readonly (readonly Row[])[] {
  const bySentence = sentences.map(({ tokens }, sentence) =>
    tokens.map((token, i) => newRow(`${sentence + 1}-${i + 1}`, token)),
  );
  const rows = bySentence.flat();
  const parts = new Map<string, Row>();
  const rowOf = ({ token, isPart, start, end }: ReturnType<typeof unitsOf>[number]): Row => {
    const whole = rows[token]!;
    if (!isPart) return whole;
    const key = `${token} ${start}-${end}`;
    const part = parts.get(key) ?? newRow('', { start, end });
    if (!parts.has(key)) whole.parts.push(part);
    parts.set(key, part);
    return part;
  };
  const placed = new Map<SpanAnnotation, PlacedSpan>();
  for (const span of spans) {
    const own: PlacedSpan = { values: new Map(span.features), rows: unitsOf(rows, span).map(rowOf) };
    for (const row of own.rows) row.spans.push(own);
    placed.set(span, own);
  }
  for (const row of rows) {
    row.parts.sort((a, b) => a.start - b.start || a.end - b.end);
    for (const [i, part] of row.parts.entries()) part.id = `${row.id}.${i + 1}`;
  }
  addRelations(relations, placed);
  return bySentence;
}

function newRow(id: string, { start, end }: TextRange): Row {
  return { id, start, end, spans: [], relations: [], parts: [] };
}

function addRelations(
  relations: readonly RelationAnnotation[],
  placed: ReadonlyMap<SpanAnnotation, PlacedSpan>,
): void {
  const ends = new Set<PlacedSpan>();
  for (const { label, from, to } of relations) {
    const relation = { label, from: placed.get(from)!, to: placed.get(to)! };
    relation.to.rows[0]!.relations.push(relation);
    ends.add(relation.from).add(relation.to);
  }
  let count = 0;
  for (const span of placed.values()) {
    if (span.rows.length === 1 && span.rows[0]!.spans.length === 1 && !ends.has(span)) continue;
    count += 1;
    span.number = count;
  }
}
