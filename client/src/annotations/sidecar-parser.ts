import {
  formatPath,
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '../../../server/src/text/json.ts';
import { type JsonReading, readJson } from '../../../server/src/text/json-source.ts';
import type { AttributeValue, UnknownParts } from './annotation.ts';
import { outlineOf } from './json-outline.ts';
import { firstMarker } from './merge-markers.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { type SidecarReading, type StoredAnnotation, sidecarFormat } from './sidecar.ts';
import { otherDocuments, readHead } from './sidecar-head.ts';
import { type JsonPage, readPageLines } from './sidecar-lines.ts';
import { isAttribute, membersBeside, part, readRelations } from './sidecar-members.ts';
import { readTargets } from './sidecar-targets.ts';

/**
 * Reads a sidecar. Never throws. A file that is not one gives its problem and nothing else; an item that is
 * not understood gives a problem and is kept as it is, to be written back.
 */
export function parseSidecar(text: string): SidecarReading {
  const page = readPageLines(text, deepest);
  return page ? readPage(page, text) : parseThoroughly(text);
}

/** As {@link parseSidecar}, for a text of any form. */
export function parseThoroughly(text: string): SidecarReading {
  if (/^\ufeff?\s*$/.test(text)) return refusal('empty', [], 1);
  const json = readJson(text);
  if (!json.ok) {
    const marker = firstMarker(text);
    return marker ? refusal('merge-conflict', [], marker) : refusal('not-json', [json.reason], json.line);
  }
  const page = json.value;
  if (!isPage(page)) return refusal('not-a-page', [], 1);
  const { depth, repeated } = outlineOf(text);
  if (repeated) return refusal('member-twice', [repeated.name], repeated.line);
  if (depth > deepest) return refusal('nested-too-deep', [deepest], 1);
  return readPage(page, text);
}

/** @param text that of the page: where in it something stands is looked for only if there is a problem with it */
function readPage(page: JsonPage, text: string): SidecarReading {
  let json: JsonReading | undefined;
  const lineOf = (path: JsonPath) => {
    json ??= readJson(text);
    return json.ok ? json.placeOf(path).line : json.line;
  };
  const format = page['jiaozhu:format'];
  // Whatever is no number up to ours is a version that is not known here: “2” as a text as well.
  if (format !== undefined && !(Number(format) <= sidecarFormat)) {
    const value = typeof format === 'number' ? format : JSON.stringify(format);
    return refusal('newer-version', [value], lineOf(['jiaozhu:format']));
  }

  const problems: Problem[] = [];
  const report = (code: ProblemCode, path: JsonPath, values: Problem['values'] = []) =>
    problems.push({ code, values, path: formatPath(path), line: lineOf(path) });
  const { textFacts, textMembers, unknown } = readHead(page);
  if (!textFacts) report('text-facts-missing', []);

  const annotations: StoredAnnotation[] = [];
  const kept: JsonValue[] = [];
  const ids = new Set<string>();
  const isOther = otherDocuments(page);
  page.items.forEach((item, index) => {
    const read = readItem(item, isOther);
    if ('problem' in read) {
      report(read.problem, ['items', index], read.values);
      kept.push(item);
    } else if (ids.has(read.id)) {
      report('annotation-twice', ['items', index], [read.id]);
      kept.push(item);
    } else {
      ids.add(read.id);
      annotations.push(read);
    }
  });
  return {
    ok: true,
    sidecar: {
      ...(textFacts && { text: textFacts }),
      ...(textMembers && { textMembers }),
      annotations,
      kept,
      unknown,
    },
    problems,
  };
}

/** Far more than an annotation needs, and far less than what a writer can follow. */
const deepest = 200;

function isPage(value: JsonValue): value is JsonPage {
  return isObject(value) && Array.isArray(value.items);
}

function refusal(code: ProblemCode, values: Problem['values'], line: number): SidecarReading {
  return { ok: false, problem: { code, values, path: '', line } };
}

type ItemReading = StoredAnnotation | { readonly problem: ProblemCode; readonly values: Problem['values'] };

const itemMembers = new Set([
  ...['id', 'type', 'created', 'modified', 'creator', 'motivation', 'body', 'target'],
  ...['jiaozhu:review', 'jiaozhu:state', 'jiaozhu:attributes', 'jiaozhu:relations', 'jiaozhu:chain'],
]);

function readItem(item: JsonValue, isOther: (source: JsonValue | undefined) => boolean): ItemReading {
  if (!isObject(item) || typeof item.id !== 'string' || item.id === '') return fault('annotation-without-id');
  const { id, type, created, modified, creator, motivation, body, target } = item;
  const { 'jiaozhu:review': review = 'accepted', 'jiaozhu:state': state = 'anchored' } = item;
  const { 'jiaozhu:attributes': attributes, 'jiaozhu:relations': relations = [] } = item;
  const { 'jiaozhu:chain': chain = '' } = item;
  if (type !== 'Annotation') return fault('annotation-not-understood', 'type');
  if (review !== 'accepted' && review !== 'suggested' && review !== 'rejected') {
    return fault('annotation-not-understood', 'jiaozhu:review');
  }
  if (state !== 'anchored' && state !== 'orphan') return fault('annotation-not-understood', 'jiaozhu:state');
  if (attributes !== undefined && !isObject(attributes)) {
    return fault('annotation-not-understood', 'jiaozhu:attributes');
  }
  if (!Array.isArray(relations)) return fault('annotation-not-understood', 'jiaozhu:relations');
  if (typeof chain !== 'string') return fault('annotation-not-understood', 'jiaozhu:chain');
  const bodies = readBodies(body);
  if (!bodies) return fault('annotation-without-label');
  const targets = readTargets(target, isOther);
  if (targets === 'not-one-text') return fault('annotation-not-understood', 'target');
  if (!targets) return fault('annotation-without-place');

  const links = readRelations(relations as readonly JsonValue[]);
  const values = Object.entries(attributes ?? {});
  const time = (value: JsonValue | undefined) => (typeof value === 'string' ? value : undefined);
  const foreign = {
    ...membersBeside(item, itemMembers),
    ...(motivation !== undefined && motivation !== 'tagging' && { motivation }),
    ...(created !== undefined && time(created) === undefined && { created }),
    ...(modified !== undefined && time(modified) === undefined && { modified }),
  };
  const unknown: UnknownParts = {
    ...part('members', foreign),
    ...bodies.unknown,
    ...(targets.unknown && { targets: targets.unknown }),
    ...part('attributes', Object.fromEntries(values.filter(([, value]) => !isAttribute(value)))),
    ...(links.unknown.length > 0 && { relations: links.unknown }),
    ...(isPlainCreator(creator) ? {} : { creator: creator! }),
  };
  return {
    id,
    label: bodies.label,
    note: bodies.note,
    creator: nameOf(creator),
    created: time(created) ?? '',
    modified: time(modified) ?? time(created) ?? '',
    review,
    state,
    attributes: Object.fromEntries(
      values.filter((entry): entry is [string, AttributeValue] => isAttribute(entry[1])),
    ),
    scope: targets.scope,
    relations: links.known,
    ...(chain !== '' && { chain }),
    places: targets.places,
    quotes: targets.quotes,
    ...(Object.keys(unknown).length > 0 && { unknown }),
  };
}

function fault(problem: ProblemCode, ...values: string[]): ItemReading {
  return { problem, values };
}

function isPlainCreator(creator: JsonValue | undefined): boolean {
  if (creator === undefined) return true;
  if (!isObject(creator) || creator.type !== 'Person' || typeof creator.name !== 'string') return false;
  return creator.name !== '' && Object.keys(creator).length === 2;
}

function nameOf(creator: JsonValue | undefined): string {
  if (typeof creator === 'string') return creator;
  const first = Array.isArray(creator) ? (creator[0] as JsonValue) : creator;
  return isObject(first) && typeof first.name === 'string' ? first.name : '';
}

const bodyMembers = new Set(['type', 'purpose', 'value']);

function readBodies(body: JsonValue | undefined) {
  const bodies: readonly JsonValue[] = Array.isArray(body)
    ? body
    : body === undefined
      ? []
      : [body as JsonValue];
  let label: JsonObject | undefined;
  let note: JsonObject | undefined;
  const others: JsonValue[] = [];
  for (const each of bodies) {
    const textual = isObject(each) && each.type === 'TextualBody' && typeof each.value === 'string';
    if (textual && each.purpose === 'tagging' && each.value !== '' && !label) label = each;
    else if (textual && each.purpose === 'commenting' && each.value !== '' && !note) note = each;
    else others.push(each);
  }
  if (!label) return undefined;
  return {
    label: label.value as string,
    note: (note?.value as string | undefined) ?? '',
    unknown: {
      ...part('labelMembers', membersBeside(label, bodyMembers)),
      ...part('noteMembers', note ? membersBeside(note, bodyMembers) : {}),
      ...(others.length > 0 && { bodies: others }),
    },
  };
}
