import { encodings, type FileEncoding } from '../../../server/src/text/encoding/detection.ts';
import { Failure } from './failure.ts';
import { encodingNamed } from './file-encoding.ts';

/** Every option with its type; those of all commands together, since none means two things. */
export const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  locale: { type: 'string' },
  write: { type: 'boolean' },
  check: { type: 'boolean' },
  encoding: { type: 'string' },
  to: { type: 'string' },
  json: { type: 'boolean' },
  bom: { type: 'boolean' },
  format: { type: 'string' },
  rule: { type: 'string' },
  profile: { type: 'string' },
  'digit-spacing': { type: 'string' },
  'year-dash': { type: 'string' },
  document: { type: 'string' },
  output: { type: 'string' },
  install: { type: 'boolean' },
  from: { type: 'string' },
  text: { type: 'string' },
  review: { type: 'string' },
  annotator: { type: 'string' },
  into: { type: 'string' },
  'on-conflict': { type: 'string' },
  'remove-missing': { type: 'boolean' },
  labels: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  force: { type: 'boolean' },
  'no-bom': { type: 'boolean' },
  annotators: { type: 'string' },
  measure: { type: 'string' },
  'tagged-only': { type: 'boolean' },
  unfinished: { type: 'boolean' },
} as const;
export type OptionName = keyof typeof options;

/** What was said of the options: those without values, and the values of the others in their order. */
export type OptionFlags = ReadonlySet<OptionName>;
export type OptionValues = ReadonlyMap<OptionName, readonly string[]>;

/** The last value given to an option that takes one of a few. */
export function oneOf<T extends string>(
  option: OptionName,
  values: OptionValues,
  known: readonly T[],
): T | undefined {
  let chosen: T | undefined;
  for (const value of values.get(option) ?? []) {
    chosen = known.find((each) => each === value);
    if (chosen === undefined) throw new Failure((say) => say.optionValue(`--${option}`, value, known));
  }
  return chosen;
}

export function encodingOf(option: 'encoding' | 'to', values: OptionValues): FileEncoding | undefined {
  let encoding: FileEncoding | undefined;
  for (const name of values.get(option) ?? []) {
    encoding = encodingNamed(name);
    if (encoding === undefined) throw new Failure((say) => say.optionValue(`--${option}`, name, encodings));
  }
  return encoding;
}
