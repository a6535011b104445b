import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { TextRange } from '../../../../../server/src/text/range.ts';
import type { Annotation, AttributeValue, Quote, Relation, Review, Scope } from '../../annotation.ts';
import { reviewedLabelId } from '../../labels.ts';
import { allHeld, type Holdings } from '../features.ts';
import { listMember, memberOf, textMember } from '../json-file.ts';
import type { UnitMap } from '../offset-unit.ts';
import { readUnknownParts, withUnknownParts, writeUnknownParts } from '../unknown-parts.ts';

/**
 * A tag as it stands in a member of ours in the file of a tool that passes on what it does not know: what the tool
 * has no room for. Everything in it may have been written by anybody.
 */
export interface KeptTag {
  readonly id: string;
  readonly label: string;
  /** Half-open, in the format's unit. */
  readonly spans: readonly (readonly [start: number, end: number])[];
  /** One for each span, where words of the tag are gone; else none. */
  readonly quotes: readonly Quote[];
  readonly isOrphan: boolean;
  /** All of it, with what the format itself has put there. */
  readonly value: JsonObject;
  /** What it says beside. */
  readonly fields: Partial<Omit<Annotation, 'id' | 'label' | 'spans' | 'quotes' | 'state'>>;
}

/**
 * Whether a tag is one of those that a tool which trains and shows is to have: on words that are there, and taken as
 * right, or not yet decided. That a section is finished is a mark of our own.
 */
export function isForTools({ state, scope, review, label }: Annotation): boolean {
  return state === 'anchored' && scope !== 'document' && review !== 'rejected' && label !== reviewedLabelId;
}

/** The tag without what goes without saying, so that there is little of it. */
export function keepTag(tag: Annotation, map: UnitMap): JsonObject {
  const isOrphan = tag.state === 'orphan';
  return {
    id: tag.id,
    label: tag.label,
    ...(tag.scope !== 'document' && {
      spans: tag.spans.map(({ start, end }) => [map.fromUtf16(start), map.fromUtf16(end)]),
    }),
    ...(tag.scope !== 'words' && { scope: tag.scope }),
    ...(Object.keys(tag.attributes).length > 0 && { attributes: tag.attributes }),
    ...(tag.relations.length > 0 && {
      relations: tag.relations.map(({ type, target }) => ({ type, target })),
    }),
    ...(tag.chain !== undefined && { chain: tag.chain }),
    ...(tag.note !== '' && { note: tag.note }),
    ...(tag.creator !== '' && { creator: tag.creator }),
    ...(tag.created !== '' && { created: tag.created }),
    ...(tag.modified !== '' && { modified: tag.modified }),
    ...(tag.review !== 'accepted' && { review: tag.review }),
    ...(isOrphan && { state: tag.state }),
    ...(tag.spans.some(({ start, end }) => start === end) && {
      quotes: tag.quotes.map(({ exact, prefix, suffix }) => ({ exact, prefix, suffix })),
    }),
    ...writeUnknownParts(tag),
  };
}

/** Undefined where it is none. */
export function readKeptTag(value: JsonValue): KeptTag | undefined {
  const id = textMember(value, 'id');
  const label = textMember(value, 'label');
  if (!isObject(value) || id === undefined || label === undefined) return undefined;
  const spans = listMember(value, 'spans').flatMap((span): [number, number][] => {
    const [start, end] = Array.isArray(span) ? (span as readonly JsonValue[]) : [];
    return typeof start === 'number' && typeof end === 'number' ? [[start, end]] : [];
  });
  const isOrphan = memberOf(value, 'state') === 'orphan';
  const scope = oneOf<Scope>(memberOf(value, 'scope'), ['section', 'document']);
  if (spans.length === 0 && !isOrphan && scope !== 'document') return undefined;
  const review = oneOf<Review>(memberOf(value, 'review'), ['suggested', 'rejected']);
  const chain = textMember(value, 'chain');
  return {
    id,
    label,
    spans,
    quotes: listMember(value, 'quotes').map(readQuote),
    isOrphan,
    value,
    fields: {
      scope: scope ?? 'words',
      attributes: readAttributes(memberOf(value, 'attributes')),
      relations: listMember(value, 'relations').flatMap(readRelation),
      ...(chain !== undefined && { chain }),
      note: textMember(value, 'note') ?? '',
      creator: textMember(value, 'creator') ?? '',
      created: textMember(value, 'created') ?? '',
      modified: textMember(value, 'modified') ?? '',
      review: review ?? 'accepted',
      ...readUnknownParts(memberOf(value, 'unknown')),
    },
  };
}

function oneOf<T extends string>(value: JsonValue | undefined, known: readonly T[]): T | undefined {
  return known.find((each) => each === value);
}

function readQuote(value: JsonValue): Quote {
  const [exact, prefix, suffix] = ['exact', 'prefix', 'suffix'].map((name) => textMember(value, name) ?? '');
  return { exact: exact!, prefix: prefix!, suffix: suffix! };
}

function readRelation(value: JsonValue): Relation[] {
  const type = textMember(value, 'type');
  const target = textMember(value, 'target');
  return type === undefined || target === undefined ? [] : [{ type, target }];
}

/** Those that are texts, numbers or truth values. */
export function readAttributes(value: JsonValue | undefined): Readonly<Record<string, AttributeValue>> {
  const isOne = (entry: [string, JsonValue]): entry is [string, AttributeValue] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]);
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(isOne)) : {};
}

/** The tag as it was: an orphan, with what it knows of its words. */
export function orphanOf({ id, label, spans, quotes, fields }: KeptTag, map: UnitMap): Annotation {
  const count = Math.max(1, quotes.length);
  const placeOf = (index: number): TextRange => {
    const [start] = spans[index] ?? spans[0] ?? [0];
    const at = map.toUtf16(Math.min(Math.max(0, Math.trunc(start)), map.length)) ?? 0;
    return { start: at, end: at };
  };
  const { unknown, ...known } = fields;
  const orphan: Annotation = {
    id,
    label,
    scope: 'words',
    attributes: {},
    relations: [],
    note: '',
    creator: '',
    created: '',
    modified: '',
    review: 'accepted',
    ...known,
    spans: Array.from({ length: count }, (_, index) => placeOf(index)),
    quotes: Array.from(
      { length: count },
      (_, index) => quotes[index] ?? { exact: '', prefix: '', suffix: '' },
    ),
    state: 'orphan',
  };
  return withUnknownParts(orphan, unknown);
}

/** A tag of which some words are gone, with the places where they were. */
export function withLostParts(tag: Annotation, kept: KeptTag, map: UnitMap): Annotation {
  const lost = kept.spans.flatMap(([start, end], index) => {
    const at = map.toUtf16(start);
    const quote = kept.quotes[index];
    return start === end && at !== undefined && quote ? [{ span: { start: at, end: at }, quote }] : [];
  });
  if (lost.length === 0 || tag.state === 'orphan') return tag;
  const parts = [...tag.spans.map((span, index) => ({ span, quote: tag.quotes[index]! })), ...lost];
  parts.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { ...tag, spans: parts.map(({ span }) => span), quotes: parts.map(({ quote }) => quote) };
}

/** Whether {@link isForTools} was said of the tag when it was written. */
export function isKeptForTools({ isOrphan, label, fields }: KeptTag): boolean {
  return (
    !isOrphan && fields.scope !== 'document' && fields.review !== 'rejected' && label !== reviewedLabelId
  );
}

/** What a format holds that keeps beside it what the tool has no room for; of what else a file says, only its own. */
export const heldBeside: Holdings = { ...allHeld, foreign: 'part' };
