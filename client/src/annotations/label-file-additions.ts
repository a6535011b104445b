import { isObject, type JsonPath, type JsonValue } from '../../../server/src/text/json.ts';
import { readJson } from '../../../server/src/text/json-source.ts';
import { outlineOf } from './json-outline.ts';
import { serialiseLabels } from './label-file.ts';
import type { LabelScheme } from './labels.ts';

const lists = ['groups', 'labels', 'attributes', 'relations'] as const;

/**
 * A file of labels with more of them at the end of its lists; all else in it stays to the letter: what is not
 * understood, and how it is laid out. Undefined where it is no such file.
 */
export function withAddedLabels(text: string, added: LabelScheme): string | undefined {
  const json = readJson(text);
  if (!json.ok || !isObject(json.value) || !Array.isArray(json.value.labels)) return undefined;
  // Of two lists of one name it is not certain which counts.
  if (outlineOf(text).repeated) return undefined;
  const file = json.value;
  const items = JSON.parse(serialiseLabels(added)) as Record<(typeof lists)[number], readonly JsonValue[]>;
  const insertions = new Map<number, string>();
  const insert = (path: JsonPath, content: string) => insertions.set(json.rangeOf(path).end - 1, content);
  let newLists = '';
  for (const name of lists) {
    const list = file[name];
    const content = items[name].map(indented).join(',\n');
    if (content === '') continue;
    if (list === undefined) newLists += `,\n  "${name}": [\n${content}\n  ]`;
    else if (Array.isArray(list)) insert([name], `${list.length > 0 ? ',' : ''}\n${content}\n  `);
    else return undefined;
  }
  if (newLists !== '') insert([], `${newLists}\n`);
  return withInsertions(text, insertions);
}

function indented(item: JsonValue): string {
  return JSON.stringify(item, null, 2).replace(/^/gm, '    ');
}

/** White space before an insertion gives way to it. */
function withInsertions(text: string, insertions: ReadonlyMap<number, string>): string {
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  let result = '';
  let from = 0;
  for (const [at, content] of [...insertions].sort(([a], [b]) => a - b)) {
    result += text.slice(from, at).trimEnd() + content.replaceAll('\n', lineEnd);
    from = at;
  }
  return result + text.slice(from);
}
