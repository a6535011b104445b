import type { SuggestionKind } from '../../../server/src/protocol.ts';
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
  readonly suggestion?: SuggestionKind | 'none';
}

/** What a label may say of suggestions. */
export const suggestionKinds = [
  'party',
  'organisation',
  'person',
  'place',
  'date',
  'instrument',
  'commitment',
  'position',
  'definition',
  'none',
] as const satisfies readonly (SuggestionKind | 'none')[];

/** Labels that belong together, as they are shown under one heading. */
export interface LabelGroup {
  readonly id: string;
  readonly name: BilingualText;
}

export const attributeKinds = ['flag', 'choice', 'text', 'number'] as const;

/** What may be said of a tag beside its label. */
export interface AttributeDefinition {
  /** ASCII, as a label's. */
  readonly id: string;
  readonly name: BilingualText;
  readonly description: BilingualText;
  readonly kind: (typeof attributeKinds)[number];
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

/**
 * The id of the mark that its reader is done with a section, or with the whole document: a tag of scope `section` or
 * `document`, in no scheme.
 */
export const reviewedLabelId = 'reviewed';

/** The id of “as printed”: where it lies, nothing is reported or cleaned. In every scheme. */
export const sicLabelId = 'sic';

/** The label of “as printed” as the built-in scheme has it. */
export const sicLabel: Label = {
  id: sicLabelId,
  name: { zh: '原文如此', en: 'As printed (sic)' },
  colour: { light: '#6b6b6b', dark: '#a8a8a8' },
  key: '0',
  description: {
    zh: '确认原文即如此：此处不报告问题，也不清理。',
    en: 'The source has it so: nothing is reported or cleaned here.',
  },
  guideline: {
    zh: '只在核对过印本之后使用：原文确实如此，不是识别或排版之误。标出有疑问的那几个字即可，连空格一起。\n\n- 原刊即作【公元二○○一年】 → 标\n- 没有印本可查 → 不标',
    en: 'Only after a look at the print: it really reads so, and is no slip of recognition or typesetting. Tag the few characters in question, spaces included.\n\n- The print has 【公元二○○一年】 → yes\n- No print at hand → no tag',
  },
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
