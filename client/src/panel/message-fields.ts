/** The fields of messages from a page, each of which is checked. */
import type { FieldValue } from './state.ts';

/** Reads a field: undefined where it is refused. */
export type FieldReader = (value: unknown) => FieldValue | undefined;

/** The longest note or text that a page may send, in UTF-16 code units. */
export const longestNote = 20_000;
const longestId = 5000;

export const identifier: FieldReader = (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= longestId ? value : undefined;

export const shortText: FieldReader = (value) =>
  typeof value === 'string' && value.length <= longestNote ? value : undefined;

export const oneOf =
  (...allowed: readonly FieldValue[]): FieldReader =>
  (value) =>
    allowed.find((each) => each === value);

export const fieldValue: FieldReader = (value) =>
  typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
    ? value
    : shortText(value);

/** The fields of each type of intent; a name that ends in `?` may be missing. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, FieldReader>>>>;

/**
 * The intent that a message from a page states, or undefined where it states none. A page shows text of unknown origin,
 * so nothing that it sends is taken on trust: unknown types, missing or oversized fields and fields of the wrong type
 * are refused, and unknown fields are dropped.
 */
export function readFields<Intent>(shapes: Shapes, message: unknown): Intent | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const given = message as Record<string, unknown>;
  const { intent, type } = given;
  if (typeof intent !== 'number' || !Number.isSafeInteger(intent) || intent < 1) return undefined;
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return undefined;
  const fields: Record<string, FieldValue> = {};
  for (const [key, read] of Object.entries(shapes[type]!)) {
    const name = key.replace('?', '');
    if (key !== name && given[name] === undefined) continue;
    const value = read(given[name]);
    if (value === undefined) return undefined;
    fields[name] = value;
  }
  return { type, ...fields, intent } as Intent;
}
