import type { Attributes } from './annotation.ts';
import { attributesOf, type LabelScheme } from './labels.ts';

/** The attributes that a new tag with a label has: the scheme's defaults, and over them what is known already. */
export function defaultAttributes(scheme: LabelScheme, label: string, known: Attributes = {}): Attributes {
  const defaults = attributesOf(scheme, label).flatMap(({ id, default: value }) =>
    value === undefined ? [] : [[id, value] as const],
  );
  return { ...Object.fromEntries(defaults), ...known };
}
