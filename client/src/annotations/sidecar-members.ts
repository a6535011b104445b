import { isObject, type JsonObject, type JsonValue } from '../../../server/src/text/json.ts';
import type { AttributeValue, Relation, UnknownParts, UnknownTarget } from './annotation.ts';

/** Whether an attribute can have this value. */
export function isAttribute(value: JsonValue): value is AttributeValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The members that have none of these names. Most often there is none, and nothing is copied. */
export function membersBeside(object: JsonObject, names: ReadonlySet<string>): JsonObject {
  for (const name in object) {
    if (names.has(name)) continue;
    return Object.fromEntries(Object.entries(object).filter(([each]) => !names.has(each)));
  }
  return noMembers;
}

const noMembers: JsonObject = Object.freeze({});

/** Whether an object has no members; unlike the list of their names, this costs nothing. */
export function isEmpty(members: object): boolean {
  for (const _ in members) return false;
  return true;
}

/** The part, unless it is empty. */
export function part<Name extends keyof UnknownParts | keyof UnknownTarget>(
  name: Name,
  members: JsonObject,
): { readonly [Each in Name]?: JsonObject } {
  return (isEmpty(members) ? {} : { [name]: members }) as { readonly [Each in Name]?: JsonObject };
}

const relationMembers = new Set(['jiaozhu:relation', 'jiaozhu:to']);

/** One that is not just a type and a target is kept as it is. */
export function readRelations(relations: readonly JsonValue[]) {
  const known: Relation[] = [];
  const unknown: JsonValue[] = [];
  for (const each of relations) {
    const members: JsonObject = isObject(each) ? each : noMembers;
    const { 'jiaozhu:relation': type, 'jiaozhu:to': target } = members;
    const isAll = membersBeside(members, relationMembers) === noMembers;
    const plain = typeof type === 'string' && typeof target === 'string' && isAll;
    if (plain && type !== '' && target !== '') known.push({ type, target });
    else unknown.push(each);
  }
  return { known, unknown };
}
