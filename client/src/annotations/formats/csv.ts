import type { FactsNode } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { csvLines } from '../../citations/csv.ts';
import { type Annotation, extent, quotedWords } from '../annotation.ts';
import { type LabelScheme, labelOf } from '../labels.ts';
import { allHeld, foreignLosses, hasFeature, lossesOf, lossOf, spansWithWords } from './features.ts';
import type { Format } from './format.ts';
import { createUnitMap } from './offset-unit.ts';
import { readAs } from './reading-of-range.ts';
import type { TaggedText } from './tagged-text.ts';

/**
 * A table for spreadsheets: a tag a line (RFC 4180), with its words and what stands beside them as they are read, on
 * one line. It begins with a byte order mark, without which Excel does not take it for UTF-8.
 */
export const csv: Format = {
  id: 'csv',
  unit: 'code-points',
  corpusEnding: '.csv',
  needsFacts: true,
  holdings: { ...allHeld, notes: 'part', orphans: 'part', unknown: 'no', foreign: 'no' },
  losses(document) {
    const { tags } = document;
    const broken = tags.filter(({ note }) => breaks.test(note));
    const lessThanBefore = tags.filter((tag) => tag.state === 'anchored' && hasFeature(tag, 'orphans'));
    return [
      ...lossesOf(tags, csv.holdings, [], 'held'),
      ...foreignLosses(document),
      ...(broken.length > 0 ? [lossOf('notes', broken, false)] : []),
      ...(lessThanBefore.length > 0 ? [lossOf('orphans', lessThanBefore, false)] : []),
    ];
  },
  write({ scheme, corpus }) {
    const file = `${corpus}.csv`;
    let begun = false;
    const head = () => {
      if (begun) return '';
      begun = true;
      return `\ufeff${csvLines([columnsOf(scheme)])}`;
    };
    return {
      *document(document) {
        yield { file, content: head() + csvLines(rowsOf(document, scheme)) };
      },
      *end() {
        // A table of no documents has its head.
        yield { file, content: head() };
      },
    };
  },
};

const breaks = /[\r\n\v\f\x85\u2028\u2029]/;
const first = ['document', 'annotator', 'id', 'label', 'label_zh', 'label_en'] as const;
const place = ['text', 'before', 'after', 'section', 'start', 'end', 'spans', 'scope'] as const;
const last = [
  'attr_other',
  'relations',
  'chain',
  'note',
  'creator',
  'created',
  'modified',
  'review',
  'state',
] as const;

function columnsOf({ attributes }: LabelScheme): readonly string[] {
  return [...first, ...place, ...attributes.map(({ id }) => `attr_${id}`), ...last];
}

function rowsOf(document: TaggedText, scheme: LabelScheme): readonly (readonly (string | number)[])[] {
  const { name, annotator, text, tags, facts } = document;
  const map = createUnitMap(text, 'code-points');
  const known = new Set(scheme.attributes.map(({ id }) => id));
  const read = (range: TextRange) => onOneLine(readAs(text, facts?.emendations ?? [], range));
  return tags.map((tag) => {
    const label = labelOf(scheme, tag.label).name;
    const isPlaced = tag.state === 'anchored' && tag.spans.length > 0;
    const spans = spansWithWords(tag);
    const { start, end } = extent({ ...tag, spans });
    const from = Math.max(0, start - 4 * contextLength);
    return [
      name,
      annotator,
      tag.id,
      tag.label,
      label.zh,
      label.en,
      isPlaced ? spans.map(read).join('…') : quotedWords(tag),
      isPlaced ? lastOf(read({ start: from, end: start })) : '',
      isPlaced ? firstOf(read({ start: end, end: Math.min(text.length, end + 4 * contextLength) })) : '',
      isPlaced && facts ? sectionAt(facts.tree, start) : '',
      isPlaced ? map.fromUtf16(start) : '',
      isPlaced ? map.fromUtf16(end) : '',
      // A spreadsheet would take 1-2 for a day of January.
      isPlaced
        ? spans.map((span) => `${map.fromUtf16(span.start)}..${map.fromUtf16(span.end)}`).join(' ')
        : '',
      tag.scope,
      ...scheme.attributes.map(({ id }) => attributeCell(tag, id)),
      otherAttributes(tag, known),
      tag.relations.map(({ type, target }) => `${type}: ${target}`).join('; '),
      tag.chain ?? '',
      onOneLine(tag.note),
      tag.creator,
      tag.created,
      tag.modified,
      tag.review,
      tag.state,
    ];
  });
}

function attributeCell({ attributes }: Annotation, id: string): string | number {
  if (!Object.hasOwn(attributes, id)) return '';
  const value = attributes[id]!;
  return typeof value === 'number' ? value : onOneLine(String(value));
}

/** Those that the labels do not know, which have no column of their own. */
function otherAttributes({ attributes }: Annotation, known: ReadonlySet<string>): string {
  return Object.entries(attributes)
    .filter(([id]) => !known.has(id))
    .map(([id, value]) => onOneLine(`${id}=${value}`))
    .join('; ');
}

/** How many characters beside the words are shown. */
const contextLength = 24;

function lastOf(words: string): string {
  // As many characters have at most twice as many code units.
  const near = words.slice(-2 * contextLength);
  return halves.test(near) ? Array.from(near).slice(-contextLength).join('') : near.slice(-contextLength);
}

function firstOf(words: string): string {
  const near = words.slice(0, 2 * contextLength);
  return halves.test(near) ? Array.from(near).slice(0, contextLength).join('') : near.slice(0, contextLength);
}

const halves = /[\ud800-\udfff]/;

function onOneLine(words: string): string {
  return words === '' ? '' : words.replace(/\s+/g, ' ').trim();
}

const sections = ['title', 'dateline', 'preamble', 'section', 'article', 'closing', 'annex'];

/** The label of the smallest of these parts that holds a place; empty where none does. */
function sectionAt(tree: FactsNode, offset: number): string {
  let found = '';
  for (let node: FactsNode | undefined = tree; node; ) {
    if (sections.includes(node.kind)) found = node.label;
    node = node.children.find(({ start, end }) => start <= offset && offset < end);
  }
  return found;
}
