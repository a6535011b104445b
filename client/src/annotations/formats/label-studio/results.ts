import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { AttributeValue, Review } from '../../annotation.ts';
import { stripBlanks } from '../../bare-text.ts';
import type { LabelScheme } from '../../labels.ts';
import type { FormatProblem } from '../format-problem.ts';
import { memberOf, textMember } from '../json-file.ts';
import { type ToolTag, unnamedRelation } from '../kept/tags.ts';
import type { UnitMap } from '../offset-unit.ts';
import type { WrittenSpan, WrittenTag } from '../read-tag.ts';
import { attributeOf, control, documentKey } from './names.ts';
import type { ConfiguredLabels } from './scheme.ts';

/** The results of an annotation, or of a prediction. */
export interface ResultSet {
  readonly results: readonly JsonValue[];
  readonly review: Review;
  /** What is so of all its tags. */
  readonly defaults: Partial<WrittenTag>;
}

export interface ReadResults {
  readonly tools: readonly (ToolTag & { readonly set: ResultSet })[];
  /** By the indices of the tags; undefined where there is none of this id. */
  readonly links: readonly {
    readonly from: number | undefined;
    readonly to: number | undefined;
    readonly type: string;
    readonly fromId: string;
    readonly toId: string;
  }[];
  /** Results of kinds that are not understood. */
  readonly strange: readonly JsonValue[];
}

/** Reads results (labelstud.io/guide/task_format): those of one region have one id. */
export function readResults(
  text: string,
  map: UnitMap,
  sets: readonly ResultSet[],
  labels: ConfiguredLabels,
  line: number,
  problems: FormatProblem[],
): ReadResults {
  const tools: (ToolTag & { readonly set: ResultSet })[] = [];
  const links: ReadResults['links'][number][] = [];
  const strange: JsonValue[] = [];
  /** By which annotation or prediction a key is taken. */
  const taken = new Map<string, ResultSet>();
  for (const set of sets) {
    /** The first tag of each region. */
    const byRegion = new Map<string, number>();
    const said = saidOfRegions(set.results, labels.scheme, strange);
    const add = (tool: ToolTag) => {
      const before = taken.get(tool.key);
      // What was made of a prediction has its ids, and is in it still.
      if (before && before !== set) return undefined;
      taken.set(tool.key, set);
      if (!before) return tools.push({ ...tool, set }) - 1;
      // A region may have labels of several controls: a result for each.
      const { id: _id, ...another } = tool;
      return tools.push({ ...another, key: `${tool.key} ${tools.length}`, set }) - 1;
    };
    for (const result of set.results) {
      const value = memberOf(result, 'value');
      const id = textMember(result, 'id');
      if (isLabels(result)) {
        const span = spanOf(value, text, map);
        const written = labelsOf(result).filter((label) => label !== '');
        if (written.length === 0) problems.push({ code: 'no-label', values: [], line });
        for (const [nth, label] of written.entries()) {
          const isFirst = nth === 0;
          const index = add({
            key: id === undefined ? `${tools.length} of no id` : isFirst ? id : `${id} ${label}`,
            ...(id !== undefined && isFirst && { id: tagId(id) }),
            label: labels.labelOf(label),
            written: label,
            span,
            fields: { review: set.review, ...(isFirst && id !== undefined && said.get(id)) },
            defaults: set.defaults,
            line,
          });
          if (isFirst && id !== undefined && index !== undefined && !byRegion.has(id))
            byRegion.set(id, index);
        }
      } else if (isOfDocument(result, said)) {
        for (const label of textsOf(memberOf(value, 'choices'))) {
          const known = labels.labelOf(label);
          const fields = { review: set.review };
          add({
            key: documentKey(label),
            label: known,
            written: label,
            fields,
            defaults: set.defaults,
            line,
          });
        }
      } else if (memberOf(result, 'type') === 'relation') continue;
      else if (id === undefined || !said.has(id)) strange.push(result);
    }
    for (const result of set.results) {
      if (memberOf(result, 'type') !== 'relation') continue;
      const [fromId, toId] = ['from_id', 'to_id'].map((member) => textMember(result, member) ?? '');
      const [from, to] = [byRegion.get(fromId!), byRegion.get(toId!)];
      const direction = memberOf(result, 'direction');
      const types = textsOf(memberOf(result, 'labels'));
      for (const type of types.length > 0 ? types : [unnamedRelation]) {
        if (direction !== 'left') links.push({ from, to, type, fromId: fromId!, toId: toId! });
        if (direction === 'left' || direction === 'bi') {
          links.push({ from: to, to: from, type, fromId: toId!, toId: fromId! });
        }
      }
    }
  }
  return { tools, links, strange };
}

function isLabels(result: JsonValue): boolean {
  const type = memberOf(result, 'type');
  return (type === 'labels' || type === 'hypertextlabels') && isObject(memberOf(result, 'value'));
}

function labelsOf(result: JsonValue): readonly string[] {
  const value = memberOf(result, 'value');
  return textsOf(memberOf(value, String(memberOf(result, 'type'))));
}

/** Choices that are of no region. */
function isOfDocument(result: JsonValue, said: ReadonlyMap<string, unknown>): boolean {
  if (memberOf(result, 'type') !== 'choices') return false;
  return memberOf(result, 'from_name') === control.document || !said.has(textMember(result, 'id') ?? '');
}

/** A text, or the texts of a list. */
function textsOf(value: JsonValue | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return list.filter((each) => typeof each === 'string');
}

/** Half-open, in code points; texts that are numbers are taken as such. */
function spanOf(value: JsonValue | undefined, text: string, map: UnitMap): WrittenSpan {
  const quoted = textMember(value, 'text');
  const places = ['start', 'end'].map((member) => numberOf(memberOf(value, member)));
  // Of hypertext these are paths in a page; where words are quoted, it can be told whether the text reads so there.
  const isPath = quoted !== undefined && places.some(Number.isNaN);
  const offsets = memberOf(value, 'globalOffsets');
  const [start, end] = isPath
    ? [numberOf(memberOf(offsets, 'start')), numberOf(memberOf(offsets, 'end'))]
    : places;
  const span = { start: start!, end: end! };
  if (quoted === undefined) return span;
  const here = text.slice(map.toUtf16(start!) ?? 0, map.toUtf16(end!) ?? 0);
  // The editor writes a line break as a backslash and an n (tags/object/RichText/domManager.ts, `normalizeText`).
  const isAsIs = stripBlanks(here) === stripBlanks(quoted);
  return { ...span, quoted: isAsIs ? quoted : quoted.replaceAll('\\n', '\n') };
}

function numberOf(value: JsonValue | undefined): number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '')
    ? Number(value)
    : Number.NaN;
}

/** An id of a region is one of ours without what all of ours begin with. */
function tagId(regionId: string): string {
  const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(regionId);
  return isUuid ? `urn:uuid:${regionId}` : regionId;
}

/** What is said of regions beside their labels, by their ids: a note of theirs, and what controls of regions say. */
function saidOfRegions(
  results: readonly JsonValue[],
  scheme: LabelScheme,
  strange: JsonValue[],
): ReadonlyMap<string, Partial<WrittenTag>> {
  const kinds = new Map(scheme.attributes.map(({ id, kind }) => [id, kind]));
  const said = new Map<string, { note?: string; attributes: [string, AttributeValue][] }>();
  for (const result of results.filter(isLabels)) {
    const id = textMember(result, 'id');
    const note = textsOf(memberOf(memberOf(result, 'meta'), 'text')).join('\n');
    if (id === undefined || (said.has(id) && note === '')) continue;
    said.set(id, { attributes: [], ...(note !== '' && { note }) });
  }
  for (const result of results) {
    const region = said.get(textMember(result, 'id') ?? '');
    const name = textMember(result, 'from_name');
    if (!region || isLabels(result) || name === undefined || name === control.document) continue;
    const attribute = attributeOf(name);
    const value = attributeValue(result as JsonObject, kinds.get(attribute));
    if (value === undefined) strange.push(result);
    else region.attributes.push([attribute, value]);
  }
  return new Map(
    [...said].map(([id, { note, attributes }]) => [
      id,
      { attributes: Object.fromEntries(attributes), ...(note !== undefined && { note }) },
    ]),
  );
}

function attributeValue(result: JsonObject, kind: string | undefined): AttributeValue | undefined {
  const value = memberOf(result, 'value');
  const type = memberOf(result, 'type');
  const single = memberOf(value, String(type));
  switch (type) {
    case 'choices': {
      const choices = textsOf(single).join('、');
      const isFlag = kind === 'flag' || (kind === undefined && /^(?:true|false)$/.test(choices));
      return isFlag ? choices === 'true' : choices;
    }
    case 'textarea':
      return textsOf(memberOf(value, 'text')).join('\n');
    case 'number':
    case 'rating':
      return typeof single === 'number' ? single : undefined;
    case 'datetime':
      return typeof single === 'string' ? single : undefined;
    default:
      return undefined;
  }
}
