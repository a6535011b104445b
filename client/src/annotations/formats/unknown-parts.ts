import { isObject, type JsonObject, type JsonValue } from '../../../../server/src/text/json.ts';
import type { Annotation, UnknownParts, UnknownTarget } from '../annotation.ts';
import { outlineOf } from '../json-outline.ts';

/** Members that a sidecar writes itself, by where they stand: what is not understood cannot be one of them. */
const own = {
  members: [
    'id',
    'type',
    'creator',
    'body',
    'target',
    'jiaozhu:review',
    'jiaozhu:state',
    'jiaozhu:attributes',
    'jiaozhu:relations',
    'jiaozhu:chain',
  ],
  body: ['type', 'purpose', 'value'],
  target: ['source', 'selector', 'jiaozhu:scope'],
  position: ['type', 'start', 'end'],
  quote: ['type', 'exact', 'prefix', 'suffix', 'jiaozhu:bareStart'],
} as const;

/** The parts of a tag that are not understood, as files of ours keep them; those of another shape are left out. */
export function readUnknownParts(value: JsonValue | undefined): Pick<Annotation, 'unknown'> {
  if (!isObject(value)) return {};
  const { bodies, attributes, relations, creator, targets } = value;
  const unknown: UnknownParts = {
    ...members('members', value.members, own.members),
    ...(isList(bodies) && { bodies }),
    ...members('attributes', attributes, []),
    ...(isList(relations) && { relations }),
    ...members('labelMembers', value.labelMembers, own.body),
    ...members('noteMembers', value.noteMembers, own.body),
    ...(creator !== undefined && { creator }),
    ...(isList(targets) && { targets: targets.map(readTarget) }),
  };
  return Object.keys(unknown).length > 0 ? { unknown } : {};
}

/** The parts as JSON; nothing where there are none. */
export function writeUnknownParts({ unknown }: Pick<Annotation, 'unknown'>): {
  readonly unknown?: JsonObject;
} {
  return hasUnknownParts({ ...(unknown && { unknown }) })
    ? { unknown: unknown as unknown as JsonObject }
    : {};
}

/** Far more than what is said of a tag needs, and far less than what a writer can follow. */
const deepest = 200;

/** The parts that were written as JSON into a place for text; none where it is no JSON, or too deep. */
export function parseUnknownParts(json: string): Pick<Annotation, 'unknown'> {
  try {
    return outlineOf(json).depth > deepest ? {} : readUnknownParts(JSON.parse(json) as JsonValue);
  } catch {
    return {};
  }
}

/** Whether a file said more of the tag than is understood. */
export function hasUnknownParts({ unknown = {} }: Pick<Annotation, 'unknown'>): boolean {
  const { targets = [], ...others } = unknown;
  return Object.keys(others).length > 0 || targets.some((each) => Object.keys(each).length > 0);
}

/** The parts of a tag that is written with its words alone: what is said of words that are gone goes with these. */
export function unknownOfWords({ unknown, scope, spans }: Annotation): Pick<Annotation, 'unknown'> {
  if (!unknown?.targets || scope === 'document') return unknown ? { unknown } : {};
  const targets = spans.flatMap(({ start, end }, i) => (start < end ? [unknown.targets![i] ?? {}] : []));
  return { unknown: { ...unknown, targets } };
}

/**
 * The tag with parts that were kept beside it. What was said of each of its places is left out where it has another
 * number of them by now: nobody knows then which is which.
 */
export function withUnknownParts(
  { unknown: _former, ...tag }: Annotation,
  unknown: UnknownParts | undefined,
): Annotation {
  if (!unknown) return tag;
  const { targets, ...others } = unknown;
  const isOneEach = tag.scope === 'document' || targets?.length === tag.spans.length;
  const parts = targets && isOneEach ? unknown : others;
  return hasUnknownParts({ unknown: parts }) ? { ...tag, unknown: parts } : tag;
}

function readTarget(value: JsonValue): UnknownTarget {
  if (!isObject(value)) return {};
  return {
    ...members('members', value.members, own.target),
    ...(isList(value.selectors) && { selectors: value.selectors }),
    ...members('positionMembers', value.positionMembers, own.position),
    ...members('quoteMembers', value.quoteMembers, own.quote),
  };
}

function members(name: string, value: JsonValue | undefined, ours: readonly string[]): JsonObject {
  if (!isObject(value)) return {};
  const theirs = Object.entries(value).filter(([each]) => !ours.includes(each));
  return theirs.length > 0 ? { [name]: Object.fromEntries(theirs) } : {};
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value) && value.length > 0;
}
