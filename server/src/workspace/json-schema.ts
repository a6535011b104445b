import type { Bilingual } from '../l10n/bilingual.ts';
import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../text/json.ts';

/** The part of JSON Schema that our own schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  /** What the value is, in English; and after a blank line in Chinese, as editors show it. */
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: 'object' | 'array' | 'string';
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: JsonSchema;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** What does not fit a schema, and what to do about it. */
export interface SchemaProblem {
  readonly path: JsonPath;
  readonly message: Bilingual;
}

/**
 * What in a value does not fit its schema, in order of place. Not a validator for any schema: it knows the keywords
 * of {@link JsonSchema} and no others. It goes as deep as the schema does, however deep the value is.
 */
export function schemaProblems(schema: JsonSchema, value: JsonValue): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  new Check(schema.definitions ?? {}, problems).value(schema, value, []);
  return problems;
}

class Check {
  private readonly definitions: Readonly<Record<string, JsonSchema>>;
  private readonly problems: SchemaProblem[];

  constructor(definitions: Readonly<Record<string, JsonSchema>>, problems: SchemaProblem[]) {
    this.definitions = definitions;
    this.problems = problems;
  }

  value(given: JsonSchema, value: JsonValue, path: JsonPath): void {
    const schema = this.resolved(given);
    if (schema.type === 'object') {
      if (isObject(value)) this.object(schema, value, path);
      else this.report(path, mustBe(schema, { en: 'an object: { … }', zh: '对象：{ … }' }));
    } else if (schema.type === 'array') {
      if (Array.isArray(value)) this.array(schema, value, path);
      else this.report(path, mustBe(schema, { en: 'a list: [ … ]', zh: '列表：[ … ]' }));
    } else this.text(schema, value, path);
  }

  /** The schema that a reference leads to, with the description that stands beside the reference. */
  private resolved(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.replace(/^#\/definitions\//, '');
    const target = name === undefined ? undefined : this.definitions[name];
    return target === undefined ? schema : { ...this.resolved(target), ...schema };
  }

  private text(schema: JsonSchema, value: JsonValue, path: JsonPath): void {
    if (schema.enum !== undefined) {
      if (typeof value === 'string' && schema.enum.includes(value)) return;
      const among = schema.enum.join(', ');
      this.report(path, {
        en: `${shown(value)} is not known here. Write one of: ${among}.`,
        zh: `此处不能是 ${shown(value)}。请写其中之一：${among}。`,
      });
    } else if (typeof value !== 'string') {
      this.report(path, mustBe(schema, { en: 'a text: "…"', zh: '文本："…"' }));
    } else if (value.length < (schema.minLength ?? 0) || !new RegExp(schema.pattern ?? '').test(value)) {
      const { en, zh } = descriptionOf(schema, {
        en: 'Write a text that neither begins nor ends with white space.',
        zh: '请写首尾没有空白的文本。',
      });
      this.report(path, { en: `${shown(value)} does not fit. ${en}`, zh: `${shown(value)} 不合要求。${zh}` });
    }
  }

  private array(schema: JsonSchema, value: readonly JsonValue[], path: JsonPath): void {
    if (value.length < (schema.minItems ?? 0)) {
      this.report(path, {
        en: `At least ${schema.minItems} must be listed here; leave the field out where there are fewer.`,
        zh: `此处至少应列出 ${schema.minItems} 项；不足时请删去此字段。`,
      });
    }
    const seen = new Set<string>();
    value.forEach((item, index) => {
      const key = typeof item === 'string' ? item : '';
      if (schema.uniqueItems === true && key !== '' && seen.has(key)) {
        this.report([...path, index], {
          en: `${shown(item)} is listed twice. Take one of them out.`,
          zh: `${shown(item)} 重复。请删去其一。`,
        });
      }
      seen.add(key);
      if (schema.items !== undefined) this.value(schema.items, item, [...path, index]);
    });
  }

  private object(schema: JsonSchema, value: JsonObject, path: JsonPath): void {
    for (const name of schema.required ?? []) {
      if (Object.hasOwn(value, name)) continue;
      const about = this.resolved(schema.properties?.[name] ?? {});
      const { en, zh } = descriptionOf(about, { en: '', zh: '' });
      this.report(path, {
        en: `The field "${name}" is missing. ${en}`.trimEnd(),
        zh: `缺少字段 "${name}"。${zh}`,
      });
    }
    const members = Object.entries(value);
    if (members.length < (schema.minProperties ?? 0)) {
      this.report(path, {
        en: 'This is empty. Fill it in, or leave the field out.',
        zh: '此处为空。请填写，或删去此字段。',
      });
    }
    for (const [name, member] of members) {
      const known = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties![name]! : undefined;
      const wanted = known ?? schema.additionalProperties;
      if (typeof wanted === 'object') this.value(wanted, member, [...path, name]);
      else if (wanted === false) {
        const fields = Object.keys(schema.properties ?? {}).filter((field) => !field.startsWith('$'));
        this.report([...path, name], {
          en: `There is no field ${shown(name)} here. Take it out, or write one of: ${fields.join(', ')}.`,
          zh: `此处没有字段 ${shown(name)}。请删去，或改为其中之一：${fields.join('、')}。`,
        });
      }
    }
  }

  private report(path: JsonPath, message: Bilingual): void {
    this.problems.push({ path, message });
  }
}

interface Words {
  readonly en: string;
  readonly zh: string;
}

function mustBe(schema: JsonSchema, what: Words): Words {
  const { en, zh } = descriptionOf(schema, { en: '', zh: '' });
  return { en: `This must be ${what.en}. ${en}`.trimEnd(), zh: `此处应为${what.zh}。${zh}` };
}

/** What a schema says of a value in both languages. */
function descriptionOf({ description, markdownDescription }: JsonSchema, without: Words): Words {
  if (description === undefined) return without;
  return { en: description, zh: markdownDescription?.split('\n\n')[1] ?? without.zh };
}

/** A value as a message can show it; not what is in it, which may be nested deeper than the engine can follow. */
export function shown(value: JsonValue): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (isObject(value)) return '{…}';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
