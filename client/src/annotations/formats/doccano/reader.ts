import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { ReadDocument, ReadingContext } from '../format.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import type { InputFile } from '../input-file.ts';
import { listMember, memberOf, otherMembers, readJsonLines, textMember } from '../json-file.ts';
import { keptMember, pathOf, readKeptDocument } from '../kept/document.ts';
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

/** Reads all that doccano has exported over its versions: see the members in {@link toolTags}. */
export function readDoccano(file: InputFile, context: ReadingContext): AsyncIterable<ReadDocument> {
  return readJsonLines(file, (row, line) => readRow(row, file.name, line, context));
}

const ownMembers = new Set([
  'id',
  'text',
  'data',
  'label',
  'labels',
  'entities',
  'annotations',
  'relations',
  'cats',
  'document',
  keptMember,
]);

function readRow(row: JsonValue, file: string, line: number, { scheme }: ReadingContext): ReadDocument {
  const written = memberOf(row, 'text') ?? memberOf(row, 'data');
  if (!isObject(row) || typeof written !== 'string') {
    throw new FormatProblemError({ code: 'not-of-format', values: ['doccano JSONL', 'text'], line });
  }
  const kept = readKeptDocument(memberOf(row, keptMember));
  const name =
    textMember(row, 'document', 'filename', 'file_name') ??
    kept.name ??
    `${file.replace(/\.[^./]*$/, '')}-${line}.txt`;
  const map = createUnitMap(written, 'code-points');
  const problems: FormatProblem[] = [];
  const labelOf = (label: string) => labelIdOf(scheme, label);
  const { tools, byId } = toolTags(row, labelOf, line, problems);
  const joined = joinTags(name, written, map, kept.tags, tools, placeKeys, line);
  const links = readLinks(listMember(row, 'relations'), byId, joined.ids, line, problems);
  const inTool = new Set(byId.size > 0 ? joined.ids : []);
  const hasLinks = Array.isArray(memberOf(row, 'relations'));
  const couldHold = (source: string, target: string) => hasLinks && inTool.has(source) && inTool.has(target);
  const foreign = otherMembers(row, ownMembers);
  return {
    document: {
      name,
      ...pathOf(kept, name),
      text: written,
      ...(kept.form && { form: kept.form }),
      tags: linkTags(joined.tags, links, couldHold),
      annotator: kept.annotator,
      ...(Object.keys(foreign).length > 0 && { foreign: { doccano: foreign } }),
    },
    former: joined.former,
    problems: [...problems, ...joined.problems],
  };
}

/**
 * Spans are in `entities`, `label`, `labels` or `annotations`: `[start, end, label]`, or an object with `start_offset`,
 * `end_offset` and `label`, which may be a number where an old version exported ids of labels. A label without a place
 * is of the whole document, as in `cats`.
 */
function toolTags(
  row: JsonObject,
  labelOf: (label: string) => string,
  line: number,
  problems: FormatProblem[],
): { readonly tools: readonly ToolTag[]; readonly byId: ReadonlyMap<JsonValue, number> } {
  const tools: ToolTag[] = [];
  const byId = new Map<JsonValue, number>();
  for (const member of ['entities', 'label', 'labels', 'annotations', 'cats']) {
    for (const each of membersOf(row, member)) {
      if (typeof each === 'string') {
        const label = labelOf(each);
        tools.push({ key: `document ${label}`, label, line });
        continue;
      }
      const [start, end, label, id] = Array.isArray(each)
        ? (each as readonly JsonValue[])
        : ['start_offset', 'end_offset', 'label', 'id'].map((part) => memberOf(each, part));
      if ((typeof label !== 'string' && typeof label !== 'number') || label === '') {
        problems.push({ code: 'no-label', values: [], line });
      } else if (typeof start !== 'number' || typeof end !== 'number') {
        problems.push({ code: 'not-understood', values: [JSON.stringify(each)], line });
      } else {
        if (id !== undefined) byId.set(id, tools.length);
        const written = String(label);
        tools.push({
          key: placeKey({ start, end, label: written }),
          label: labelOf(written),
          written,
          span: { start, end },
          line,
        });
      }
    }
  }
  return { tools, byId };
}

function membersOf(row: JsonObject, name: string): readonly JsonValue[] {
  const member = memberOf(row, name);
  return typeof member === 'string' && member !== '' ? [member] : listMember(row, name);
}

function readLinks(
  relations: readonly JsonValue[],
  byId: ReadonlyMap<JsonValue, number>,
  ids: readonly string[],
  line: number,
  problems: FormatProblem[],
): readonly ToolLink[] {
  const endOf = (relation: JsonValue, name: string) => {
    const id = memberOf(relation, name);
    const index = id === undefined ? undefined : byId.get(id);
    if (index === undefined) problems.push({ code: 'no-target', values: [String(id)], line });
    return index === undefined ? undefined : ids[index];
  };
  return relations.flatMap((relation): ToolLink[] => {
    const type = textMember(relation, 'type', 'label') ?? unnamedRelation;
    const source = endOf(relation, 'from_id');
    const target = source === undefined ? undefined : endOf(relation, 'to_id');
    return source === undefined || target === undefined ? [] : [{ source, type, target }];
  });
}
