import type { AttributeValue } from '../../annotation.ts';
import type { LabelScheme } from '../../labels.ts';

/**
 * The features of our layers beside attributes, in the order in which they are shown. All are strings: a feature of
 * UIMA that is a number or a truth value cannot be unset, so INCEpTION would give every tag a 0 or a `false`.
 */
export const ownFeatures = {
  label: 'The label.',
  chain: 'What the words mean: mentions of one thing have the same here.',
  note: 'A remark.',
  review: 'suggested or rejected; empty: accepted.',
  scope: 'section: the tag is on the section that begins here; empty: on the words.',
  creator: 'Who made the tag.',
  created: 'When it was made.',
  modified: 'When it was changed.',
  tagId: 'By which the tag is known again; annotations that share it are the fragments of one tag.',
  jiaozhu: 'What else Jiaozhu has to keep, as JSON.',
} as const;

/** What an annotation of UIMA, its classes in Java and Python, and INCEpTION's files have already. */
const taken = new Set<string>([
  ...Object.keys(ownFeatures),
  ...['begin', 'end', 'sofa', 'address', 'id', 'xmiID', 'type', 'class', 'self', 'view', 'cas', 'casView'],
  ...['coveredText', 'typeIndexID', 'featureValue', 'booleanValue', 'byteValue', 'shortValue', 'intValue'],
  ...['longValue', 'floatValue', 'doubleValue', 'stringValue', 'elements', 'value', 'first', 'next'],
]);

const escapes = /_u([0-9A-F]{4})_/g;

/**
 * The name of the feature that holds an attribute: its id where a feature can be called so (ASCII letters, digits and
 * `_`, a letter first); else with what cannot stand there as `_uXXXX_`, and an `x` in front where it begins with that.
 */
export function featureOfAttribute(id: string): string {
  const name = nameWith(/[^A-Za-z0-9_]/g, id);
  // What was there already may look as if it stood for another character.
  return attributeOfFeature(name) === id ? name : nameWith(/[^A-Za-z0-9]/g, id);
}

function nameWith(unclear: RegExp, id: string): string {
  const isClear = /^[A-Za-z]/.test(id) && !taken.has(id) && !/^(?:x$|x[^A-Za-z0-9]|ROLE_)/.test(id);
  if (isClear) return id.replace(unclear, escaped);
  return `x${id === '' ? '' : escaped(id.charAt(0))}${id.slice(1).replace(unclear, escaped)}`;
}

/** The way back of {@link featureOfAttribute}; a name that it does not give stays as it is. */
export function attributeOfFeature(name: string): string {
  if (name === 'x') return '';
  return name
    .replace(/^x(?=_u[0-9A-F]{4}_)/, '')
    .replace(escapes, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function escaped(unit: string): string {
  return `_u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** What the text of a feature means, by the kind of attribute that it is in the scheme. */
export function attributeValue(scheme: LabelScheme, id: string, text: string): AttributeValue {
  switch (scheme.attributes.find((attribute) => attribute.id === id)?.kind) {
    case 'flag':
      return text === 'true' || text === 'false' ? text === 'true' : text;
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
    default:
      return text;
  }
}
