import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../../../server/src/text/json.ts';
import { type JsonReading, readJson } from '../../../server/src/text/json-source.ts';
import { diplomaticScheme } from './diplomatic-scheme.ts';
import { LabelFileParts, schemeFields } from './label-file-parts.ts';
import { LabelFileProblems } from './label-file-problems.ts';
import { type BilingualText, type LabelScheme, sicLabel, sicLabelId } from './labels.ts';
import type { Problem } from './problem.ts';

export interface LabelFileReading {
  /** Always usable: what is wrong in the file is left out; where nothing is usable, the built-in scheme. */
  readonly scheme: LabelScheme;
  readonly problems: readonly Problem[];
}

/** Reads `.jiaozhu/labels.json` (see labels.schema.json). Never throws. */
export function parseLabels(text: string): LabelFileReading {
  const json = readJson(text);
  if (!json.ok) return builtIn({ code: 'not-json', values: [json.reason], path: '', line: json.line });
  if (!isObject(json.value) || !Array.isArray(json.value.labels)) {
    return builtIn({ code: 'not-a-scheme', values: [], path: '', line: 1 });
  }
  return readScheme(json, json.value);
}

function builtIn(problem: Problem): LabelFileReading {
  return { scheme: diplomaticScheme, problems: [problem] };
}

function readScheme(json: JsonReading & { ok: true }, file: JsonObject): LabelFileReading {
  const problems = new LabelFileProblems((path) => json.placeOf(path).line);
  const parts = new LabelFileParts(problems);
  problems.fields(file, schemeFields, []);
  const each = (name: string, read: (item: JsonValue, path: JsonPath) => void) => {
    const list = file[name];
    if (Array.isArray(list)) {
      for (const [index, item] of (list as readonly JsonValue[]).entries()) read(item, [name, index]);
    } else if (list !== undefined) problems.report('not-a-list', [name], name);
  };
  each('groups', (item, path) => parts.group(item, path));
  each('labels', (item, path) => parts.label(item, path));
  each('attributes', (item, path) => parts.attribute(item, path));
  each('relations', (item, path) => parts.relation(item, path));
  if ((file.labels as readonly JsonValue[]).length === 0) problems.report('no-labels', ['labels']);
  const labels = [...parts.labels.values()];
  if (labels.length === 0) return { scheme: diplomaticScheme, problems: problems.list() };
  if (!parts.labels.has(sicLabelId)) {
    const { key, ...keyless } = sicLabel;
    labels.push(key !== undefined && parts.keys.has(key) ? keyless : sicLabel);
  }
  return {
    scheme: {
      labels,
      groups: [...parts.groups.values()],
      attributes: [...parts.attributes.values()],
      relations: [...parts.relations.values()],
    },
    problems: problems.list(),
  };
}

/** A scheme as the file that it can be read from; what is empty is left out, a text that reads the same in both languages stands once. */
export function serialiseLabels({ labels, groups, attributes, relations }: LabelScheme): string {
  const file = {
    groups: groups.map(({ id, name }) => ({ id, name: written(name) })),
    labels: labels.map(({ id, name, colour, key, description, guideline, group, suggestion }) => ({
      id,
      name: written(name),
      colour: colour.light === colour.dark ? colour.light : colour,
      key,
      description: written(description),
      guideline: guideline && written(guideline),
      group,
      suggestion,
    })),
    attributes: attributes.map(({ id, name, description, kind, choices, default: preset, labels }) => ({
      id,
      name: written(name),
      description: written(description),
      kind,
      choices: kind === 'choice' ? choices.map(({ id, name }) => ({ id, name: written(name) })) : undefined,
      default: preset,
      labels: labels.length > 0 ? labels : undefined,
    })),
    relations: relations.map(({ id, name, description, from, to }) => ({
      id,
      name: written(name),
      description: written(description),
      from: from.length > 0 ? from : undefined,
      to: to.length > 0 ? to : undefined,
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function written({ zh, en }: BilingualText): BilingualText | string | undefined {
  if (zh === en) return zh === '' ? undefined : zh;
  return { zh, en };
}
