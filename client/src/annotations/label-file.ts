import {
  formatPath,
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '../../../server/src/text/json.ts';
import { type JsonReading, readJson } from '../../../server/src/text/json-source.ts';
import {
  type BilingualText,
  diplomaticScheme,
  type Label,
  type LabelColour,
  type LabelScheme,
  sicLabel,
  sicLabelId,
} from './labels.ts';
import type { Problem, ProblemCode } from './problem.ts';

export interface LabelFileReading {
  /** Always usable: what is wrong in the file is left out; where nothing is usable, the built-in scheme. */
  readonly scheme: LabelScheme;
  readonly problems: readonly Problem[];
}

/** Reads `.jiaozhu/labels.json` (see labels.schema.json). Never throws. */
export function parseLabels(text: string): LabelFileReading {
  const json = readJson(text);
  if (!json.ok) {
    const problem: Problem = { code: 'not-json', values: [json.reason], path: '', line: json.line };
    return { scheme: diplomaticScheme, problems: [problem] };
  }
  const list = isObject(json.value) ? json.value.labels : undefined;
  if (!Array.isArray(list)) {
    const problem: Problem = { code: 'not-a-scheme', values: [], path: '', line: 1 };
    return { scheme: diplomaticScheme, problems: [problem] };
  }
  const reader = new LabelReader(json);
  (list as readonly JsonValue[]).forEach((item, index) => {
    reader.read(item, ['labels', index]);
  });
  return { scheme: reader.scheme(), problems: reader.problems };
}

/** Colours for labels that name none, told apart on light and on dark grounds: those of the built-in labels. */
const spareColours: readonly LabelColour[] = diplomaticScheme.labels
  .filter((label) => label.id !== sicLabelId)
  .map((label) => label.colour);

class LabelReader {
  readonly problems: Problem[] = [];
  private readonly labels = new Map<string, Label>();
  private readonly keys = new Map<string, string>();
  private readonly json: JsonReading & { ok: true };

  constructor(json: JsonReading & { ok: true }) {
    this.json = json;
  }

  scheme(): LabelScheme {
    const labels = [...this.labels.values()];
    if (labels.length === 0) return diplomaticScheme;
    if (!this.labels.has(sicLabelId)) {
      const { key, ...keyless } = sicLabel;
      labels.push(key !== undefined && this.keys.has(key) ? keyless : sicLabel);
    }
    return { labels, groups: [], attributes: [], relations: [] };
  }

  read(item: JsonValue, path: JsonPath): void {
    if (!isObject(item)) {
      this.report('not-a-label', path);
      return;
    }
    const { id } = item;
    if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) {
      this.report('bad-label-id', id === undefined ? path : [...path, 'id'], shown(id));
      return;
    }
    if (this.labels.has(id)) {
      this.report('label-twice', path, id);
      return;
    }
    const key = this.readKey(item, id, path);
    const label: Label = {
      id,
      name: this.readText(item, 'name', 'bad-label-name', path) ?? { zh: id, en: id },
      colour: this.readColour(item, path) ?? spareColours[this.labels.size % spareColours.length]!,
      description: this.readText(item, 'description', 'bad-description', path) ?? { zh: '', en: '' },
      ...(key !== undefined && { key }),
    };
    this.labels.set(id, label);
  }

  private readKey(item: JsonObject, id: string, path: JsonPath): string | undefined {
    if (item.key === undefined) return undefined;
    const key = typeof item.key === 'number' ? String(item.key) : item.key;
    if (typeof key !== 'string' || !/^[0-9]$/.test(key)) {
      this.report('bad-key', [...path, 'key'], shown(item.key));
      return undefined;
    }
    const taken = this.keys.get(key);
    if (taken !== undefined) {
      this.report('key-twice', [...path, 'key'], key, taken);
      return undefined;
    }
    this.keys.set(key, id);
    return key;
  }

  private readText(
    item: JsonObject,
    member: 'name' | 'description',
    code: ProblemCode,
    path: JsonPath,
  ): BilingualText | undefined {
    const value = item[member];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value !== '') return { zh: value, en: value };
    if (isObject(value)) {
      const { zh, en } = value;
      const texts = [zh, en].filter((each): each is string => typeof each === 'string' && each !== '');
      const sound = [zh, en].every((each) => each === undefined || typeof each === 'string');
      if (sound && texts.length > 0) {
        return { zh: (zh as string) || texts[0]!, en: (en as string) || texts[0]! };
      }
    }
    this.report(code, [...path, member]);
    return undefined;
  }

  private readColour(item: JsonObject, path: JsonPath): LabelColour | undefined {
    const { colour } = item;
    if (colour === undefined) return undefined;
    if (isColour(colour)) return { light: colour, dark: colour };
    if (isObject(colour) && isColour(colour.light) && isColour(colour.dark)) {
      return { light: colour.light, dark: colour.dark };
    }
    this.report('bad-colour', [...path, 'colour'], shown(colour));
    return undefined;
  }

  private report(code: ProblemCode, path: JsonPath, ...values: string[]): void {
    this.problems.push({ code, values, path: formatPath(path), line: this.json.placeOf(path).line });
  }
}

function isColour(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && /^#[0-9a-fA-F]{6}$/.test(value);
}

/** A value as a message can show it. */
function shown(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? '—';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
