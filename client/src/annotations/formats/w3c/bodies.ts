import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { UnknownParts } from '../../annotation.ts';
import { part } from '../../sidecar-members.ts';

/** What the bodies of an annotation say. */
export interface BodiesReading {
  readonly label: string;
  readonly note: string;
  readonly unknown: Pick<UnknownParts, 'bodies' | 'labelMembers' | 'noteMembers'>;
}

/** Purposes of a body that says what the target is called (Web Annotation Data Model, 3.3.5). */
const naming = ['tagging', 'classifying', 'identifying'];

/**
 * The first body that names is the label, as text or as an address; the first text for another purpose is the note;
 * others are kept. An annotation that names nothing is labelled by what it is for: `commenting`, `highlighting` …
 */
export function readBodies({ body, bodyValue, motivation }: JsonObject): BodiesReading {
  const purpose = firstText(motivation);
  const bodies: readonly JsonValue[] = [
    ...(Array.isArray(body) ? (body as readonly JsonValue[]) : body === undefined ? [] : [body]),
    // A text and no more, with no purpose of its own (3.2.5).
    ...(typeof bodyValue === 'string' ? [{ type: 'TextualBody', value: bodyValue }] : []),
  ];
  let label: string | undefined;
  let labelMembers: JsonObject = {};
  let note: string | undefined;
  let noteMembers: JsonObject = {};
  const others: JsonValue[] = [];
  for (const each of bodies) {
    const name = nameOf(each, purpose);
    if (name !== undefined && label === undefined) {
      label = name;
      if (isText(each)) labelMembers = membersOf(each);
    } else if (name === undefined && note === undefined && isText(each) && each.value !== '') {
      note = each.value;
      noteMembers = membersOf(each);
    } else others.push(each);
  }
  return {
    label: label ?? purpose ?? 'commenting',
    note: note ?? '',
    unknown: {
      ...part('labelMembers', labelMembers),
      ...part('noteMembers', noteMembers),
      ...(others.length > 0 && { bodies: others }),
    },
  };
}

/** What a body calls the target; undefined where it does not. */
function nameOf(body: JsonValue, motivation: string | undefined): string | undefined {
  const own = isObject(body) ? firstText(body.purpose) : undefined;
  if (!naming.includes(own ?? motivation ?? '')) return undefined;
  if (isText(body)) return body.value === '' ? undefined : body.value;
  return addressOf(body);
}

/** The address of a resource, or of what a specific resource is of. */
function addressOf(resource: JsonValue | undefined): string | undefined {
  if (typeof resource === 'string') return resource === '' ? undefined : resource;
  if (!isObject(resource)) return undefined;
  return addressOf(resource.source) ?? addressOf(resource.id);
}

function isText(body: JsonValue): body is JsonObject & { readonly value: string } {
  return isObject(body) && typeof body.value === 'string' && (body.type ?? 'TextualBody') === 'TextualBody';
}

/** What a body says beyond what it is for, which is tagging or commenting from now on. */
function membersOf({ type: _type, value: _value, purpose: _purpose, ...members }: JsonObject): JsonObject {
  return members;
}

export function firstText(value: JsonValue | undefined): string | undefined {
  const first = Array.isArray(value) ? (value as readonly JsonValue[])[0] : value;
  return typeof first === 'string' && first !== '' ? first : undefined;
}
