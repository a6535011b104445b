import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import { readJson } from '../../../../../server/src/text/json-source.ts';
import type { Annotation, AttributeValue, UnknownParts } from '../../annotation.ts';
import { outlineOf } from '../../json-outline.ts';
import { readAttributes } from '../kept/tag.ts';
import { readUnknownParts, writeUnknownParts } from '../unknown-parts.ts';

/**
 * What brat has no place for, in a file of our own beside its files, which brat neither lists nor touches
 * (server/src/document.py, get_directory_information: it lists `.txt`). So a tag that was at work in brat is known
 * again, and comes back with all that it had.
 */
export interface BratMemory {
  /** What the document is called. */
  readonly name?: string;
  /** Where its own folder has it, where that is another. */
  readonly path?: string;
  readonly annotator: string;
  readonly form?: 'raw' | 'clean';
  /** By the ids that the tags have in brat. */
  readonly tags: ReadonlyMap<string, RememberedTag>;
}

export interface RememberedTag {
  readonly id: string;
  /** Where it stood as brat has it: `0 2;5 7`. */
  readonly at: string;
  /** Where it stands indeed, code points; absent where that is the same. */
  readonly spans?: readonly (readonly [start: number, end: number])[];
  /** Absent in what was written before labels, and all notes and attributes, were remembered. */
  readonly label?: string;
  readonly section: boolean;
  /** The whole of its note; one line may not hold it as it is. */
  readonly note?: string;
  /** Those that brat has, as they were. */
  readonly shown: Readonly<Record<string, AttributeValue>>;
  /** Those that brat does not have. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly chain?: string;
  /** Whether no other tag was of its chain: brat has no such chain. */
  readonly alone: boolean;
  readonly creator: string;
  readonly created: string;
  readonly modified: string;
  readonly review: Annotation['review'];
  /** What other programs said of it. */
  readonly unknown?: UnknownParts;
}

/** Far more than there is in it, and far less than what a writer can follow. */
const deepest = 200;

export const memoryEnding = '.jiaozhu.json';

/** The memory of one tag as its file has it: what is empty is left out. */
export function writeRemembered(tag: RememberedTag): JsonObject {
  return {
    id: tag.id,
    at: tag.at,
    ...(tag.spans && { spans: tag.spans }),
    ...(tag.label !== undefined && { label: tag.label }),
    ...(tag.section && { scope: 'section' }),
    ...(tag.note !== undefined && { note: tag.note }),
    ...(Object.keys(tag.shown).length > 0 && { shown: tag.shown }),
    ...(Object.keys(tag.attributes).length > 0 && { attributes: tag.attributes }),
    ...(tag.chain !== undefined && { chain: tag.chain }),
    ...(tag.alone && { alone: true }),
    ...(tag.creator !== '' && { creator: tag.creator }),
    ...(tag.created !== '' && { created: tag.created }),
    ...(tag.modified !== '' && { modified: tag.modified }),
    ...(tag.review !== 'accepted' && { review: tag.review }),
    ...writeUnknownParts(tag),
  };
}

/** Undefined where the file is none. Never throws. */
export function readMemory(source: string): BratMemory | undefined {
  const json = readJson(source);
  if (outlineOf(source).depth > deepest) return undefined;
  if (!json.ok || !isObject(json.value) || json.value.jiaozhu !== 1) return undefined;
  const { name, path, annotator, form, tags } = json.value;
  const entries = Object.entries(isObject(tags) ? tags : {}).flatMap(([id, value]) => {
    const tag = readRemembered(value);
    return tag ? [[id, tag] as const] : [];
  });
  return {
    ...(typeof name === 'string' && name !== '' && { name }),
    ...(typeof path === 'string' && path !== '' && { path }),
    annotator: textOf(annotator),
    ...((form === 'raw' || form === 'clean') && { form }),
    tags: new Map(entries),
  };
}

function readRemembered(value: JsonValue): RememberedTag | undefined {
  if (!isObject(value) || typeof value.id !== 'string' || value.id === '') return undefined;
  const { attributes, shown, label, spans, review } = value;
  const places = Array.isArray(spans) ? (spans as readonly JsonValue[]).map(readPlace) : undefined;
  return {
    id: value.id,
    at: textOf(value.at),
    ...(places?.every((place) => place !== undefined) && { spans: places }),
    ...(typeof label === 'string' && label !== '' && { label }),
    section: value.scope === 'section',
    ...(typeof value.note === 'string' && { note: value.note }),
    shown: readAttributes(shown),
    attributes: readAttributes(attributes),
    ...(typeof value.chain === 'string' && value.chain !== '' && { chain: value.chain }),
    alone: value.alone === true,
    creator: textOf(value.creator),
    created: textOf(value.created),
    modified: textOf(value.modified),
    review: review === 'suggested' || review === 'rejected' ? review : 'accepted',
    ...readUnknownParts(value.unknown),
  };
}

function readPlace(value: JsonValue): readonly [number, number] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [start, end] = value as readonly JsonValue[];
  return typeof start === 'number' && typeof end === 'number' ? [start, end] : undefined;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
