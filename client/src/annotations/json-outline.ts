import type { JsonObject, JsonValue } from '../../../server/src/text/json.ts';

/** What a JSON text tells apart from its values, which a parser does not hand out. */
export interface JsonOutline {
  /** How many objects and lists are within one another at most. */
  readonly depth: number;
  /** A member of the outermost object whose name was there before: of the two, a parser hands out the second alone. */
  readonly repeated?: { readonly name: string; readonly line: number };
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** Reads through a text that is valid JSON, with or without a BOM. Linear, without recursion. */
export function outlineOf(text: string): JsonOutline {
  const names = new Set<string>();
  let repeated: JsonOutline['repeated'];
  let depth = 0;
  let deepest = 0;
  // The string read last, from quote to quote; a colon makes it a name.
  let start = 0;
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      start = at;
      for (at += 1; at < text.length && text.charCodeAt(at) !== quote; at += 1) {
        if (text.charCodeAt(at) === backslash) at += 1;
      }
      end = at + 1;
    } else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
    else if (unit === colon && depth === 1 && !repeated) {
      const name = JSON.parse(text.slice(start, end)) as string;
      if (names.has(name)) repeated = { name, line: lineOf(text, start) };
      names.add(name);
    }
  }
  return { depth: deepest, ...(repeated && { repeated }) };
}

/** Whether more objects and lists than `levels` are within one another. */
export function isNestedDeeper(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).some((each) => isNestedDeeper(each, levels - 1));
  }
  // Not Object.values: this runs over everything in a file, and copies nothing.
  for (const name in value) if (isNestedDeeper((value as JsonObject)[name]!, levels - 1)) return true;
  return false;
}

/** The line of an offset, counted from 1. */
function lineOf(text: string, offset: number): number {
  return Array.from(text.slice(0, offset).matchAll(/\r\n?|\n/g)).length + 1;
}
