import {
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '../../../../../server/src/text/json.ts';
import { readJson } from '../../../../../server/src/text/json-source.ts';
import { comparePlace } from '../../annotation.ts';
import { outlineOf } from '../../json-outline.ts';
import type { ReadDocument, ReadingContext } from '../format.ts';
import { formatNames } from '../format-names.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { decodedText, type InputFile, wholeText } from '../input-file.ts';
import type { TaggedText } from '../tagged-text.ts';
import { firstText } from './bodies.ts';
import { type ItemsReading, itemsOf } from './items.ts';
import { type PlacedItem, TagReader } from './tag.ts';
import { sourceOf, targetsOf, textPaths } from './targets.ts';

/** Far more than an annotation needs, and far less than what can be followed. */
const deepest = 200;

/** Reads a file of annotations: a document for each text that they are on, in the order in which these come up. */
export async function* readFile(file: InputFile, context: ReadingContext): AsyncIterable<ReadDocument> {
  const source = await wholeText(file);
  const json = readJson(source);
  if (!json.ok) throw new FormatProblemError({ code: 'not-json', values: [json.reason], line: json.line });
  if (outlineOf(source).depth > deepest) {
    throw new FormatProblemError({ code: 'too-deep', values: [deepest], line: 1 });
  }
  const lineOf = (path: JsonPath) => json.placeOf(path).line;
  const items = itemsOf(json.value);
  const isEmpty = Array.isArray(json.value) || isObject(json.value);
  // A collection of what is not understood is one all the same.
  const isNone =
    items.others.length > 0 && !/^Annotation(?:Collection|Page)$/.test(firstText(items.members.type) ?? '');
  if (items.annotations.length === 0 && (!isEmpty || isNone)) {
    throw new FormatProblemError({
      code: 'not-of-format',
      values: [formatNames.w3c, firstWords(json.value)],
      line: 1,
    });
  }
  const problems = fileProblems(items, lineOf);
  const missing: FormatProblem[] = [];
  const groups = bySource(items, lineOf);
  // Two addresses may lead to one text.
  const texts = new Map<string, { text: string; placed: PlacedItem[] }>();
  for (const [address, placed] of groups) {
    const found = await findText(address, file.name, groups.size === 1, context);
    const known = found && texts.get(found.name);
    if (known) for (const each of placed) known.placed.push(each);
    else if (found) texts.set(found.name, { text: found.text, placed });
    else {
      const values = [address === '' ? file.name : address];
      const lines = placed.length === 0 ? [1] : placed.map(({ line }) => line);
      for (const line of lines) missing.push({ code: 'no-text', values, line });
    }
  }
  for (const [name, { text, placed }] of texts) {
    yield documentOf({ name, text }, placed, items, problems.splice(0), context);
  }
  const [first, ...more] = missing;
  if (first) throw new FormatProblemError(first, more);
}

/** What a file says is not what is wanted, in its own words. */
function firstWords(value: JsonValue): string {
  return JSON.stringify(value).slice(0, 40);
}

function fileProblems(
  { others, elsewhere }: ItemsReading,
  lineOf: (path: JsonPath) => number,
): FormatProblem[] {
  return [
    ...others.map(
      ({ value, path }): FormatProblem => ({
        code: 'not-understood',
        values: [firstWords(value)],
        line: lineOf(path),
      }),
    ),
    ...elsewhere.map(
      ({ address, path }): FormatProblem => ({
        code: 'page-elsewhere',
        values: [address],
        line: lineOf(path),
      }),
    ),
  ];
}

/**
 * The annotations by the address of the text that they are on: one on several texts is a tag of each. Of a file
 * without any, the empty address.
 */
function bySource(
  { annotations }: ItemsReading,
  lineOf: (path: JsonPath) => number,
): Map<string, PlacedItem[]> {
  const groups = new Map<string, PlacedItem[]>();
  for (const { item, path } of annotations) {
    const line = lineOf(path);
    const byAddress = new Map<string, JsonValue[]>();
    for (const target of targetsOf(item.target)) {
      const address = sourceOf(target);
      const those = byAddress.get(address);
      if (those) those.push(target);
      else byAddress.set(address, [target]);
    }
    for (const [address, targets] of byAddress) {
      const group = groups.get(address) ?? [];
      groups.set(address, group);
      group.push({ item, targets, line });
    }
  }
  return groups.size > 0 ? groups : new Map([['', []]]);
}

interface FoundText {
  readonly name: string;
  readonly text: string;
}

async function findText(
  address: string,
  file: string,
  isOnly: boolean,
  context: ReadingContext,
): Promise<FoundText | undefined> {
  for (const name of textPaths(address, file, isOnly)) {
    const bytes = await context.beside(name);
    if (bytes) return { name, text: decodedText(bytes, name) };
  }
  return undefined;
}

function documentOf(
  { name, text }: FoundText,
  placed: readonly PlacedItem[],
  { members, others }: ItemsReading,
  problems: readonly FormatProblem[],
  { scheme }: ReadingContext,
): ReadDocument {
  const found = [...problems];
  const reader = new TagReader(name, text, scheme, (problem) => found.push(problem));
  const tags = placed.map((item) => reader.read(item)).sort(comparePlace);
  const { creator, 'jiaozhu:form': form, 'jiaozhu:path': path, ...rest } = members;
  const person = isObject(creator) ? firstText(creator.name) : undefined;
  const isPlain = creator === undefined || person !== undefined;
  const more = { ...foreignMembers(rest, name), ...(!isPlain && { creator }) };
  const foreign = { members: more, items: others.map(({ value }) => value) };
  const isForeign = Object.keys(more).length > 0 || others.length > 0;
  return {
    document: {
      name,
      ...(typeof path === 'string' && path !== '' && { path }),
      text,
      ...((form === 'raw' || form === 'clean') && { form }),
      tags,
      annotator: person ?? '',
      ...(isForeign && { foreign: { w3c: foreign } satisfies NonNullable<TaggedText['foreign']> }),
    },
    problems: found,
  };
}

/** Members of a collection or page other than those that are written in any case. */
function foreignMembers(members: JsonObject, name: string): JsonObject {
  const { '@context': _context, id: _id, type: _type, total: _total, label, ...rest } = members;
  const { partOf: _partOf, startIndex: _startIndex, last: _last, prev: _prev, ...more } = rest;
  return { ...(label !== undefined && label !== name && { label }), ...more };
}
