import type { LabelScheme } from '../labels.ts';

/**
 * The id of the label that another tool calls so: the label of that id, else the only one of that name in either
 * language; else what it is called, as a label that the scheme does not know.
 */
export function labelIdOf(scheme: LabelScheme, written: string): string {
  if (scheme.labels.some(({ id }) => id === written)) return written;
  const called = scheme.labels.filter(({ name }) => name.zh === written || name.en === written);
  return called.length === 1 ? called[0]!.id : written;
}
