import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { UnknownParts, UnknownTarget } from '../../annotation.ts';

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

/** The parts of a tag that are not understood, as a line keeps them; those of another shape are left out. */
export function readUnknownParts(value: JsonValue | undefined): { readonly unknown?: UnknownParts } {
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
