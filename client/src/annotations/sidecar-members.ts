import { isObject, type JsonObject, type JsonValue } from '../../../server/src/text/json.ts';
import type { AttributeValue, Relation, UnknownParts } from './annotation.ts';

/** Whether an attribute can have this value. */
export function isAttribute(value: JsonValue): value is AttributeValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The part, unless it is empty. */
export function part<Name extends keyof UnknownParts>(
  name: Name,
  members: JsonObject,
): Pick<UnknownParts, Name> | object {
  return Object.keys(members).length > 0 ? { [name]: members } : {};
}

/** One that is not just a type and a target is kept as it is. */
export function readRelations(relations: readonly JsonValue[]) {
  const known: Relation[] = [];
  const unknown: JsonValue[] = [];
  for (const each of relations) {
    const { 'jiaozhu:relation': type, 'jiaozhu:to': target, ...more } = isObject(each) ? each : {};
    const plain = typeof type === 'string' && typeof target === 'string' && Object.keys(more).length === 0;
    if (plain && type !== '' && target !== '') known.push({ type, target });
    else unknown.push(each);
  }
  return { known, unknown };
}
