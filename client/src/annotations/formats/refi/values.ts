import type { Annotation, AttributeValue } from '../../annotation.ts';
import type { LabelScheme } from '../../labels.ts';
import type { WrittenCode } from './codebook.ts';
import { guidOf } from './guid.ts';
import { readMarks, writeMarks } from './marks.ts';

/**
 * What is said of a tag beside its label. Here a selection is coded with it too, where there is a fixed set of things
 * to say; all else is a note of it.
 */
export interface Fact {
  readonly of:
    | 'attribute'
    | 'review'
    | 'scope'
    | 'chain'
    | 'note'
    | 'id'
    | 'created'
    | 'modified'
    | 'unknown';
  /** Of an attribute: its id. */
  readonly name?: string;
  readonly value: AttributeValue;
}

type Language = 'en' | 'zh';

const words = {
  review: { zh: '审阅', en: 'Review' },
  scope: { zh: '标注范围', en: 'What is tagged' },
  suggested: { zh: '建议', en: 'Suggested' },
  rejected: { zh: '已拒绝', en: 'Rejected' },
  section: { zh: '一节', en: 'A section' },
  true: { zh: '是', en: 'Yes' },
  false: { zh: '否', en: 'No' },
  chain: { zh: '所指相同', en: 'Same thing' },
  note: { zh: '备注', en: 'Note' },
  id: { zh: '标识', en: 'Id' },
  created: { zh: '标注时间', en: 'Made' },
  modified: { zh: '修改时间', en: 'Changed' },
  unknown: { zh: '其他程序的说明', en: 'Said by other programs' },
} as const;

/** What of a tag of words is coded: whether somebody looked at it, that it is of a section, flags and choices. */
export function codedFacts(tag: Annotation, scheme: LabelScheme): readonly Fact[] {
  return [
    ...(tag.review === 'accepted' ? [] : [{ of: 'review', value: tag.review } as const]),
    ...(tag.scope === 'section' ? [{ of: 'scope', value: 'section' } as const] : []),
    ...attributeFacts(tag).filter(({ name, value }) => isCoded(scheme, name!, value)),
  ];
}

export function attributeFacts({ attributes }: Annotation): readonly Fact[] {
  return Object.entries(attributes).map(([name, value]) => ({ of: 'attribute', name, value }));
}

export function isCoded(scheme: LabelScheme, name: string, value: AttributeValue): boolean {
  if (typeof value === 'boolean') return true;
  const definition = scheme.attributes.find(({ id }) => id === name);
  return definition?.kind === 'choice' && definition.choices.some(({ id }) => id === value);
}

/** What the GUID of its code is of. */
export function factWords({ of, name, value }: Fact): readonly string[] {
  return ['fact', of, name ?? '', typeof value, String(value)];
}

/** Codes for facts, those about one attribute within a code of its name. */
export function factCodes(
  facts: Iterable<Fact>,
  scheme: LabelScheme,
  language: Language,
): readonly WrittenCode[] {
  const parents = new Map<string, { readonly fact: Fact; readonly codes: WrittenCode[] }>();
  for (const fact of facts) {
    const key = JSON.stringify([fact.of, fact.name]);
    const parent = parents.get(key) ?? { fact, codes: [] };
    parents.set(key, parent);
    const name = valueName(fact, scheme, language);
    parent.codes.push({
      guid: guidOf(...factWords(fact)),
      name,
      isCodable: true,
      description: factMarks(fact),
      codes: [],
    });
  }
  return Array.from(parents.values(), ({ fact, codes }) => ({
    guid: guidOf('facts', fact.of, fact.name ?? ''),
    name: factName(fact, scheme, language),
    isCodable: false,
    description: writeMarks([['attribute', fact.name ?? fact.of]]),
    codes,
  }));
}

/** What it is called that is said: the attribute's name, or what it is beside attributes. */
export function factName({ of, name }: Fact, scheme: LabelScheme, language: Language): string {
  if (of !== 'attribute') return words[of][language];
  return scheme.attributes.find(({ id }) => id === name)?.name[language] || name || of;
}

function valueName({ of, name, value }: Fact, scheme: LabelScheme, language: Language): string {
  const text = String(value);
  if (typeof value === 'boolean' || of !== 'attribute') {
    return Object.hasOwn(words, text) ? words[text as keyof typeof words][language] : text;
  }
  const definition = scheme.attributes.find(({ id }) => id === name);
  return definition?.choices.find(({ id }) => id === value)?.name[language] || text;
}

/** The description of a code or note by which a fact is known again. A note has the value as its text. */
export function factMarks({ of, name, value }: Fact, isNote = false): string {
  return writeMarks([
    [isNote ? 'fact' : 'value', of],
    ['of', name],
    ['type', typeof value],
    ['is', isNote ? undefined : String(value)],
  ]);
}

/** The fact that a code or note of ours stands for. @param text of a note */
export function readFact(description: string, text?: string): Fact | undefined {
  const { marks, isOurs } = readMarks(description, text === undefined ? 'value' : 'fact');
  const of = marks.get(text === undefined ? 'value' : 'fact') ?? '';
  if (!isOurs || !(of === 'attribute' || Object.hasOwn(words, of))) return undefined;
  const value = readValue(marks.get('type'), text ?? marks.get('is') ?? '');
  if (of !== 'attribute') return { of: of as Fact['of'], value };
  return { of, name: marks.get('of') ?? '', value };
}

function readValue(type: string | undefined, text: string): AttributeValue {
  if (type === 'boolean') return text === 'true';
  const number = Number(text);
  return type === 'number' && text.trim() !== '' && Number.isFinite(number) ? number : text;
}
