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
  /** The digit that tags with it, `0` to `9`; absent: none. */
  readonly key?: string;
  /** What to tag with it; empty where nobody said. */
  readonly description: BilingualText;
}

/** The labels that a document is tagged with, in the order in which they are shown. */
export interface LabelScheme {
  readonly labels: readonly Label[];
}

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
};

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
