/**
 * How WebAnno TSV 3.3 writes what has a meaning in it (INCEpTION user guide, “Reserved characters” and “Sentence
 * representation”). Where the guide is silent, as INCEpTION does: `\r` for a carriage return.
 */
const valueEscapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** The value of a feature. */
export function escapedValue(value: string): string {
  return value.replace(/->|[\\[\]|_;*\t\n\r]/g, (found) => valueEscapes[found] ?? `\\${found}`);
}

/** A line of the text of a sentence. */
export function escapedLine(line: string): string {
  return line.replace(/[\\\t\n\r]/g, (found) => valueEscapes[found] ?? `\\${found}`);
}

const meanings: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' };

/** The way back of both; `\uXXXX` is a character too, as older versions write it. */
export function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|([\s\S]))/g, (_, digits: string | undefined, found: string) =>
    digits === undefined ? (meanings[found] ?? found) : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** Parts between separators that are not escaped. */
export function splitUnescaped(text: string, separator: '|' | ';'): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** A value with the number or the two numbers in brackets that follow it, which the value itself cannot have unescaped. */
export interface Numbered {
  readonly value: string;
  readonly first?: number;
  readonly second?: number;
}

export function withoutNumbers(text: string): Numbered {
  if (!text.endsWith(']')) return { value: text };
  const open = text.lastIndexOf('[');
  const [, first, second] = /^\[(\d{1,9})(?:_(\d{1,9}))?\]$/.exec(text.slice(open)) ?? [];
  let backslashes = 0;
  while (text.charAt(open - 1 - backslashes) === '\\') backslashes += 1;
  if (open < 0 || first === undefined || backslashes % 2 === 1) return { value: text };
  return {
    value: text.slice(0, open),
    first: Number(first),
    ...(second !== undefined && { second: Number(second) }),
  };
}
