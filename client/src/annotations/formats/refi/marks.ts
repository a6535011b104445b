/**
 * What REFI-QDA has no place for, in the descriptions of codes and notes: a line for each, `[id] party`, which people
 * can read as well, and which other tools keep with the rest of the description.
 */
export interface Marks {
  /** In order; the value of a mark may have several lines. */
  readonly marks: ReadonlyMap<string, string>;
  /** Whether the description is made of marks; else it is all in {@link rest}. */
  readonly isOurs: boolean;
  readonly rest: string;
}

const mark = /^\[([a-z][a-z-]*)\](?: (.*)|$)/;

export function writeMarks(marks: readonly (readonly [name: string, value: string | undefined])[]): string {
  return marks
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `[${name}] ${quoted(value!)}`)
    .join('\n');
}

/** @param first the mark that a description of ours begins with */
export function readMarks(description: string, first: string): Marks {
  if (!description.startsWith(`[${first}]`)) return { marks: new Map(), isOurs: false, rest: description };
  const marks = new Map<string, string>();
  let name = '';
  for (const line of description.split(/\r?\n/)) {
    const found = mark.exec(line);
    if (found) {
      name = found[1]!;
      marks.set(name, found[2] ?? '');
    } else marks.set(name, `${marks.get(name) ?? ''}\n${line}`);
  }
  return {
    marks: new Map([...marks].map(([each, value]) => [each, unquoted(value)])),
    isOurs: true,
    rest: '',
  };
}

/** As it is, unless that could be read as something else: then as JSON. */
function quoted(value: string): string {
  const isPlain =
    value === value.trim() && !value.startsWith('"') && !value.includes('\r') && !/\n\[[a-z]/.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  if (!trimmed.startsWith('"')) return trimmed;
  try {
    const read: unknown = JSON.parse(trimmed);
    return typeof read === 'string' ? read : trimmed;
  } catch {
    return trimmed;
  }
}
