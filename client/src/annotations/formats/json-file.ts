import { isObject, type JsonObject, type JsonValue } from '../../../../server/src/text/json.ts';
import { outlineOf } from '../json-outline.ts';
import type { ReadDocument } from './format.ts';
import { type FormatProblem, FormatProblemError } from './format-problem.ts';
import { type InputFile, linesOf } from './input-file.ts';

/** Far more than any tool needs, and far less than what a writer can follow. */
const deepest = 200;

/**
 * The value of a JSON text that begins on this line of its file.
 * @throws FormatProblemError where it is none, or too deep to be written again
 */
export function jsonValue(text: string, line: number): JsonValue {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    throw new FormatProblemError({ code: 'not-json', values: [(error as Error).message], line });
  }
  const { depth } = outlineOf(text);
  if (depth > deepest) {
    throw new FormatProblemError({ code: 'too-deep', values: [deepest], line });
  }
  return value;
}

/**
 * The documents of a file of JSON Lines. A line that is none is told with the next that is, and stops nothing.
 * @param read throws a FormatProblemError where the value is no document
 * @throws FormatProblemError where no document follows a line that is none
 */
export async function* readJsonLines(
  file: InputFile,
  read: (value: JsonValue, line: number) => ReadDocument,
): AsyncIterable<ReadDocument> {
  let waiting: FormatProblem[] = [];
  for await (const { text, line } of linesOf(file)) {
    if (text.trim() === '') continue;
    let document: ReadDocument;
    try {
      document = read(jsonValue(text, line), line);
    } catch (error) {
      if (!(error instanceof FormatProblemError)) throw error;
      waiting.push(error.problem);
      continue;
    }
    yield { ...document, problems: [...waiting, ...document.problems] };
    waiting = [];
  }
  if (waiting.length > 0) throw new FormatProblemError(waiting[0]!);
}

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;

/**
 * The elements of a JSON list one after the other, each as the text that it is, so that only one of many needs to be
 * held as values, and each can be said to stand on its line (1-based). One walk through the text, without recursion.
 * @throws FormatProblemError where the text is no list, or ends too early
 */
export function* jsonElements(text: string): Iterable<{ readonly text: string; readonly line: number }> {
  const problem = (reason: string, line: number) =>
    new FormatProblemError({ code: 'not-json', values: [reason], line });
  let line = 1;
  let depth = 0;
  let start = -1;
  let startLine = 1;
  let closed = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed) line += 1;
    if (unit === space || unit === tab || unit === lineFeed || unit === carriageReturn) continue;
    if (closed) throw problem(`“${text.charAt(at)}”`, line);
    if (depth === 0) {
      if (text.charAt(at) !== '[') {
        throw new FormatProblemError({ code: 'not-of-format', values: ['JSON […]', text.charAt(at)], line });
      }
      depth = 1;
      continue;
    }
    const character = text.charAt(at);
    if (depth === 1 && (unit === comma || character === ']')) {
      if (start >= 0) yield { text: text.slice(start, at), line: startLine };
      else if (unit === comma) throw problem('“,”', line);
      start = -1;
      if (character === ']') closed = true;
      continue;
    }
    if (start < 0) {
      start = at;
      startLine = line;
    }
    if (unit === quote) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== quote; at += 1) {
        if (text.charCodeAt(at) === backslash) at += 1;
        else if (text.charCodeAt(at) === lineFeed) line += 1;
      }
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  }
  if (!closed) throw problem(depth === 0 ? '…' : '[…', line);
}

/** A member of its own, not one that every object has. */
export function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The first of these members that is a text and not empty. */
export function textMember(value: JsonValue | undefined, ...names: string[]): string | undefined {
  for (const name of names) {
    const member = memberOf(value, name);
    if (typeof member === 'string' && member !== '') return member;
  }
  return undefined;
}

/** The elements of a member that is a list; else none. */
export function listMember(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const member = memberOf(value, name);
  return Array.isArray(member) ? (member as readonly JsonValue[]) : [];
}

/** The members whose names are not among these. */
export function otherMembers(value: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)));
}
