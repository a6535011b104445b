import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { Review } from '../../annotation.ts';
import type { ReadDocument, ReadingContext } from '../format.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { decodedText, type InputFile, wholeText } from '../input-file.ts';
import { jsonElements, jsonValue, listMember, memberOf, otherMembers, textMember } from '../json-file.ts';
import { type KeptDocument, keptMember, pathOf, readKeptDocument } from '../kept/document.ts';
import type { KeptTag } from '../kept/tag.ts';
import { joinTags, linkTags } from '../kept/tags.ts';
import { labelIdOf } from '../label-naming.ts';
import { createUnitMap } from '../offset-unit.ts';
import { type ResultSet, readResults } from './results.ts';
import { type ConfiguredLabels, readConfiguration } from './scheme.ts';

/**
 * Reads a list of tasks, as Label Studio imports and exports it (JSON, and JSON-MIN), one task at a time. Each annotation
 * of a task is a document by its annotator; what was predicted is suggested in the first.
 */
export async function* readLabelStudio(
  file: InputFile,
  { scheme, beside }: ReadingContext,
): AsyncIterable<ReadDocument> {
  const text = await wholeText(file);
  const xml = await beside(file.name.replace(/\.[^./]*$/, '.label-studio.xml'));
  const configured = xml && readConfiguration(decodedText(xml), scheme);
  const labels: ConfiguredLabels = configured ?? {
    scheme,
    labelOf: (written: string) => labelIdOf(scheme, written),
  };
  let count = 0;
  /** Of tasks that are left out, to be told with the next that is read. */
  let waiting: FormatProblem[] = [];
  // One task alone, as it lies in a storage, is no list.
  const elements = /^\s*\{/.test(text) ? [{ text, line: 1 }] : jsonElements(text);
  for (const element of elements) {
    count += 1;
    const task = jsonValue(element.text, element.line);
    const kind = otherKind(task);
    if (kind !== undefined) {
      waiting.push({ code: 'not-read', values: [kind], line: element.line });
      continue;
    }
    const unnamed = `${file.name.replace(/\.[^./]*$/, '')}-${count}.txt`;
    for (const read of readTask(task, unnamed, element.line, labels)) {
      const problems = [...waiting, ...read.problems];
      waiting = [];
      yield { ...read, problems, ...(configured && { scheme: configured.scheme }) };
    }
  }
  const [first, ...more] = waiting;
  if (first) throw new FormatProblemError(first, more);
}

const ownData = new Set(['text', 'document']);
const mediaNames = /^(?:image|img|picture|photo|audio|sound|video|html|pdf|timeseries|csv)s?$/i;

/** What a task is about that is no text: a picture, sound, or the markup of a page, whose places are not those of a text. */
function otherKind(task: JsonValue): string | undefined {
  const data = memberOf(task, 'data');
  if (!isObject(data) || typeof memberOf(data, 'text') === 'string') return undefined;
  const media = Object.keys(data).find((name) => mediaNames.test(name));
  const results = ['annotations', 'completions', 'predictions'].flatMap((name) =>
    listMember(task, name).flatMap((each) => listMember(each, 'result')),
  );
  const drawn = results.find((result) => typeof memberOf(memberOf(result, 'value'), 'x') === 'number');
  if (media === undefined && drawn === undefined) return undefined;
  const id = memberOf(task, 'id');
  const kind = media ?? textMember(drawn, 'type') ?? 'x, y';
  return typeof id === 'number' || typeof id === 'string' ? `task ${id} (${kind})` : kind;
}

function* readTask(
  task: JsonValue,
  unnamed: string,
  line: number,
  labels: ConfiguredLabels,
): Iterable<ReadDocument> {
  const isMin = !isObject(memberOf(task, 'data'));
  const data = isMin ? task : memberOf(task, 'data')!;
  const text = textOf(data);
  if (!isObject(task) || !isObject(data) || text === undefined) {
    throw new FormatProblemError({ code: 'not-of-format', values: ['Label Studio JSON', 'data.text'], line });
  }
  const meta = memberOf(task, 'meta');
  const kept = readKeptDocument(memberOf(meta, keptMember));
  const name =
    textMember(data, 'document') ?? kept.name ?? (textMember(data, 'filename', 'file_name') || unnamed);
  // Older versions called annotations completions.
  const annotations = isMin
    ? [{ result: minResults(data), completed_by: memberOf(data, 'annotator') ?? null }]
    : [...listMember(task, 'annotations'), ...listMember(task, 'completions')].filter(isObject);
  const predictions = listMember(task, 'predictions').filter(isObject);
  const first = annotations[0];
  const foreign = {
    ...(!isMin && { data: otherMembers(data, ownData) }),
    ...(isObject(meta) && { meta: otherMembers(meta, new Set([keptMember])) }),
  };
  const context = { name, text, kept, foreign, line, labels };
  const sets = [...(first ? [annotationSet(first)] : []), ...predictions.map(predictionSet)];
  yield readDocument({ ...context, sets, annotator: kept.annotator || (first ? creatorOf(first) : '') });
  for (const [index, annotation] of annotations.slice(1).entries()) {
    const annotator = creatorOf(annotation) || `annotator-${index + 2}`;
    const own = { ...kept, annotator, tags: [] };
    yield readDocument({ ...context, kept: own, sets: [annotationSet(annotation)], annotator });
  }
}

/** The text of a task: what is called so, else the only member that is a text, beside the name of the document. */
function textOf(data: JsonValue): string | undefined {
  const text = memberOf(data, 'text');
  if (typeof text === 'string' || !isObject(data)) return typeof text === 'string' ? text : undefined;
  const texts = Object.values(otherMembers(data, ownData)).filter((value) => typeof value === 'string');
  return texts.length === 1 ? texts[0] : undefined;
}

/** The results of JSON-MIN: a member for each control that is a list of spans with labels. */
function minResults(data: JsonValue): readonly JsonValue[] {
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([from_name, list]) =>
    (Array.isArray(list) ? (list as readonly JsonValue[]) : [])
      .filter((value) => Array.isArray(memberOf(value, 'labels')))
      .map((value) => ({ from_name, type: 'labels', value })),
  );
}

function annotationSet(annotation: JsonObject): ResultSet {
  const review: Review = memberOf(annotation, 'was_cancelled') === true ? 'rejected' : 'accepted';
  return {
    results: listMember(annotation, 'result'),
    review,
    defaults: {
      review,
      creator: creatorOf(annotation),
      created: timeOf(memberOf(annotation, 'created_at')),
      modified: timeOf(memberOf(annotation, 'updated_at')),
    },
  };
}

function predictionSet(prediction: JsonObject): ResultSet {
  return {
    results: listMember(prediction, 'result'),
    review: 'suggested',
    defaults: { review: 'suggested', creator: textMember(prediction, 'model_version') ?? '' },
  };
}

/** Who made an annotation: an address, or the number of a user. */
function creatorOf(annotation: JsonObject): string {
  const by = memberOf(annotation, 'completed_by');
  return typeof by === 'number' ? String(by) : (textMember(by, 'email', 'username') ?? '');
}

/** ISO 8601, UTC; empty where there is none. */
function timeOf(value: JsonValue | undefined): string {
  const time = typeof value === 'string' ? new Date(value) : undefined;
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : '';
}

interface TaskDocument {
  readonly name: string;
  readonly text: string;
  readonly kept: KeptDocument;
  readonly foreign: JsonObject;
  readonly sets: readonly ResultSet[];
  readonly annotator: string;
  readonly line: number;
  readonly labels: ConfiguredLabels;
}

function readDocument(task: TaskDocument): ReadDocument {
  const { name, text, kept, line } = task;
  const map = createUnitMap(text, 'code-points');
  const problems: FormatProblem[] = [];
  const { tools, links, strange } = readResults(text, map, task.sets, task.labels, line, problems);
  const reviews = new Set(task.sets.map(({ review }) => review));
  const toolKeys = new Set(tools.map(({ key }) => key));
  /** The keys of a kept tag, but where its annotation or prediction is not there: exports may leave out either. */
  const keysOf = ({ value, fields }: KeptTag): readonly string[] => {
    const keys = listMember(value, 'keys').filter((key) => typeof key === 'string');
    return reviews.has(fields.review ?? 'accepted') || keys.some((key) => toolKeys.has(key)) ? keys : [];
  };
  const joined = joinTags(name, text, map, kept.tags, tools, keysOf, line);
  const idOf = (index: number | undefined) => (index === undefined ? undefined : joined.ids[index]);
  /** Links are between regions. */
  const setOf = new Map(
    tools.flatMap(({ set, span }, index) => (span ? [[joined.ids[index]!, set] as const] : [])),
  );
  const resolved = links.flatMap(({ from, to, type, fromId, toId }) => {
    const [source, target] = [idOf(from), idOf(to)];
    if (source !== undefined && target !== undefined) return [{ source, target, type }];
    problems.push({ code: 'no-target', values: [source === undefined ? fromId : toId], line });
    return [];
  });
  const couldHold = (source: string, target: string) =>
    setOf.has(source) && setOf.get(source) === setOf.get(target);
  const foreign = { ...task.foreign, ...(strange.length > 0 && { results: strange }) };
  const isForeign = Object.values(foreign).some((each) => isObject(each) && Object.keys(each).length > 0);
  return {
    document: {
      name,
      ...pathOf(kept, name),
      text,
      ...(kept.form && { form: kept.form }),
      tags: linkTags(joined.tags, resolved, couldHold),
      annotator: task.annotator,
      ...((isForeign || strange.length > 0) && { foreign: { 'label-studio': foreign } }),
    },
    problems: [...problems, ...joined.problems],
  };
}
