import type { JsonObject, JsonValue } from '../../../server/src/text/json.ts';
import { isObject } from '../../../server/src/text/json.ts';
import { type Annotation, withoutNames } from './annotation.ts';
import { createBareText } from './bare-text.ts';
import { createCodePointMap, normaliseText } from './offsets.ts';
import type { Problem } from './problem.ts';
import { writeHead } from './sidecar-head.ts';
import { writeTargets } from './sidecar-targets.ts';

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

/** Where one span of a stored tag is; what it reads is the quote with the same index. */
export interface StoredPlace {
  /** Absent where the file gives a quote alone. Empty: the words are gone, and this is where they were. */
  readonly codePoints?: CodePointRange;
  /** How many code points of the bare text stand before it; absent where the file does not say. */
  readonly bareStart?: number;
}

/** A tag as stored: its places count otherwise than in memory. */
export interface StoredAnnotation extends Omit<Annotation, 'spans'> {
  /** One for each fragment, none for a tag of the whole document. As the file has them, they may be in any order. */
  readonly places: readonly StoredPlace[];
}

/**
 * What a sidecar file holds. It comes only from `parseSidecar` or `newSidecar`: a file that could not be
 * parsed has no Sidecar, so there is nothing that could be written over it.
 */
export interface Sidecar {
  /** Absent in a new one, or where the file does not say. */
  readonly text?: TextFacts;
  /** Members of what it says of the text that are not ours; written back as they were. */
  readonly textMembers?: JsonObject;
  readonly annotations: readonly StoredAnnotation[];
  /** Items that are not understood; written back as they were. */
  readonly kept: readonly JsonValue[];
  /**
   * Members of the page that are not ours, and those of ours that say more than we would: its own contexts, an id
   * that is no file name, another type; written back as they were.
   */
  readonly unknown: JsonObject;
}

export type SidecarReading =
  | { readonly ok: true; readonly sidecar: Sidecar; readonly problems: readonly Problem[] }
  /** Not to be overwritten: there is no sidecar to write. */
  | { readonly ok: false; readonly problem: Problem };

/** SHA-256 of the UTF-8 of a text, in small hexadecimal digits. */
export type Sha256 = (text: string) => string;

/**
 * The version of the format that is written; a higher one is not read. Fragments, scopes, relations and chains came
 * later, and it is still 1: a version that does not know them keeps them, as members, or as annotations that it does
 * not understand, and writes them back as they were. Where it moved the text under such an annotation, the position
 * no longer agrees with the quote, so that this version looks for the words.
 */
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
    annotations: annotations.map(({ spans, ...said }) => ({
      ...said,
      places: spans.map(({ start, end }) => ({
        codePoints: { start: codePoints.toCodePoint(start), end: codePoints.toCodePoint(end) },
        bareStart: bare.toCodePoint(bareText.toBare(start)),
      })),
    })),
  };
}

/**
 * The file: a W3C Web Annotation page as JSON-LD, one annotation a line, sorted by id. The same sidecar
 * always gives the same bytes.
 *
 * A tag of several fragments has several targets, each with its position and quote. The model says of these that the
 * body is related to each of them by itself (Web Annotation Data Model, 3.1), which is less than that they are one
 * mention together. It has nothing closer: several selectors of one target are several ways to one place, and the
 * classes Composite and List, which would say it, were left out of the Recommendation. A tag of the whole document
 * has a target without selectors; that of a section has its heading as words, and the member `jiaozhu:scope`.
 * @param names file names without folder: of the document, and of the sidecar itself
 */
export function serialiseSidecar(
  sidecar: Sidecar,
  names: { readonly document: string; readonly sidecar: string },
): string {
  const page = writeHead(sidecar, relativeIri(names.sidecar), sidecarFormat);
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
  const { unknown = {} } = annotation;
  const relations = [
    ...annotation.relations.map(({ type, target }) => ({ 'jiaozhu:relation': type, 'jiaozhu:to': target })),
    ...(unknown.relations ?? []),
  ];
  // A value that was set here stands before one of that name which is not understood.
  const attributes = { ...annotation.attributes, ...withoutNames(unknown.attributes, annotation.attributes) };
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
    target: writeTargets(annotation, unknown.targets ?? [], source),
    'jiaozhu:review': annotation.review,
    'jiaozhu:state': annotation.state,
    ...(Object.keys(attributes).length > 0 && { 'jiaozhu:attributes': attributes }),
    // Not “type” and “target”: to a reader of JSON-LD these would be a class and the target of an annotation.
    ...(relations.length > 0 && { 'jiaozhu:relations': relations }),
    ...(annotation.chain !== undefined && { 'jiaozhu:chain': annotation.chain }),
    ...unknown.members,
  };
}
