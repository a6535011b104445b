import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../../../server/src/text/json.ts';
import type { AttributeValue } from './annotation.ts';
import { diplomaticLabels } from './diplomatic-labels.ts';
import { type LabelFileProblems, shown } from './label-file-problems.ts';
import {
  type AttributeChoice,
  type AttributeDefinition,
  attributeKinds,
  type BilingualText,
  type Label,
  type LabelColour,
  type LabelGroup,
  type RelationDefinition,
  reviewedLabelId,
  sicLabelId,
  suggestionKinds,
} from './labels.ts';

export const schemeFields = ['$schema', 'groups', 'labels', 'attributes', 'relations'] as const;
const groupFields = ['id', 'name'] as const;
const labelFields = [
  'id',
  'name',
  'colour',
  'key',
  'description',
  'guideline',
  'group',
  'suggestion',
] as const;
const attributeFields = ['id', 'name', 'description', 'kind', 'choices', 'default', 'labels'] as const;
const relationFields = ['id', 'name', 'description', 'from', 'to'] as const;

/** Colours for labels that name none, told apart on light and on dark grounds: those of the built-in labels. */
export const spareColours: readonly LabelColour[] = diplomaticLabels
  .filter((label) => label.id !== sicLabelId)
  .map((label) => label.colour);

/** What every object has by nature: looked up as an attribute, such a name would find something that nobody set. */
const inherited: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** Reads the entries of a file of labels: groups first, then labels, then what names them. */
export class LabelFileParts {
  readonly groups = new Map<string, LabelGroup>();
  readonly labels = new Map<string, Label>();
  /** Which label has a key. */
  readonly keys = new Map<string, string>();
  readonly attributes = new Map<string, AttributeDefinition>();
  readonly relations = new Map<string, RelationDefinition>();
  readonly #problems: LabelFileProblems;

  constructor(problems: LabelFileProblems) {
    this.#problems = problems;
  }

  group(item: JsonValue, path: JsonPath): void {
    if (!isObject(item)) {
      this.#problems.report('not-a-group', path);
      return;
    }
    this.#problems.fields(item, groupFields, path);
    const id = this.#id(item, path, this.groups, []);
    if (id !== undefined) this.groups.set(id, { id, name: this.#name(item, id, path) });
  }

  label(item: JsonValue, path: JsonPath): void {
    if (!isObject(item)) {
      this.#problems.report('not-a-label', path);
      return;
    }
    this.#problems.fields(item, labelFields, path);
    const id = this.#id(item, path, this.labels, [reviewedLabelId]);
    if (id === undefined) return;
    const name = this.#name(item, id, path);
    const colour = this.#colour(item, path);
    const key = this.#key(item, id, path);
    const description = this.#text(item, 'description', path);
    const guideline = this.#text(item, 'guideline', path);
    const group = this.#group(item, path);
    const suggestion = this.#suggestion(item, path);
    this.labels.set(id, {
      id,
      name,
      colour: colour ?? spareColours[this.labels.size % spareColours.length]!,
      description: description ?? { zh: '', en: '' },
      ...(key !== undefined && { key }),
      ...(guideline && { guideline }),
      ...(group !== undefined && { group }),
      ...(suggestion !== undefined && { suggestion }),
    });
  }

  attribute(item: JsonValue, path: JsonPath): void {
    if (!isObject(item)) {
      this.#problems.report('not-an-attribute', path);
      return;
    }
    this.#problems.fields(item, attributeFields, path);
    const id = this.#id(item, path, this.attributes, inherited);
    if (id === undefined) return;
    const kind = attributeKinds.find((each) => each === item.kind);
    if (kind === undefined) {
      const at = item.kind === undefined ? path : [...path, 'kind'];
      this.#problems.report('bad-attribute-kind', at, shown(item.kind), attributeKinds.join(', '));
      return;
    }
    const choices = this.#choices(item, kind, path);
    if (kind === 'choice' && choices.length === 0) return;
    const preset = this.#default(item, kind, choices, path);
    this.attributes.set(id, {
      id,
      name: this.#name(item, id, path),
      description: this.#text(item, 'description', path) ?? { zh: '', en: '' },
      kind,
      choices,
      ...(preset !== undefined && { default: preset }),
      labels: this.#labelIds(item, 'labels', path),
    });
  }

  relation(item: JsonValue, path: JsonPath): void {
    if (!isObject(item)) {
      this.#problems.report('not-a-relation', path);
      return;
    }
    this.#problems.fields(item, relationFields, path);
    const id = this.#id(item, path, this.relations, []);
    if (id === undefined) return;
    this.relations.set(id, {
      id,
      name: this.#name(item, id, path),
      description: this.#text(item, 'description', path) ?? { zh: '', en: '' },
      from: this.#labelIds(item, 'from', path),
      to: this.#labelIds(item, 'to', path),
    });
  }

  #id(
    item: JsonObject,
    path: JsonPath,
    taken: ReadonlyMap<string, unknown>,
    reserved: readonly string[],
  ): string | undefined {
    const { id } = item;
    if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) {
      this.#problems.report('bad-id', id === undefined ? path : [...path, 'id'], shown(id));
    } else if (reserved.includes(id)) this.#problems.report('reserved-id', [...path, 'id'], id);
    else if (taken.has(id)) this.#problems.report('id-twice', path, id);
    else return id;
    return undefined;
  }

  #name(item: JsonObject, id: string, path: JsonPath): BilingualText {
    return this.#text(item, 'name', path) ?? { zh: id, en: id };
  }

  #text(
    item: JsonObject,
    member: 'name' | 'description' | 'guideline',
    path: JsonPath,
  ): BilingualText | undefined {
    const value = item[member];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value !== '') return { zh: value, en: value };
    if (isObject(value)) {
      this.#problems.fields(value, ['zh', 'en'], [...path, member]);
      const { zh, en } = value;
      const texts = [zh, en].filter((each): each is string => typeof each === 'string' && each !== '');
      const sound = [zh, en].every((each) => each === undefined || typeof each === 'string');
      if (sound && texts.length > 0) {
        return { zh: (zh as string) || texts[0]!, en: (en as string) || texts[0]! };
      }
    }
    this.#problems.report('bad-text', [...path, member], member);
    return undefined;
  }

  #colour(item: JsonObject, path: JsonPath): LabelColour | undefined {
    const { colour } = item;
    if (colour === undefined) return undefined;
    if (isColour(colour)) return { light: colour, dark: colour };
    if (isObject(colour) && isColour(colour.light) && isColour(colour.dark)) {
      this.#problems.fields(colour, ['light', 'dark'], [...path, 'colour']);
      return { light: colour.light, dark: colour.dark };
    }
    this.#problems.report('bad-colour', [...path, 'colour'], shown(colour));
    return undefined;
  }

  #key(item: JsonObject, id: string, path: JsonPath): string | undefined {
    if (item.key === undefined) return undefined;
    const key = typeof item.key === 'number' ? String(item.key) : item.key;
    if (typeof key !== 'string' || !/^[0-9A-Z]$/.test(key)) {
      const small = typeof key === 'string' && /^[a-z]$/.test(key);
      this.#problems.report(small ? 'small-letter-key' : 'bad-key', [...path, 'key'], shown(item.key));
      return undefined;
    }
    const taken = this.keys.get(key);
    if (taken !== undefined) {
      this.#problems.report('key-twice', [...path, 'key'], key, taken);
      return undefined;
    }
    this.keys.set(key, id);
    return key;
  }

  #group({ group }: JsonObject, path: JsonPath): string | undefined {
    if (group === undefined) return undefined;
    if (typeof group === 'string' && this.groups.has(group)) return group;
    this.#problems.report('unknown-group', [...path, 'group'], shown(group));
    return undefined;
  }

  #suggestion({ suggestion }: JsonObject, path: JsonPath): Label['suggestion'] {
    if (suggestion === undefined) return undefined;
    const kind = suggestionKinds.find((each) => each === suggestion);
    if (kind === undefined) {
      const known = suggestionKinds.join(', ');
      this.#problems.report('bad-suggestion', [...path, 'suggestion'], shown(suggestion), known);
    }
    return kind;
  }

  #choices(item: JsonObject, kind: AttributeDefinition['kind'], path: JsonPath): readonly AttributeChoice[] {
    const at = [...path, 'choices'];
    if (kind !== 'choice') {
      if (item.choices !== undefined) this.#problems.report('choices-of-no-choice', at, kind);
      return [];
    }
    if (!Array.isArray(item.choices) || item.choices.length === 0) {
      this.#problems.report('no-choices', item.choices === undefined ? path : at);
      return [];
    }
    const choices = new Map<string, AttributeChoice>();
    for (const [index, choice] of (item.choices as readonly JsonValue[]).entries()) {
      const place = [...at, index];
      const entry = typeof choice === 'string' ? { id: choice } : choice;
      if (!isObject(entry) || typeof entry.id !== 'string' || !/\S/.test(entry.id)) {
        this.#problems.report('bad-choice', place, shown(choice));
        continue;
      }
      this.#problems.fields(entry, ['id', 'name'], place);
      if (choices.has(entry.id)) this.#problems.report('id-twice', place, entry.id);
      else choices.set(entry.id, { id: entry.id, name: this.#name(entry, entry.id, place) });
    }
    return [...choices.values()];
  }

  #default(
    item: JsonObject,
    kind: AttributeDefinition['kind'],
    choices: readonly AttributeChoice[],
    path: JsonPath,
  ): AttributeValue | undefined {
    const value = item.default;
    if (value === undefined) return undefined;
    if (kind === 'flag' && typeof value === 'boolean') return value;
    if (kind === 'number' && typeof value === 'number') return value;
    if (kind === 'text' && typeof value === 'string' && value !== '') return value;
    if (kind === 'choice' && typeof value === 'string' && choices.some(({ id }) => id === value))
      return value;
    this.#problems.report('bad-default', [...path, 'default'], shown(value), kind);
    return undefined;
  }

  /** Ids of labels; one that is not in the file stays, so that the entry does not come to be for all labels. */
  #labelIds(item: JsonObject, member: 'labels' | 'from' | 'to', path: JsonPath): readonly string[] {
    const value = item[member];
    if (value === undefined) return [];
    const at = [...path, member];
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) {
      this.#problems.report('bad-label-list', at, member);
      return [];
    }
    (value as readonly string[]).forEach((id, index) => {
      if (id !== sicLabelId && !this.labels.has(id)) {
        this.#problems.report('unknown-label', [...at, index], shown(id));
      }
    });
    return [...new Set(value as readonly string[])];
  }
}

function isColour(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && /^#[0-9a-fA-F]{6}$/.test(value);
}
