import type { LabelScheme } from '../labels.ts';
import { typeNames } from './cas/cas.ts';
import { charactersLost } from './cas/characters.ts';
import { attributeOfFeature, ownFeatures } from './cas/features.ts';
import { createTypeSystemWriter } from './cas/type-system.ts';
import { typesOf } from './cas/types.ts';
import { type CasLayers, layersOf } from './cas/writing.ts';
import { allHeld, foreignLosses, type Holdings, lossesOf } from './features.ts';
import type { Format, FormatWriter, OutputPiece, WritingContext } from './format.ts';
import { writeOrigin } from './kept/origin.ts';
import type { TaggedText } from './tagged-text.ts';
import { escapedLine, escapedValue } from './webanno-tsv/escapes.ts';
import { tsvReader } from './webanno-tsv/reader.ts';
import { type PlacedSpan, type Row, rowsOf } from './webanno-tsv/rows.ts';
import { tsvSentences } from './webanno-tsv/units.ts';

const holdings: Holdings = { ...allHeld, documents: 'no', orphans: 'no', foreign: 'no', characters: 'part' };

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
    ...foreignLosses(document),
    ...charactersLost(
      { ...document, tags: document.tags.filter(({ scope }) => scope !== 'document') },
      scheme,
      (text) => text.match(halves)?.length ?? 0,
    ),
  ],
  write: createWriter,
  reader: tsvReader,
};

/** Halves of surrogate pairs, which UTF-8 does not have. A whole pair is one character to `u`. */
const halves = /[\ud800-\udfff]/gu;

function createWriter(context: WritingContext): FormatWriter {
  const typeSystem = createTypeSystemWriter(context);
  return {
    *document(document) {
      typeSystem.add(document);
      yield* documentPieces({ ...document, text: document.text.replace(halves, '\ufffd') }, context);
      yield* writeOrigin(document);
    },
    end: () => typeSystem.end(),
  };
}

function* documentPieces(document: TaggedText, { scheme }: WritingContext): Iterable<OutputPiece> {
  const file = `${document.name}.tsv`;
  const layers = layersOf(document.tags, scheme);
  const columns = columnsOf(layers, scheme);
  const hasRelations = layers.relations.length > 0;
  const header = [
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${[typeNames.span, ...columns].join('|')}`,
    ...(hasRelations ? [`#T_RL=${typeNames.relation}|label|BT_${typeNames.span}`] : []),
  ];
  yield { file, content: `${header.join('\n')}\n\n` };
  const cells = cellWriter(columns, hasRelations);
  const sentences = tsvSentences(document.text);
  const rows = rowsOf(sentences, layers);
  for (const [i, { text }] of sentences.entries()) {
    const lines = ['', ...text.split('\n').map((line) => `#Text=${escapedLine(line)}`)];
    for (const row of rows[i]!) {
      for (const each of row.parts.length === 0 ? [row] : [row, ...row.parts]) {
        // Nobody reads the words; but white space would break the row.
        const words = document.text.slice(each.start, each.end);
        const oneCell = breaks.test(words) ? words.replace(everyBreak, ' ') : words;
        lines.push(`${each.id}\t${each.start}-${each.end}\t${oneCell}\t${cells(each)}`);
      }
    }
    yield { file, content: `${lines.join('\n')}\n` };
  }
}

const breaks = /[\t\n\r]/;
const everyBreak = /[\t\n\r]/g;

/** Only features that are needed: INCEpTION refuses a file with one that the project does not have. */
function columnsOf({ spans }: CasLayers, scheme: LabelScheme): readonly string[] {
  const used = new Set(['label']);
  for (const { features } of spans) for (const [name] of features) used.add(name);
  const attributes = [...used].filter((name) => !Object.hasOwn(ownFeatures, name)).map(attributeOfFeature);
  const span = typesOf(scheme, attributes, 'en').find(({ name }) => name === typeNames.span);
  return span!.features.map(({ name }) => name).filter((name) => used.has(name));
}

/**
 * What stands behind the words of a row, each cell with the tab behind it that INCEpTION writes too. The label and the
 * attributes stand in every row of a tag; what is ours alone, such as its id, in the first, and in the others `*`,
 * which changes nothing.
 */
function cellWriter(columns: readonly string[], hasRelations: boolean): (row: Row) => string {
  const none = '_\t'.repeat(columns.length + (hasRelations ? 2 : 0));
  const isInEveryRow = columns.map((name) => name === 'label' || !Object.hasOwn(ownFeatures, name));
  const cellsOf = ({ values, number }: PlacedSpan, isFirst: boolean) => {
    const bracket = number === undefined ? '' : `[${number}]`;
    return columns.map((name, column) => {
      const value = isFirst || isInEveryRow[column] ? values.get(name) : undefined;
      return `${value === undefined ? '*' : escapedValue(value)}${bracket}`;
    });
  };
  /** What stands in the rows of a tag behind its first: the same in each. */
  const further = new Map<PlacedSpan, readonly string[]>();
  const inRow = (span: PlacedSpan, row: Row) => {
    if (span.rows[0] === row) return cellsOf(span, true);
    const known = further.get(span) ?? cellsOf(span, false);
    further.set(span, known);
    return known;
  };
  return (row) => {
    if (row.spans.length === 0) return none;
    const all = row.spans.map((span) => inRow(span, row));
    const cells =
      all.length === 1 ? [...all[0]!] : columns.map((_, i) => all.map((each) => each[i]).join('|'));
    if (hasRelations) {
      const { relations } = row;
      const labels = relations.map(({ label }) => (label === '' ? '*' : escapedValue(label)));
      const sources = relations.map(({ from, to }) => `${from.rows[0]!.id}[${from.number}_${to.number}]`);
      cells.push(labels.join('|') || '_', sources.join('|') || '_');
    }
    return `${cells.join('\t')}\t`;
  };
}
