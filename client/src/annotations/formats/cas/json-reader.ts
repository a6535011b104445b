import {
  formatPath,
  isObject,
  type JsonObject,
  type JsonValue,
} from '../../../../../server/src/text/json.ts';
import type { FormatReader } from '../format.ts';
import { formatNames } from '../format-names.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { wholeText } from '../input-file.ts';
import {
  type CasStructure,
  type CasType,
  type CasValue,
  initialView,
  isReference,
  otherTexts,
  typeNames,
} from './cas.ts';
import { readMetadata } from './metadata.ts';
import { documentOf } from './reading.ts';

export const jsonReader: FormatReader = {
  reads: (name) => /\.json$/i.test(name) && !/\.(?:annotations|jiaozhu)\.json$/i.test(name),
  async *read(file, { scheme }) {
    const source = await wholeText(file);
    const json = parsed(source);
    const problems: FormatProblem[] = [];
    const all = readStructures(json['%FEATURE_STRUCTURES'], linesOfIds(source), problems);
    const sofa = sofaOf(all);
    const text = sofa?.features.get('sofaString');
    if (!sofa || typeof text !== 'string') throw notOfFormat('%FEATURE_STRUCTURES: sofaString');
    const sofas = all.filter(({ type }) => type === typeNames.sofa);
    problems.push(
      ...otherTexts(
        sofas.map((each) => ({
          line: each.line,
          name: each.features.get('sofaID'),
          isRead: each === sofa,
        })),
      ),
    );
    const members = membersOf(json, sofa);
    const structures = all.filter((each) => {
      const on = each.features.get('sofa');
      return each !== sofa && (on === undefined || (isReference(on) && on.to === sofa.id));
    });
    const metadata = structures.find(({ type }) => type === typeNames.metadata);
    const read = documentOf(
      {
        text,
        ...readMetadata(metadata?.features ?? new Map()),
        types: readTypes(json['%TYPES']),
        // Annotations that were removed may still be there, in no view.
        structures: structures.filter(
          ({ id, features }) => !features.has('sofa') || !members || members.has(id),
        ),
      },
      file.name.replace(/\.json$/i, ''),
      scheme,
    );
    yield { ...read, problems: [...problems, ...read.problems] };
  },
};

function parsed(source: string): JsonObject {
  let json: JsonValue;
  try {
    json = JSON.parse(source) as JsonValue;
  } catch (error) {
    throw new FormatProblemError({ code: 'not-json', values: [(error as Error).message], line: 0 });
  }
  if (!isObject(json) || json['%FEATURE_STRUCTURES'] === undefined) throw notOfFormat('%FEATURE_STRUCTURES');
  return json;
}

function notOfFormat(what: string): FormatProblemError {
  return new FormatProblemError({ code: 'not-of-format', values: [formatNames['cas-json'], what], line: 0 });
}

/** The structures of a list, or of an object by their ids, as earlier drafts of the specification have it. */
function readStructures(
  json: JsonValue | undefined,
  lineOf: (id: number) => number,
  problems: FormatProblem[],
): readonly CasStructure[] {
  const written: readonly (readonly [JsonValue | undefined, JsonValue])[] = Array.isArray(json)
    ? (json as readonly JsonValue[]).map((each) => [isObject(each) ? each['%ID'] : undefined, each] as const)
    : Object.entries(isObject(json) ? json : {}).map(([id, each]) => [Number(id), each] as const);
  const arrays = new Map<number, readonly CasValue[]>();
  const structures = written.flatMap(([id, each], i) => {
    const type = isObject(each) ? each['%TYPE'] : undefined;
    if (!isObject(each) || typeof type !== 'string' || !isId(id)) {
      problems.push({ code: 'left-out', values: [formatPath(['%FEATURE_STRUCTURES', i])], line: 0 });
      return [];
    }
    const elements = elementsOf(type, each['%ELEMENTS']);
    if (elements) arrays.set(id, elements);
    return [{ id, type, features: readFeatures(each), line: lineOf(id) }];
  });
  return structures.map((structure) => ({
    ...structure,
    features: new Map(
      [...structure.features].map(([name, value]) => [
        name,
        (isReference(value) && arrays.get(value.to)) || value,
      ]),
    ),
  }));
}

function isId(id: JsonValue | undefined): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id);
}

function readFeatures(json: JsonObject): ReadonlyMap<string, CasValue> {
  const features = new Map<string, CasValue>();
  for (const [key, value] of Object.entries(json)) {
    if (key.startsWith('@')) {
      if (isId(value)) features.set(key.slice(1), { to: value });
    } else if (!key.startsWith('%')) {
      const read = primitiveOf(value);
      if (read !== undefined) features.set(key.replace(/^[\^#]/, ''), read);
    }
  }
  return features;
}

const primitiveArray = /^uima\.cas\.(?:String|Integer|Long|Short|Byte|Float|Double|Boolean)(?:Array|\[\])$/;

/** The elements of an array: values, or else references. */
function elementsOf(type: string, json: JsonValue | undefined): readonly CasValue[] | undefined {
  if (!Array.isArray(json)) return undefined;
  return (json as readonly JsonValue[]).flatMap((each): CasValue[] => {
    if (primitiveArray.test(type)) {
      const value = primitiveOf(each);
      return value === undefined ? [] : [value];
    }
    return isId(each) ? [{ to: each }] : [];
  });
}

function primitiveOf(value: JsonValue): string | number | boolean | undefined {
  return value === null || typeof value === 'object' ? undefined : value;
}

function readTypes(json: JsonValue | undefined): ReadonlyMap<string, CasType> {
  return new Map(
    Object.entries(isObject(json) ? json : {}).map(([name, type]) => {
      const features = Object.entries(isObject(type) ? type : {}).flatMap(([feature, described]) => {
        const range = isObject(described) ? described['%RANGE'] : undefined;
        return typeof range === 'string' ? [[feature, range] as const] : [];
      });
      const superType = isObject(type) ? type['%SUPER_TYPE'] : undefined;
      return [
        name,
        { superType: typeof superType === 'string' ? superType : '', features: new Map(features) },
      ] as const;
    }),
  );
}

/** The text of the first view, or else the first text. */
function sofaOf(structures: readonly CasStructure[]): CasStructure | undefined {
  const sofas = structures.filter(({ type }) => type === typeNames.sofa);
  return (
    sofas.find(({ features }) => features.get('sofaID') === initialView) ??
    sofas.find(({ features }) => features.has('sofaString'))
  );
}

function membersOf({ '%VIEWS': views }: JsonObject, sofa: CasStructure): ReadonlySet<unknown> | undefined {
  const view = isObject(views)
    ? Object.values(views).find((each) => isObject(each) && each['%SOFA'] === sofa.id)
    : undefined;
  const members = isObject(view) ? view['%MEMBERS'] : undefined;
  return Array.isArray(members) ? new Set(members) : undefined;
}

/** The line in which each structure is: where its id stands. */
function linesOfIds(source: string): (id: number) => number {
  const lines = new Map<number, number>();
  let line = 1;
  for (const [, id] of source.matchAll(/\n|"%ID"\s*:\s*(\d+)/g)) {
    if (id === undefined) line += 1;
    else lines.set(Number(id), line);
  }
  return (id) => lines.get(id) ?? 0;
}
