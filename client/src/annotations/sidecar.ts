import type { JsonObject, JsonValue } from '../../../server/src/text/json.ts';
import { isObject } from '../../../server/src/text/json.ts';
import type { Annotation } from './annotation.ts';
import { extent } from './annotation.ts';
import { createBareText } from './bare-text.ts';
import { createCodePointMap, normaliseText } from './offsets.ts';
import type { Problem } from './problem.ts';

/** Which text the positions of a sidecar count in. Both count the text without BOM and with line ends as LF. */
export interface TextFacts {
  /** SHA-256 of its UTF-8, in small hexadecimal digits. */
  readonly sha256: string;
  /** In Unicode code points. */
  readonly length: number;
  /** Of the bare text, in code points; absent where the file does not say. */
  readonly bareLength?: number;
}

/** A half-open range of Unicode code points of the text without BOM and with line ends as LF. */
export interface CodePointRange {
  readonly start: number;
  readonly end: number;
}

/** A tag as stored: its place counts otherwise than in memory. */
export interface StoredAnnotation extends Omit<Annotation, 'spans'> {
  /** Absent where the file gives a quote alone. */
  readonly codePoints?: CodePointRange;
  /** How many code points of the bare text stand before it; absent where the file does not say. */
  readonly bareStart?: number;
}

/**
 * What a sidecar file holds. It comes only from `parseSidecar` or `newSidecar`: a file that could not be
 * parsed has no Sidecar, so there is nothing that could be written over it.
 */
export interface Sidecar {
  /** Absent in a new one, or where the file does not say. */
  readonly text?: TextFacts;
  readonly annotations: readonly StoredAnnotation[];
  /** Items that are not understood; written back as they were. */
  readonly kept: readonly JsonValue[];
  /** Members of the page that are not ours; written back as they were. */
  readonly unknown: JsonObject;
}

export type SidecarReading =
  | { readonly ok: true; readonly sidecar: Sidecar; readonly problems: readonly Problem[] }
  /** Not to be overwritten: there is no sidecar to write. */
  | { readonly ok: false; readonly problem: Problem };

/** SHA-256 of the UTF-8 of a text, in small hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** The version of the format that is written; a higher one is not read. */
export const sidecarFormat = 1;

/** The sidecar of a document that has none. */
export function newSidecar(): Sidecar {
  return { annotations: [], kept: [], unknown: {} };
}

/** The facts of a text, as an editor has it or as it is on disk: BOM and line ends make no difference. */
export function textFacts(text: string, sha256: Sha256): TextFacts {
  return { sha256: sha256(normaliseText(text)), length: createCodePointMap(text).length };
}

/**
 * The sidecar with these tags in place of those it held, and all else that it held.
 * @param text the editor's text, in which the tags' spans count (UTF-16); it must be the text on disk
 */
export function withAnnotations(
  sidecar: Sidecar,
  annotations: readonly Annotation[],
  text: string,
  sha256: Sha256,
): Sidecar {
  const codePoints = createCodePointMap(text);
  const bareText = createBareText(text);
  const bare = createCodePointMap(bareText.bare);
  return {
    ...sidecar,
    text: { sha256: sha256(normaliseText(text)), length: codePoints.length, bareLength: bare.length },
    annotations: annotations.map((annotation) => {
      const { spans: _, ...said } = annotation;
      const { start, end } = extent(annotation);
      return {
        ...said,
        codePoints: { start: codePoints.toCodePoint(start), end: codePoints.toCodePoint(end) },
        bareStart: bare.toCodePoint(bareText.toBare(start)),
      };
    }),
  };
}

/**
 * The file: a W3C Web Annotation page as JSON-LD, one annotation a line, sorted by id. The same sidecar
 * always gives the same bytes.
 * @param names file names without folder: of the document, and of the sidecar itself
 */
export function serialiseSidecar(
  sidecar: Sidecar,
  names: { readonly document: string; readonly sidecar: string },
): string {
  const page: JsonObject = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { jiaozhu: 'urn:jiaozhu:' }],
    id: relativeIri(names.sidecar),
    type: 'AnnotationPage',
    'jiaozhu:format': sidecarFormat,
    ...(sidecar.text && { 'jiaozhu:text': { ...sidecar.text } }),
    ...sidecar.unknown,
  };
  const source = relativeIri(names.document);
  const items = [
    ...sidecar.annotations.map((annotation) => writeItem(annotation, source)),
    ...sidecar.kept,
  ].sort(byId);
  const head = Object.entries(page).map(([key, value]) => `${line(key)}: ${line(value)},\n`);
  const body = items.length === 0 ? '' : `\n${items.map(line).join(',\n')}\n`;
  return `{\n${head.join('')}"items": [${body}]\n}\n`;
}

/** A file name as a relative reference; half a surrogate pair, which no address can hold, as U+FFFD. */
function relativeIri(name: string): string {
  return encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

/** On one line: the two line separators that JSON allows unescaped are escaped. */
function line(value: JsonValue): string {
  return JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

function byId(a: JsonValue, b: JsonValue): number {
  const x = idOf(a);
  const y = idOf(b);
  if (x === y) return 0;
  if (x === null) return 1;
  if (y === null) return -1;
  return x < y ? -1 : 1;
}

function idOf(item: JsonValue): string | null {
  return isObject(item) && typeof item.id === 'string' ? item.id : null;
}

function writeItem(annotation: StoredAnnotation, source: string): JsonObject {
  const { unknown = {}, codePoints, bareStart } = annotation;
  const quote = annotation.quotes[0]!;
  const attributes = { ...annotation.attributes, ...unknown.attributes };
  return {
    id: annotation.id,
    type: 'Annotation',
    ...(annotation.created !== '' && { created: annotation.created }),
    ...(annotation.modified !== '' && { modified: annotation.modified }),
    ...(unknown.creator !== undefined
      ? { creator: unknown.creator }
      : annotation.creator !== '' && { creator: { type: 'Person', name: annotation.creator } }),
    motivation: 'tagging',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: annotation.label, ...unknown.labelMembers },
      ...(annotation.note === ''
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', value: annotation.note, ...unknown.noteMembers }]),
      ...(unknown.bodies ?? []),
    ],
    target: {
      source,
      selector: [
        ...(codePoints ? [{ type: 'TextPositionSelector', ...codePoints, ...unknown.positionMembers }] : []),
        {
          type: 'TextQuoteSelector',
          exact: quote.exact,
          prefix: quote.prefix,
          suffix: quote.suffix,
          ...(bareStart !== undefined && { 'jiaozhu:bareStart': bareStart }),
          ...unknown.quoteMembers,
        },
        ...(unknown.selectors ?? []),
      ],
      ...unknown.target,
    },
    'jiaozhu:review': annotation.review,
    'jiaozhu:state': annotation.state,
    ...(Object.keys(attributes).length > 0 && { 'jiaozhu:attributes': attributes }),
    ...unknown.members,
  };
}
