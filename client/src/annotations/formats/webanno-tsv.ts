import { typeNames } from './cas.ts';
import { charactersLost } from './cas-characters.ts';
import { ownFeatures } from './cas-features.ts';
import { typesOf } from './cas-types.ts';
import { type CasLayers, layersOf, type RelationAnnotation, type SpanAnnotation } from './cas-writing.ts';
import { type Holdings, lossesOf } from './features.ts';
import type { Format, FormatWriter, OutputPiece, WritingContext } from './format.ts';
import type { TaggedText } from './tagged-text.ts';
import { escapedLine, escapedValue } from './tsv-escapes.ts';
import { tsvSentences, type Unit, unitsOf } from './tsv-units.ts';
import { createTypeSystemWriter } from './type-system.ts';
import { tsvReader } from './webanno-tsv-reader.ts';

const holdings: Holdings = {
  fragments: 'yes',
  overlaps: 'yes',
  attributes: 'yes',
  relations: 'yes',
  chains: 'yes',
  notes: 'yes',
  sections: 'yes',
  documents: 'no',
  orphans: 'no',
  reviews: 'yes',
  people: 'yes',
  times: 'yes',
  ids: 'yes',
  characters: 'part',
};

/**
 * WebAnno TSV 3.3 of INCEpTION, a file for each document, and the types of all. Source: INCEpTION user guide, “WebAnno
 * TSV 3.3 File format”, and what INCEpTION's reader (Tsv3XDeserializer) makes of what that leaves open.
 */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  unit: 'utf-16',
  holdings,
  losses: (document, { scheme }) => [
    ...lossesOf(document.tags, holdings, ['documents', 'orphans'], 'held'),
    ...charactersLost(
      { ...document, tags: document.tags.filter(({ scope }) => scope !== 'document') },
      scheme,
      (text) => text.match(halves)?.length ?? 0,
    ),
  ],
  write: createWriter,
  reader: tsvReader,
};

/** UTF-8 has no halves of surrogate pairs. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function createWriter(context: WritingContext): FormatWriter {
  const typeSystem = createTypeSystemWriter(context);
  return {
    *document(document) {
      typeSystem.add(document);
      const text = document.text.replace(halves, '\ufffd');
      yield* documentPieces({ ...document, text }, context);
    },
    end: () => typeSystem.end(),
  };
}

function* documentPieces(document: TaggedText, { scheme, language }: WritingContext): Iterable<OutputPiece> {
  const file = `${document.name}.tsv`;
  const layers = layersOf(document.tags, scheme);
  // Only columns that are needed: INCEpTION refuses a file with one that the project does not have.
  const used = new Set(['label', ...layers.spans.flatMap(({ features }) => features.map(([name]) => name))]);
  const attributes = document.tags.flatMap((tag) => Object.keys(tag.attributes));
  const span = typesOf(scheme, attributes, language).find(({ name }) => name === typeNames.span)!;
  const columns = span.features.map(({ name }) => name).filter((name) => used.has(name));
  const hasRelations = layers.relations.length > 0;
  const header = [
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${[typeNames.span, ...columns].join('|')}`,
    ...(hasRelations ? [`#T_RL=${typeNames.relation}|label|BT_${typeNames.span}`] : []),
  ];
  yield { file, content: `${header.join('\n')}\n\n` };
  const sentences = tsvSentences(document.text);
  const rows = new Rows(layers, sentences, columns);
  let token = 0;
  for (const sentence of sentences) {
    const lines = ['', ...sentence.text.split('\n').map((line) => `#Text=${escapedLine(line)}`)];
    for (const { start, end } of sentence.tokens) {
      const unit = { token, start, end, isPart: false };
      for (const each of [unit, ...rows.partsOf(token)]) {
        // Nobody reads them; but white space would break the row.
        const words = document.text.slice(each.start, each.end).replace(/[\t\n\r]/g, ' ');
        lines.push(`${rows.idOf(each)}\t${each.start}-${each.end}\t${words}\t${rows.cells(each).join('')}`);
      }
      token += 1;
    }
    yield { file, content: `${lines.join('\n')}\n` };
  }
}

/** What stands in the rows of a document beside its words. */
class Rows {
  readonly #columns: readonly string[];
  readonly #hasRelations: boolean;
  /** Sentence and number of each token, 1-based. */
  readonly #tokens: readonly string[];
  readonly #parts = new Map<number, Unit[]>();
  readonly #partIds = new Map<string, string>();
  readonly #on = new Map<string, SpanAnnotation[]>();
  readonly #units = new Map<SpanAnnotation, readonly Unit[]>();
  readonly #values = new Map<SpanAnnotation, ReadonlyMap<string, string>>();
  readonly #numbers = new Map<SpanAnnotation, number>();
  readonly #relations = new Map<string, RelationAnnotation[]>();

  constructor(
    { spans, relations }: CasLayers,
    sentences: ReturnType<typeof tsvSentences>,
    columns: readonly string[],
  ) {
    this.#columns = columns;
    this.#hasRelations = relations.length > 0;
    this.#tokens = sentences.flatMap(({ tokens }, i) => tokens.map((_, k) => `${i + 1}-${k + 1}`));
    const tokens = sentences.flatMap((sentence) => sentence.tokens);
    const needsNumber = new Set<SpanAnnotation>(relations.flatMap(({ from, to }) => [from, to]));
    for (const span of spans) {
      const units = unitsOf(tokens, span);
      this.#units.set(span, units);
      this.#values.set(span, new Map(span.features));
      if (units.length > 1) needsNumber.add(span);
      for (const unit of units) this.#put(unit, span, needsNumber);
    }
    for (const [token, parts] of this.#parts) {
      parts.sort((a, b) => a.start - b.start || a.end - b.end);
      for (const [i, part] of parts.entries())
        this.#partIds.set(keyOf(part), `${this.#tokens[token]}.${i + 1}`);
    }
    for (const span of spans) if (needsNumber.has(span)) this.#numbers.set(span, this.#numbers.size + 1);
    for (const relation of relations) {
      const key = keyOf(this.#units.get(relation.to)![0]!);
      const here = this.#relations.get(key);
      if (here) here.push(relation);
      else this.#relations.set(key, [relation]);
    }
  }

  #put(unit: Unit, span: SpanAnnotation, needsNumber: Set<SpanAnnotation>): void {
    const here = this.#on.get(keyOf(unit));
    if (here) {
      needsNumber.add(here[0]!);
      needsNumber.add(span);
      here.push(span);
      return;
    }
    this.#on.set(keyOf(unit), [span]);
    if (!unit.isPart) return;
    const parts = this.#parts.get(unit.token);
    if (parts) parts.push(unit);
    else this.#parts.set(unit.token, [unit]);
  }

  /** The rows that follow that of a token. */
  partsOf(token: number): readonly Unit[] {
    return this.#parts.get(token) ?? [];
  }

  idOf(unit: Unit): string {
    return unit.isPart ? this.#partIds.get(keyOf(unit))! : this.#tokens[unit.token]!;
  }

  /** Each with the tab behind it that INCEpTION writes too. */
  cells(unit: Unit): readonly string[] {
    const spans = this.#on.get(keyOf(unit));
    const cells = this.#columns.map((name) =>
      spans ? `${spans.map((span) => this.#cell(name, span, unit)).join('|')}\t` : '_\t',
    );
    if (!this.#hasRelations) return cells;
    const relations = this.#relations.get(keyOf(unit));
    if (!relations) return [...cells, '_\t', '_\t'];
    const labels = relations.map(({ label }) => (label === '' ? '*' : escapedValue(label)));
    const sources = relations.map(({ from, to }) => {
      const numbers = `${this.#numbers.get(from)}_${this.#numbers.get(to)}`;
      return `${this.idOf(this.#units.get(from)![0]!)}[${numbers}]`;
    });
    return [...cells, `${labels.join('|')}\t`, `${sources.join('|')}\t`];
  }

  /**
   * The label and the attributes stand in every row of a tag. What is ours alone, such as its id, stands in the first,
   * and in the others `*`, which changes nothing.
   */
  #cell(name: string, span: SpanAnnotation, unit: Unit): string {
    const number = this.#numbers.get(span);
    const isSaid = !isOurs(name) || keyOf(this.#units.get(span)![0]!) === keyOf(unit);
    const value = isSaid ? this.#values.get(span)!.get(name) : undefined;
    return `${value === undefined ? '*' : escapedValue(value)}${number === undefined ? '' : `[${number}]`}`;
  }
}

function isOurs(feature: string): boolean {
  return feature !== 'label' && Object.hasOwn(ownFeatures, feature);
}

function keyOf({ token, start, end, isPart }: Unit): string {
  return isPart ? `${token} ${start}-${end}` : `${token}`;
}
