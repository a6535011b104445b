import { isObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { Annotation, AttributeValue, Relation } from '../../annotation.ts';
import type { LabelScheme } from '../../labels.ts';
import type { FormatProblem } from '../format-problem.ts';
import { jsonValue } from '../json-file.ts';
import { readUnknownParts } from '../unknown-parts.ts';
import { type CasStructure, type CasValue, typeNames } from './cas.ts';
import { attributeOfFeature, attributeValue, ownFeatures } from './features.ts';

/** What the features of a structure say of its tag, beside its label and its place. Its loose links are added to the others. */
export function tagFeatures(
  structure: CasStructure,
  labelFeature: string | undefined,
  scheme: LabelScheme,
  relations: Relation[],
  problems: FormatProblem[],
): Partial<Annotation> {
  const own = (name: keyof typeof ownFeatures) =>
    isOurs(structure) ? textOf(structure.features.get(name)) : '';
  const remainder = remainderOf(own('jiaozhu'), () =>
    problems.push({ code: 'left-out', values: [own('jiaozhu')], line: structure.line }),
  );
  for (const link of remainder.links) relations.push(link);
  const attributes = new Map<string, AttributeValue>();
  for (const [name, value] of structure.features) {
    if (notAttributes.has(name) || name === labelFeature) continue;
    if (isOurs(structure) && Object.hasOwn(ownFeatures, name)) continue;
    const id = isOurs(structure) ? attributeOfFeature(name) : name;
    const read = typeof value === 'string' ? attributeValue(scheme, id, value) : primitive(value);
    if (read !== undefined) attributes.set(id, read);
  }
  // What was typed counts as long as the feature, which people can change, still says the same.
  for (const [id, value] of remainder.typed) {
    if (String(attributes.get(id) ?? '') === String(value)) attributes.set(id, value);
  }
  const review = own('review');
  return {
    attributes: Object.fromEntries(attributes),
    note: own('note'),
    creator: own('creator'),
    created: own('created'),
    modified: own('modified'),
    review: review === 'suggested' || review === 'rejected' ? review : 'accepted',
    ...(own('scope') === 'section' && { scope: 'section' as const }),
    ...(own('chain') !== '' && { chain: own('chain') }),
    ...remainder.unknown,
  };
}

const notAttributes = new Set(['begin', 'end', 'sofa']);

export function isOurs({ type }: CasStructure): boolean {
  return type === typeNames.span || type === typeNames.document;
}

/** Several values of one feature are one attribute, with semicolons; references are none. */
function primitive(value: CasValue): AttributeValue | undefined {
  if (typeof value !== 'object') return value;
  if (!Array.isArray(value)) return undefined;
  const values = (value as readonly CasValue[]).filter((each) => typeof each !== 'object');
  return values.length === 0 ? undefined : values.join('; ');
}

function remainderOf(
  json: string,
  unreadable: () => void,
): {
  readonly typed: ReadonlyMap<string, AttributeValue>;
  readonly links: readonly Relation[];
  readonly unknown: Pick<Annotation, 'unknown'>;
} {
  let read: JsonValue = {};
  try {
    read = json === '' ? {} : jsonValue(json, 0);
  } catch {
    unreadable();
  }
  const { typed, links, unknown: parts } = isObject(read) ? read : {};
  return {
    typed: new Map(
      Object.entries(isObject(typed) ? typed : {}).flatMap(([id, value]) =>
        typeof value === 'object' ? [] : [[id, value] as const],
      ),
    ),
    links: (Array.isArray(links) ? (links as readonly JsonValue[]) : []).flatMap((link) => {
      const [type, target] = Array.isArray(link) ? (link as readonly JsonValue[]) : [];
      return typeof type === 'string' && typeof target === 'string' ? [{ type, target }] : [];
    }),
    unknown: readUnknownParts(parts),
  };
}

export function textOf(value: CasValue | undefined): string {
  return value === undefined ? '' : String(primitive(value) ?? '');
}
