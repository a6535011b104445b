import { isObject, type JsonObject, type JsonValue } from '../../../server/src/text/json.ts';
import { isNestedDeeper, outlineOf } from './json-outline.ts';

/** A page of annotations as JSON. */
export interface JsonPage extends JsonObject {
  readonly items: readonly JsonValue[];
}

/** What stands in a line of its own before the items. */
const itemsLine = /^"items": \[\r?\n/m;
const tail = /[ \t\r\n]*\][ \t\r\n]*\}[ \t\r\n]*$/y;

/**
 * Reads a sidecar that has the form in which we write it: one item a line, behind all other members. Each line is
 * parsed by itself: a line that is one JSON value holds nothing that would end the list, so that no member can stand
 * behind it, and whether one stands twice is seen from the few lines before. Undefined for any other text, be it JSON
 * or not, for one that says a member twice, and for one nested deeper than `deepest`: these are to be read thoroughly.
 */
export function readPageLines(text: string, deepest: number): JsonPage | undefined {
  const start = itemsLine.exec(text);
  if (!start) return undefined;
  try {
    const head = `${text.slice(0, start.index)}"items": []}`;
    const page = JSON.parse(head) as JsonValue;
    const { depth, repeated } = outlineOf(head);
    if (!isObject(page) || repeated || depth > deepest) return undefined;
    const items = readItemLines(text, start.index + start[0].length);
    // The page and the list are two of the levels.
    if (!items || items.some((item) => isNestedDeeper(item, deepest - 2))) return undefined;
    return { ...page, items };
  } catch {
    return undefined;
  }
}

/**
 * The items from an offset (UTF-16) to the end of the list, and of the page; undefined where the page goes on.
 * @throws SyntaxError where a line is no JSON
 */
function readItemLines(text: string, from: number): JsonValue[] | undefined {
  const items: JsonValue[] = [];
  let at = from;
  for (let goesOn = true; goesOn; ) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    const last = text.charCodeAt(end - 1) === carriageReturn ? end - 2 : end - 1;
    goesOn = text.charCodeAt(last) === comma;
    items.push(JSON.parse(text.slice(at, goesOn ? last : end)) as JsonValue);
    at = end + 1;
  }
  tail.lastIndex = at;
  return tail.test(text) ? items : undefined;
}

const carriageReturn = 0x0d;
const comma = 0x2c;
