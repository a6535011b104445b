import type { AttributeValue } from './annotation.ts';

/** A text in the product's two languages. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** A label's colour on light and on dark themes, each `#rrggbb`. */
export interface LabelColour {
  readonly light: string;
  readonly dark: string;
}

export interface Label {
  /** ASCII (letters, digits, `-`, `_`), so that every interchange format can hold it. */
  readonly id: string;
  readonly name: BilingualText;
  readonly colour: LabelColour;
  /**
   * The key that tags with it: a digit, or a capital letter (in tagging mode, with Shift); the small letters are
   * the commands'. Absent: none.
   */
  readonly key?: string;
  /** What to tag with it, in a sentence; empty where nobody said. */
  readonly description: BilingualText;
  /** How to decide, at length and with examples: Markdown; absent where nobody said. */
  readonly guideline?: BilingualText;
  /** The id of its group; absent, or of a group that the scheme does not know: none. */
  readonly group?: string;
  /** The kind of suggestions that are offered for it; absent: the kind that is named as the label is, if there is one. */
  readonly suggestion?: string;
}

/** Labels that belong together, as they are shown under one heading. */
export interface LabelGroup {
  readonly id: string;
  readonly name: BilingualText;
}

/** What may be said of a tag beside its label. */
export interface AttributeDefinition {
  /** ASCII, as a label's. */
  readonly id: string;
  readonly name: BilingualText;
  readonly description: BilingualText;
  readonly kind: 'flag' | 'choice' | 'text' | 'number';
  /** Of a choice: what can be chosen, one at least; of other kinds: none. */
  readonly choices: readonly AttributeChoice[];
  /** What a new tag has; absent: the attribute is not set. A truth value, a choice's id, a text or a number, as the kind is. */
  readonly default?: AttributeValue;
  /** The ids of the labels whose tags have it; empty: all. */
  readonly labels: readonly string[];
}

export interface AttributeChoice {
  /** What is stored: any text that is not empty, such as 重申. */
  readonly id: string;
  readonly name: BilingualText;
}

/** A link that may be made from one tag to another. */
export interface RelationDefinition {
  /** ASCII, as a label's. */
  readonly id: string;
  readonly name: BilingualText;
  readonly description: BilingualText;
  /** The ids of the labels that it may lead from, and to; empty: any. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What a document is tagged with; all in the order in which it is shown. */
export interface LabelScheme {
  readonly labels: readonly Label[];
  readonly groups: readonly LabelGroup[];
  readonly attributes: readonly AttributeDefinition[];
  readonly relations: readonly RelationDefinition[];
}

/** The id of the mark on a section that its reader is done with it: a tag of scope `section`, in no scheme. */
export const reviewedLabelId = 'reviewed';

/** The id of “as printed”: where it lies, nothing is reported or cleaned. In every scheme. */
export const sicLabelId = 'sic';

const sic: Label = {
  id: sicLabelId,
  name: { zh: '原文如此', en: 'As printed (sic)' },
  colour: { light: '#6b6b6b', dark: '#a8a8a8' },
  key: '0',
  description: {
    zh: '确认原文即如此：此处不报告问题，也不清理。',
    en: 'The source has it so: nothing is reported or cleaned here.',
  },
};

/** The labels for diplomatic texts that are used where a folder brings none of its own. */
export const diplomaticScheme: LabelScheme = {
  labels: [
    {
      id: 'party',
      name: { zh: '当事方', en: 'Party' },
      colour: { light: '#b5200d', dark: '#f48771' },
      key: '1',
      description: {
        zh: '发表或签署本文件的国家、政府或一方，如“中方”“双方”。',
        en: 'A state, government or side that issues or signs the document, such as “the Chinese side”.',
      },
    },
    {
      id: 'organisation',
      name: { zh: '组织', en: 'Organisation' },
      colour: { light: '#7a3e9d', dark: '#c99ae8' },
      key: '2',
      description: {
        zh: '国际组织、机构、机制或论坛。',
        en: 'An international organisation, body, mechanism or forum.',
      },
    },
    {
      id: 'person',
      name: { zh: '人物', en: 'Person' },
      colour: { light: '#0b6e4f', dark: '#5fd3a8' },
      key: '3',
      description: { zh: '人名及其职衔。', en: 'A person, with title and office.' },
    },
    {
      id: 'place',
      name: { zh: '地点', en: 'Place' },
      colour: { light: '#8a5a00', dark: '#e0b052' },
      key: '4',
      description: {
        zh: '城市、地区、海域等地名；作为一方的国家请用“当事方”。',
        en: 'A city, region, sea and the like; a state that acts is a party.',
      },
    },
    {
      id: 'date',
      name: { zh: '日期', en: 'Date' },
      colour: { light: '#005f9e', dark: '#6cb8f0' },
      key: '5',
      description: { zh: '日期或时期。', en: 'A date or a period.' },
    },
    {
      id: 'instrument',
      name: { zh: '文书', en: 'Instrument' },
      colour: { light: '#3b4bc4', dark: '#a3aef5' },
      key: '6',
      description: {
        zh: '所援引的条约、公约、声明、公报、决议等。',
        en: 'A treaty, convention, declaration, communiqué or resolution that is cited.',
      },
    },
    {
      id: 'commitment',
      name: { zh: '承诺', en: 'Commitment' },
      colour: { light: '#a0195f', dark: '#f08cc0' },
      key: '7',
      description: {
        zh: '一方或各方承担、允诺或同意要做的事。',
        en: 'What one side or all undertake, promise or agree to do.',
      },
    },
    {
      id: 'position',
      name: { zh: '立场', en: 'Position' },
      colour: { light: '#5c6b00', dark: '#c3d24a' },
      key: '8',
      description: {
        zh: '表明的态度：支持、反对、谴责、关切、重申等。',
        en: 'A stance that is stated: support, opposition, condemnation, concern, reaffirmation.',
      },
    },
    {
      id: 'definition',
      name: { zh: '定义', en: 'Definition' },
      colour: { light: '#00696b', dark: '#56d0d2' },
      key: '9',
      description: {
        zh: '给出简称或含义之处，如“以下简称……”。',
        en: 'Where a short form or a meaning is given, such as “hereinafter …”.',
      },
    },
    sic,
  ],
  groups: [],
  attributes: [],
  relations: [],
};

/** The attributes that tags with a label have. */
export function attributesOf(scheme: LabelScheme, label: string): readonly AttributeDefinition[] {
  return scheme.attributes.filter(({ labels }) => labels.length === 0 || labels.includes(label));
}

/** The relations that may lead from a tag with one label to a tag with another; without `to`, to any. */
export function relationsBetween(
  scheme: LabelScheme,
  from: string,
  to?: string,
): readonly RelationDefinition[] {
  const allows = (labels: readonly string[], label: string) => labels.length === 0 || labels.includes(label);
  return scheme.relations.filter(
    (relation) => allows(relation.from, from) && (to === undefined || allows(relation.to, to)),
  );
}

/** The label of “as printed” as the built-in scheme has it. */
export const sicLabel: Label = sic;

/**
 * The label with this id; for an id that the scheme does not know, a grey label named by the id, so that
 * the tags which carry it are kept and shown.
 */
export function labelOf(scheme: LabelScheme, id: string): Label & { readonly known: boolean } {
  const label = scheme.labels.find((each) => each.id === id);
  return label ? { ...label, known: true } : { ...unknownLabel(id), known: false };
}

function unknownLabel(id: string): Label {
  return {
    id,
    name: { zh: id, en: id },
    colour: { light: '#5f5f5f', dark: '#b0b0b0' },
    description: { zh: '当前标签方案中没有此标签。', en: 'This label is not in the current scheme.' },
  };
}
