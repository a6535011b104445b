import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { Review } from '../../annotation.ts';
import type { ReadDocument, ReadingContext } from '../format.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { decodedText, type InputFile, wholeFile } from '../input-file.ts';
import {
  jsonElements,
  jsonValue,
  listMember,
  memberOf,
  otherMembers,
  readJsonLines,
  textMember,
} from '../json-file.ts';
import { keptMember, pathOf, readKeptDocument } from '../kept/document.ts';
import { readAttributes } from '../kept/tag.ts';
import {
  joinTags,
  linkTags,
  placeKey,
  placeKeys,
  type ToolLink,
  type ToolTag,
  unnamedRelation,
} from '../kept/tags.ts';
import { labelIdOf } from '../label-naming.ts';
import { createUnitMap } from '../offset-unit.ts';

/** Reads JSON Lines of Prodigy, and spaCy's pairs of a text and what is on it, also as one JSON list. */
export async function* readProdigy(file: InputFile, context: ReadingContext): AsyncIterable<ReadDocument> {
  const read = (task: JsonValue, line: number) => readTask(task, file.name, line, context);
  if (!/\.json$/i.test(file.name)) {
    yield* readJsonLines(file, read);
    return;
  }
  const bytes = await wholeFile(file);
  const text = decodedText(bytes);
  if (!/^\s*\[/.test(text)) {
    const chunks = async function* () {
      yield bytes;
    };
    yield* readJsonLines({ name: file.name, chunks }, read);
  } else {
    for (const element of jsonElements(text)) yield read(jsonValue(element.text, element.line), element.line);
  }
}

/** Hashes are of a text and its spans as they were: Prodigy makes them anew. */
const ownMembers = new Set([
  'text',
  'tokens',
  'spans',
  'entities',
  'relations',
  'answer',
  'label',
  'accept',
  'cats',
  '_input_hash',
  '_task_hash',
  keptMember,
]);

function readTask(value: JsonValue, file: string, line: number, { scheme }: ReadingContext): ReadDocument {
  const task = pairAsTask(value);
  const text = memberOf(task, 'text');
  if (!isObject(task) || typeof text !== 'string') {
    throw new FormatProblemError({ code: 'not-of-format', values: ['spaCy / Prodigy JSONL', 'text'], line });
  }
  const kept = readKeptDocument(memberOf(task, keptMember));
  const name =
    kept.name ??
    textMember(memberOf(task, 'meta'), 'source', 'file') ??
    `${file.replace(/\.[^./]*$/, '')}-${line}.txt`;
  const map = createUnitMap(text, 'code-points');
  const problems: FormatProblem[] = [];
  const review = reviewBy(memberOf(task, 'answer'));
  const labelOf = (label: string) => labelIdOf(scheme, label);
  const tools = [
    ...spanTags(task, labelOf, review, line, problems),
    ...documentTags(task, labelOf, review, line),
  ];
  const joined = joinTags(name, text, map, kept.tags, tools, placeKeys, line);
  const links = readLinks(task, tools, joined.ids, line, problems);
  const clear = clearIds(tools, joined.ids);
  const couldHold = (source: string, target: string) => clear.has(source) && clear.has(target);
  const foreign = withoutSource(otherMembers(task, ownMembers), name);
  return {
    document: {
      name,
      ...pathOf(kept, name),
      text,
      ...(kept.form && { form: kept.form }),
      tags: linkTags(joined.tags, links, couldHold),
      annotator: kept.annotator || (textMember(task, '_annotator_id') ?? ''),
      ...(Object.keys(foreign).length > 0 && { foreign: { prodigy: foreign } }),
    },
    former: joined.former,
    problems: [...problems, ...joined.problems],
  };
}

/** What is not ours; the name of the document as the source of the task we wrote ourselves. */
function withoutSource({ meta, ...others }: JsonObject, name: string): JsonObject {
  if (!isObject(meta) || meta.source !== name) return { ...others, ...(meta !== undefined && { meta }) };
  const { source: _, ...rest } = meta;
  return { ...others, ...(Object.keys(rest).length > 0 && { meta: rest }) };
}

/** spaCy's older training data: `["text", {"entities": [[0, 2, "L"]]}]` (spacy.io/api/data-formats, v2). */
function pairAsTask(value: JsonValue): JsonValue {
  if (!Array.isArray(value)) return value;
  const [text, said] = value as readonly JsonValue[];
  return typeof text === 'string' ? { ...(isObject(said) && said), text } : value;
}

/** What an answer makes of the tags of its task; without one, or where it is ignored, they say so themselves. */
function reviewBy(answer: JsonValue | undefined): Review | undefined {
  if (answer === 'accept') return 'accepted';
  return answer === 'reject' ? 'rejected' : undefined;
}

const ownSpanMembers = new Set([
  'start',
  'end',
  'token_start',
  'token_end',
  'label',
  'text',
  'type',
  'source',
  'input_hash',
  'answer',
]);

/** `spans` with start, end and label as members, or spaCy's `entities` as triples of these. */
function spanTags(
  task: JsonObject,
  labelOf: (label: string) => string,
  review: Review | undefined,
  line: number,
  problems: FormatProblem[],
): ToolTag[] {
  return [...listMember(task, 'spans'), ...listMember(task, 'entities')].flatMap((span): ToolTag[] => {
    const [start, end, label] = Array.isArray(span)
      ? (span as readonly JsonValue[])
      : ['start', 'end', 'label'].map((member) => memberOf(span, member));
    if (typeof label !== 'string' || label === '') {
      problems.push({ code: 'no-label', values: [], line });
      return [];
    }
    if (typeof start !== 'number' || typeof end !== 'number') {
      problems.push({ code: 'not-understood', values: [JSON.stringify(span)], line });
      return [];
    }
    const quoted = textMember(span, 'text');
    const attributes = isObject(span) ? readAttributes(otherMembers(span, ownSpanMembers)) : {};
    return [
      {
        key: placeKey({ start, end, label }),
        label: labelOf(label),
        written: label,
        span: { start, end, ...(quoted !== undefined && { quoted }) },
        fields: { attributes, ...(review && { review }) },
        line,
      },
    ];
  });
}

/** What is said of the whole text: the `label` that is asked about, the choices that were accepted, spaCy's `cats`. */
function documentTags(
  task: JsonObject,
  labelOf: (label: string) => string,
  review: Review | undefined,
  line: number,
): ToolTag[] {
  const asked = textMember(task, 'label');
  const cats = memberOf(task, 'cats');
  const labels = [
    ...(asked === undefined ? [] : [asked]),
    ...listMember(task, 'accept').filter((each) => typeof each === 'string'),
    ...(isObject(cats) ? Object.keys(cats).filter((label) => Number(cats[label]) >= 0.5) : []),
  ].filter((label) => label !== '');
  return labels.map((label) => ({
    key: `document ${label}`,
    label: labelOf(label),
    fields: review ? { review } : {},
    line,
  }));
}

/** The ids of the tags whose first span is like no other in place and label. */
function clearIds(tools: readonly ToolTag[], ids: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { key } of tools) counts.set(key, (counts.get(key) ?? 0) + 1);
  const firsts = new Map<string, string>();
  tools.forEach(({ key }, index) => {
    if (!firsts.has(ids[index]!)) firsts.set(ids[index]!, key);
  });
  return new Set([...firsts].flatMap(([id, key]) => (counts.get(key) === 1 ? [id] : [])));
}

/**
 * Each end by the span that it names; where that has another label by now, by its place; where none is named, by the
 * token, whose number `head` and `child` are (support.prodi.gy/t/6467).
 */
function readLinks(
  task: JsonObject,
  tools: readonly ToolTag[],
  ids: readonly string[],
  line: number,
  problems: FormatProblem[],
): ToolLink[] {
  const indexOf = spanFinder(tools, listMember(task, 'tokens'));
  const endOf = (relation: JsonValue, name: string) => {
    const span = memberOf(relation, `${name}_span`);
    const token = memberOf(relation, name);
    const index = indexOf(span, token);
    if (index === undefined) problems.push({ code: 'no-target', values: [String(token)], line });
    return index === undefined ? undefined : ids[index];
  };
  return listMember(task, 'relations').flatMap((relation): ToolLink[] => {
    const source = endOf(relation, 'head');
    const target = source === undefined ? undefined : endOf(relation, 'child');
    const type = textMember(relation, 'label') ?? unnamedRelation;
    return source === undefined || target === undefined ? [] : [{ source, type, target }];
  });
}

function spanFinder(tools: readonly ToolTag[], tokens: readonly JsonValue[]) {
  const byPlace = new Map<string, number>();
  /** Of the spans that end, and that begin, at a place, the first. */
  const byEnd = new Map<number, number>();
  const byStart = new Map<number, number>();
  tools.forEach(({ key, span }, index) => {
    if (!span) return;
    for (const place of [key, `${span.start} ${span.end}`]) {
      if (!byPlace.has(place)) byPlace.set(place, index);
    }
    if (!byEnd.has(span.end)) byEnd.set(span.end, index);
    if (!byStart.has(span.start)) byStart.set(span.start, index);
  });
  return (span: JsonValue | undefined, token: JsonValue | undefined): number | undefined => {
    const [start, end] = [memberOf(span, 'start'), memberOf(span, 'end')].map(Number);
    const key = placeKey({ start: start!, end: end!, label: String(memberOf(span, 'label')) });
    const named = byPlace.get(key) ?? byPlace.get(`${start} ${end}`);
    if (named !== undefined || isObject(span)) return named;
    const written = tokens[Number(token)];
    const [from, to] = [memberOf(written, 'start'), memberOf(written, 'end')].map(Number);
    return byEnd.get(to!) ?? byStart.get(from!);
  };
}
