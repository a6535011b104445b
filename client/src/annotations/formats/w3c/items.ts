import {
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '../../../../../server/src/text/json.ts';

import { targetsOf } from './targets.ts';

/** What a file of annotations holds, however it is packed. */
export interface ItemsReading {
  readonly annotations: readonly { readonly item: JsonObject; readonly path: JsonPath }[];
  /** What is no annotation. */
  readonly others: readonly { readonly value: JsonValue; readonly path: JsonPath }[];
  /** Addresses of pages that are not in the file. */
  readonly elsewhere: readonly { readonly address: string; readonly path: JsonPath }[];
  /** Members of the outermost object, if that holds annotations and is none. */
  readonly members: JsonObject;
}

/**
 * The annotations of a JSON value: one, a list of them, a page, or a collection with its pages in it, one after the
 * other (Web Annotation Data Model, 5), or a `@graph`.
 */
export function itemsOf(root: JsonValue): ItemsReading {
  const annotations: { item: JsonObject; path: JsonPath }[] = [];
  const others: { value: JsonValue; path: JsonPath }[] = [];
  const elsewhere: { address: string; path: JsonPath }[] = [];
  const waiting: { value: JsonValue; path: JsonPath }[] = [{ value: root, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    const inside: { value: JsonValue; path: JsonPath }[] = [];
    const each = (values: JsonValue | undefined, ...steps: string[]) => {
      if (!Array.isArray(values)) return;
      for (const [i, value] of (values as readonly JsonValue[]).entries()) {
        inside.push({ value, path: [...path, ...steps, i] });
      }
    };
    if (Array.isArray(value)) each(value);
    else if (!isObject(value)) others.push(next);
    // What is on nothing is no tag of any text.
    else if (value.target !== undefined && targetsOf(value.target).length === 0) others.push(next);
    else if (value.target !== undefined) annotations.push({ item: value, path });
    else if (!holders.some((name) => value[name] !== undefined)) others.push(next);
    else {
      each(value.items, 'items');
      each(value['@graph'], '@graph');
      for (const name of ['first', 'next']) {
        const page = value[name];
        if (typeof page === 'string') elsewhere.push({ address: page, path: [...path, name] });
        else if (page !== undefined) inside.push({ value: page, path: [...path, name] });
      }
    }
    for (let i = inside.length - 1; i >= 0; i -= 1) waiting.push(inside[i]!);
  }
  const isHolder = isObject(root) && root.target === undefined;
  return { annotations, others, elsewhere, members: isHolder ? withoutHolders(root) : {} };
}

const holders = ['items', '@graph', 'first', 'next'];

function withoutHolders(root: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(root).filter(([name]) => !holders.includes(name)));
}
