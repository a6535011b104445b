import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { TextRange } from '../../../../../server/src/text/range.ts';
import type { Annotation, AttributeValue, Quote, Relation } from '../../annotation.ts';
import type { FormatProblem } from '../format-problem.ts';
import type { UnitMap } from '../offset-unit.ts';
import { readTag, type WrittenSpan, type WrittenTag } from '../read-tag.ts';
import { readUnknownParts, writeUnknownParts } from '../unknown-parts.ts';

/** The version of the lines that is written; a higher one is not read. */
export const jsonlVersion = 1;

/** What a line says. */
export interface Line {
  readonly jiaozhu: number;
  readonly name: string;
  readonly annotator?: string;
  readonly form?: 'raw' | 'clean';
  readonly text: string;
  readonly tags: readonly JsonObject[];
  /** See {@link TaggedText.foreign}. */
  readonly foreign?: JsonObject;
}

/** A tag as a line has it: what is empty, or as it mostly is, is left out. */
export function writeJsonlTag(tag: Annotation, text: string, map: UnitMap): JsonObject {
  return {
    id: tag.id,
    label: tag.label,
    ...(tag.scope !== 'words' && { scope: tag.scope }),
    spans: tag.spans.map(({ start, end }, i) => ({
      start: map.fromUtf16(start),
      end: map.fromUtf16(end),
      ...(start === end ? { quote: writeQuote(tag.quotes[i]) } : { text: text.slice(start, end) }),
    })),
    ...(Object.keys(tag.attributes).length > 0 && { attributes: tag.attributes }),
    ...(tag.relations.length > 0 && {
      relations: tag.relations.map(({ type, target }) => ({ type, target })),
    }),
    ...(tag.chain !== undefined && { chain: tag.chain }),
    ...(tag.note !== '' && { note: tag.note }),
    ...(tag.creator !== '' && { creator: tag.creator }),
    ...(tag.created !== '' && { created: tag.created }),
    ...(tag.modified !== '' && { modified: tag.modified }),
    review: tag.review,
    ...(tag.state === 'orphan' && { state: tag.state }),
    ...writeUnknownParts(tag),
  };
}

function writeQuote(quote: Quote | undefined): JsonObject {
  return { exact: quote?.exact ?? '', prefix: quote?.prefix ?? '', suffix: quote?.suffix ?? '' };
}

/** A tag of a line; null where it has no label. @param line 1-based */
export function readJsonlTag(
  item: JsonValue,
  id: string,
  text: string,
  map: UnitMap,
  line: number,
): { readonly tag: Annotation; readonly problems: readonly FormatProblem[] } | null {
  if (!isObject(item) || typeof item.label !== 'string' || item.label === '') return null;
  const written: WrittenTag = {
    id,
    label: item.label,
    scope: item.scope === 'section' || item.scope === 'document' ? item.scope : 'words',
    attributes: readAttributes(item.attributes),
    relations: readRelations(item.relations),
    ...(typeof item.chain === 'string' && item.chain !== '' && { chain: item.chain }),
    note: textOf(item.note),
    creator: textOf(item.creator),
    created: textOf(item.created),
    modified: textOf(item.modified),
    review: item.review === 'suggested' || item.review === 'rejected' ? item.review : 'accepted',
    ...readUnknownParts(item.unknown),
  };
  const spans = Array.isArray(item.spans) ? (item.spans as readonly JsonValue[]).filter(isObject) : [];
  if (item.state === 'orphan') return { tag: orphanOf(written, spans, map), problems: [] };
  return readTag(text, map, written, spans.map(writtenSpan), line);
}

function writtenSpan({ start, end, text, quote }: JsonObject): WrittenSpan {
  const place = {
    start: typeof start === 'number' ? start : -1,
    end: typeof end === 'number' ? end : -1,
  };
  if (!isObject(quote)) return { ...place, ...(typeof text === 'string' && { quoted: text }) };
  const { exact, ...context } = readQuote(quote);
  return { ...place, quoted: exact, context, lost: true };
}

/** One that was an orphan when it was written waits on: nothing went wrong with it here. */
function orphanOf(written: WrittenTag, spans: readonly JsonObject[], map: UnitMap): Annotation {
  const found = readTag('', map, written, [], 0).tag;
  return {
    ...found,
    spans: spans.map(({ start }) => pointAt(start, map)),
    quotes: spans.map(({ quote }) => readQuote(quote)),
    state: 'orphan',
  };
}

function pointAt(start: JsonValue | undefined, map: UnitMap): TextRange {
  const at = typeof start === 'number' ? (map.toUtf16(start) ?? 0) : 0;
  return { start: at, end: at };
}

function readQuote(value: JsonValue | undefined): Quote {
  const { exact, prefix, suffix } = isObject(value) ? value : {};
  return { exact: textOf(exact), prefix: textOf(prefix), suffix: textOf(suffix) };
}

function readAttributes(value: JsonValue | undefined): Annotation['attributes'] {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, AttributeValue] =>
      ['string', 'number', 'boolean'].includes(typeof entry[1]),
    ),
  );
}

function readRelations(value: JsonValue | undefined): readonly Relation[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly JsonValue[]).filter(isObject).flatMap(({ type, target }) => {
    const known = typeof type === 'string' && typeof target === 'string' && target !== '';
    return known ? [{ type, target }] : [];
  });
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
