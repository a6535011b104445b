import { isObject, type JsonObject, type JsonValue } from '../../../server/src/text/json.ts';
import type { Sidecar, TextFacts } from './sidecar.ts';
import { documentsOf, isSidecarName } from './sidecar-name.ts';

/** What stands before the items of a page. */
export interface HeadReading {
  readonly textFacts?: TextFacts;
  /** Members of the facts that are not ours. */
  readonly textMembers?: JsonObject;
  /** Members of the page that are not ours, and those of ours that say more than we would write. */
  readonly unknown: JsonObject;
}

const annotationContext = 'http://www.w3.org/ns/anno.jsonld';
const ownContext: JsonObject = { jiaozhu: 'urn:jiaozhu:' };
const pageType = 'AnnotationPage';

/** Reads what stands before the items. */
export function readHead(page: JsonObject): HeadReading {
  const { '@context': context, id, type, items: _items, ...rest } = page;
  const { 'jiaozhu:format': _format, 'jiaozhu:text': facts, ...others } = rest;
  const contexts = foreignContexts(context);
  return {
    ...readFacts(facts),
    unknown: {
      ...(contexts && { '@context': contexts }),
      ...(id !== undefined && !isFileName(id) && { id }),
      ...(type !== undefined && type !== pageType && { type }),
      ...others,
    },
  };
}

/**
 * What stands before the items in a file.
 * @param id the name of the file, as a relative reference
 */
export function writeHead(
  { text, textMembers, unknown }: Pick<Sidecar, 'text' | 'textMembers' | 'unknown'>,
  id: string,
  format: number,
): JsonObject {
  return {
    '@context': [annotationContext, ownContext],
    id,
    type: pageType,
    'jiaozhu:format': format,
    ...((text || textMembers) && { 'jiaozhu:text': { ...text, ...textMembers } }),
    ...unknown,
  };
}

/** The contexts of a page that defines more than ours, with ours among them; undefined where it does not. */
function foreignContexts(context: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (context === undefined) return undefined;
  const given = Array.isArray(context) ? (context as readonly JsonValue[]) : [context];
  const hasOwn = given.some((each) => isObject(each) && each.jiaozhu === ownContext.jiaozhu);
  const hasAll = given.includes(annotationContext) && hasOwn;
  const isOurs = (each: JsonValue) =>
    each === annotationContext ||
    (isObject(each) && each.jiaozhu === ownContext.jiaozhu && Object.keys(each).length === 1);
  if (given.every(isOurs)) return undefined;
  if (hasAll) return given;
  // Later ones count before earlier ones: what the file says of its own names stays as it is.
  return [
    ...(given.includes(annotationContext) ? [] : [annotationContext]),
    ...(hasOwn ? [] : [ownContext]),
    ...given,
  ];
}

/**
 * Tells whether a target's source is another document than that of the page: both are file names, as we write them, and
 * the page is none of that document's. A page that was renamed with its document still says the former name of both.
 */
export function otherDocuments(page: JsonObject): (source: JsonValue | undefined) => boolean {
  const sidecar = fileName(page.id);
  if (sidecar === undefined || !isSidecarName(sidecar)) return () => false;
  const documents = new Set(documentsOf(sidecar).map((each) => each.document));
  const known = new Map<JsonValue | undefined, boolean>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const document = fileName(source);
    const isOther = document !== undefined && !documents.has(document);
    known.set(source, isOther);
    return isOther;
  };
}

/** The file name that a relative reference stands for, in one spelling of those that a file system may hold alike. */
function fileName(reference: JsonValue | undefined): string | undefined {
  if (typeof reference !== 'string' || !isFileName(reference)) return undefined;
  try {
    return decodeURIComponent(reference).normalize('NFC').toLowerCase();
  } catch {
    return undefined;
  }
}

/** Whether an id is the name of a file beside the document, as we write it, and so follows that name. */
function isFileName(id: JsonValue): boolean {
  return typeof id === 'string' && !/[:/?#]/.test(id);
}

function readFacts(value: JsonValue | undefined): Pick<HeadReading, 'textFacts' | 'textMembers'> {
  if (!isObject(value)) return {};
  const { sha256, length, bareLength, ...members } = value;
  const known = typeof sha256 === 'string' && typeof length === 'number';
  return {
    ...(known && {
      textFacts: { sha256, length, ...(typeof bareLength === 'number' && { bareLength }) },
    }),
    ...(Object.keys(members).length > 0 && { textMembers: members }),
  };
}
