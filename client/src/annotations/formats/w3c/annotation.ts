import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { TextRange } from '../../../../../server/src/text/range.ts';
import { type Annotation, noQuote, type UnknownTarget, withoutNames } from '../../annotation.ts';
import { contextLength } from '../../quote.ts';
import { wholeCharacters } from '../../span-joining.ts';
import type { UnitMap } from '../offset-unit.ts';
import type { TaggedText } from '../tagged-text.ts';

/** What a file said beside what is understood; in {@link TaggedText.foreign} by the id of the format. */
export interface ForeignParts {
  /** Members of the collection or page. */
  readonly members: JsonObject;
  /** Items that are no annotation of this text. */
  readonly items: readonly JsonValue[];
}

export function foreignParts({ foreign }: Pick<TaggedText, 'foreign'>): ForeignParts {
  const parts = foreign?.w3c;
  const { members, items } = isObject(parts) ? parts : {};
  return {
    members: isObject(members) ? members : {},
    items: Array.isArray(items) ? (items as readonly JsonValue[]) : [],
  };
}

/** What stands before and after the annotations of a document: a collection of one page that is in it (Data Model, 5). */
export function headOf(
  document: TaggedText,
  file: string,
): { readonly open: string; readonly close: string } {
  const { members, items } = foreignParts(document);
  const id = relativeIri(file);
  const collection: JsonObject = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { jiaozhu: 'urn:jiaozhu:' }],
    id,
    type: 'AnnotationCollection',
    label: document.name,
    ...(document.annotator !== '' && { creator: { type: 'Person', name: document.annotator } }),
    ...(document.path !== undefined && { 'jiaozhu:path': document.path }),
    ...(document.form && { 'jiaozhu:form': document.form }),
    ...members,
    total: document.tags.length + items.length,
  };
  const page: JsonObject = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
  return {
    open: `{\n${membersOf(collection)},\n"first": {\n${membersOf(page)},\n"items": [`,
    close: '\n]}}\n',
  };
}

function membersOf(value: JsonObject): string {
  return Object.entries(value)
    .map(([name, member]) => `${jsonLine(name)}: ${jsonLine(member)}`)
    .join(',\n');
}

/** On one line: the two line separators that JSON allows unescaped are escaped. */
export function jsonLine(value: JsonValue): string {
  return JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

/** The last part of a path as a relative reference; half a surrogate pair, which no address can hold, as U+FFFD. */
function relativeIri(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

/**
 * A tag as an annotation. Of several targets the model says that the bodies are about each of them (3.1), which is
 * the nearest that it has to fragments of one mention.
 */
export function annotationOf(tag: Annotation, document: TaggedText, map: UnitMap): JsonObject {
  const { unknown = {} } = tag;
  const relations = [
    ...tag.relations.map(({ type, target }) => ({ 'jiaozhu:relation': type, 'jiaozhu:to': target })),
    ...(unknown.relations ?? []),
  ];
  const attributes = { ...tag.attributes, ...withoutNames(unknown.attributes, tag.attributes) };
  const bodies = [
    { type: 'TextualBody', purpose: 'tagging', value: tag.label, ...unknown.labelMembers },
    ...(tag.note === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', value: tag.note, ...unknown.noteMembers }]),
    ...(unknown.bodies ?? []),
  ];
  const creator = unknown.creator ?? (tag.creator === '' ? undefined : { type: 'Person', name: tag.creator });
  return {
    id: tag.id,
    type: 'Annotation',
    ...(tag.created !== '' && { created: tag.created }),
    ...(tag.modified !== '' && { modified: tag.modified }),
    ...(creator !== undefined && { creator }),
    motivation: 'tagging',
    body: bodies.length === 1 ? bodies[0]! : bodies,
    target: targetsOf(tag, document, map),
    ...(tag.review !== 'accepted' && { 'jiaozhu:review': tag.review }),
    ...(Object.keys(attributes).length > 0 && { 'jiaozhu:attributes': attributes }),
    ...(relations.length > 0 && { 'jiaozhu:relations': relations }),
    ...(tag.chain !== undefined && { 'jiaozhu:chain': tag.chain }),
    ...unknown.members,
  };
}

function targetsOf(tag: Annotation, { text, name }: TaggedText, map: UnitMap): JsonValue {
  const source = relativeIri(name);
  const unknown = tag.unknown?.targets ?? [];
  if (tag.scope === 'document') return unknown[0]?.members ? { source, ...unknown[0].members } : source;
  const targets = tag.spans.map((span, i): JsonObject => {
    const target: UnknownTarget = unknown[i] ?? {};
    const isLost = span.start === span.end;
    const quote = isLost ? (tag.quotes[i] ?? noQuote) : quoteAt(text, span);
    const position = { start: map.fromUtf16(span.start), end: map.fromUtf16(span.end) };
    return {
      source,
      selector: [
        { type: 'TextPositionSelector', ...position, ...target.positionMembers },
        { type: 'TextQuoteSelector', ...quote, ...target.quoteMembers },
        ...(target.selectors ?? []),
      ],
      ...(tag.scope === 'section' && { 'jiaozhu:scope': 'section' }),
      ...(isLost && { 'jiaozhu:lost': true }),
      ...target.members,
    };
  });
  return targets.length === 1 ? targets[0]! : targets;
}

/** The words as they stand, and what stands around them: no pair of code units is cut. */
function quoteAt(text: string, { start, end }: TextRange): JsonObject {
  const around = wholeCharacters(text, { start: start - contextLength, end: end + contextLength });
  return {
    exact: text.slice(start, end),
    prefix: text.slice(around.start, start),
    suffix: text.slice(end, around.end),
  };
}
