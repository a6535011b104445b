import { guessedSuggestion } from '../../guessed-suggestion.ts';
import { spareColours } from '../../label-file-parts.ts';
import {
  type AttributeChoice,
  type AttributeDefinition,
  type Label,
  type LabelScheme,
  type RelationDefinition,
  reviewedLabelId,
  sicLabel,
  sicLabelId,
} from '../../labels.ts';
import { labelColour } from '../brat/colour.ts';
import type { ReadScheme } from '../format.ts';
import { FormatProblemError } from '../format-problem.ts';
import { type InputFile, wholeText } from '../input-file.ts';
import { labelIdOf } from '../label-naming.ts';
import { type XmlStart, xmlEvents } from '../xml/xml.ts';
import { attributeOf } from './names.ts';

/** What a labelling configuration says of the labels of a project. */
export interface ConfiguredLabels {
  readonly scheme: LabelScheme;
  /** The id of the label that is stored so. */
  labelOf(written: string): string;
}

/** No configuration that people write is longer, in UTF-16 code units. */
const longest = 1_000_000;

/**
 * Reads a labelling configuration (labelstud.io/guide/setup): labels of regions, controls of regions as attributes, and
 * relations. What the labels at hand know already stays as it is.
 * @param known the labels at hand
 * @returns undefined where there are no labels in it, or it cannot be read
 */
export function readConfiguration(xml: string, known: LabelScheme): ConfiguredLabels | undefined {
  try {
    const reader = configurationOf(xml, known);
    return reader.labels.size === 0 ? undefined : reader;
  } catch (error) {
    if (error instanceof FormatProblemError) return undefined;
    throw error;
  }
}

/** The labels of a labelling configuration, as a file by itself. */
export async function readLabellingConfiguration(file: InputFile): Promise<ReadScheme> {
  const none: LabelScheme = { labels: [], groups: [], attributes: [], relations: [] };
  const { labels, scheme } = configurationOf(await wholeText(file), none);
  if (labels.size > 0) return { scheme, problems: [] };
  throw new FormatProblemError({ code: 'not-of-format', values: ['Label Studio', '<Labels>'], line: 0 });
}

/** @throws FormatProblemError where it cannot be read */
function configurationOf(xml: string, known: LabelScheme): ConfigurationReader {
  const reader = new ConfigurationReader(known);
  if (xml.length > longest) {
    throw new FormatProblemError({ code: 'too-large', values: [longest / 1_000_000], line: 0 });
  }
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'start') reader.start(event);
    else if (event.kind === 'end') reader.end(event.local);
  }
  return reader;
}

class ConfigurationReader implements ConfiguredLabels {
  readonly labels = new Map<string, Label>();
  readonly #known: LabelScheme;
  /** Ids by what is stored. */
  readonly #ids = new Map<string, string>();
  readonly #keys = new Set<string>();
  readonly #attributes = new Map<string, AttributeDefinition>();
  readonly #relations = new Map<string, RelationDefinition>();
  /** How many ids have been made of one form. */
  readonly #copies = new Map<string, number>();
  #inLabels = false;
  #header = '';
  /** The choices of a region that are being read. */
  #control: { readonly id: string; readonly name: string; readonly choices: AttributeChoice[] } | undefined;

  constructor(known: LabelScheme) {
    this.#known = known;
  }

  labelOf(written: string): string {
    return this.#ids.get(written) ?? labelIdOf(this.#known, written);
  }

  get scheme(): LabelScheme {
    const labels = [...this.labels.values()];
    const groups = new Set(labels.map(({ group }) => group));
    return {
      labels: this.labels.has(sicLabelId) ? labels : [...labels, sicLabel],
      groups: this.#known.groups.filter(({ id }) => groups.has(id)),
      attributes: [...this.#attributes.values()],
      relations: [...this.#relations.values()],
    };
  }

  start({ local, attributes }: XmlStart): void {
    const value = attributes.get('value') ?? '';
    const name = attributes.get('name') ?? '';
    const isPerRegion = attributes.get('perRegion') === 'true';
    const stored = attributes.get('alias') || value;
    if (local === 'Labels' || local === 'HyperTextLabels') this.#inLabels = true;
    else if (local === 'Header') this.#header = value;
    else if (local === 'Label' && this.#inLabels && stored !== '') {
      this.#label(stored, value, attributes.get('background') ?? '', attributes.get('hotkey') ?? '');
    } else if (local === 'Relation') this.#relation(value);
    else if (local === 'Choices' && isPerRegion) {
      this.#control = { id: attributeOf(name), name: this.#nameOf(name), choices: [] };
    } else if (local === 'Choice' && this.#control && stored !== '') {
      this.#control.choices.push({ id: stored, name: { zh: value, en: value } });
    } else if (isPerRegion && (local === 'TextArea' || local === 'Number')) {
      this.#attribute(attributeOf(name), this.#nameOf(name), local === 'Number' ? 'number' : 'text', []);
    }
  }

  end(local: string): void {
    if (local === 'Labels' || local === 'HyperTextLabels') this.#inLabels = false;
    if (local !== 'Choices' || !this.#control) return;
    const { id, name, choices } = this.#control;
    const isFlag = choices.every((choice) => choice.id === 'true' || choice.id === 'false');
    if (choices.length > 0) this.#attribute(id, name, isFlag ? 'flag' : 'choice', isFlag ? [] : choices);
    this.#control = undefined;
  }

  #label(stored: string, name: string, background: string, hotkey: string): void {
    const called = labelIdOf(this.#known, stored);
    const known = this.#known.labels.find((label) => label.id === called);
    const id = known?.id ?? this.#newId(stored);
    if (this.#ids.has(stored) || this.labels.has(id)) return;
    this.#ids.set(stored, id);
    const key = /^[0-9a-z]$/i.test(hotkey) ? hotkey.toUpperCase() : undefined;
    const isFree = key !== undefined && !this.#keys.has(key);
    if (isFree) this.#keys.add(key);
    const suggestion = guessedSuggestion([stored, name]);
    this.labels.set(
      id,
      known ?? {
        id,
        name: { zh: name, en: name },
        colour: labelColour(background) ?? spareColours[this.labels.size % spareColours.length]!,
        description: { zh: '', en: '' },
        ...(isFree && { key }),
        ...(suggestion !== undefined && { suggestion }),
      },
    );
  }

  /** The header before a control, which is for no other; else what the control is called. */
  #nameOf(control: string): string {
    const name = this.#header || attributeOf(control);
    this.#header = '';
    return name;
  }

  #relation(id: string): void {
    if (!isId(id)) return;
    const known = this.#known.relations.find((relation) => relation.id === id);
    const plain = { id, name: { zh: id, en: id }, description: { zh: '', en: '' }, from: [], to: [] };
    this.#relations.set(id, known ?? plain);
  }

  #attribute(
    id: string,
    name: string,
    kind: AttributeDefinition['kind'],
    choices: readonly AttributeChoice[],
  ): void {
    if (!isId(id)) return;
    const known = this.#known.attributes.find((attribute) => attribute.id === id && attribute.kind === kind);
    const plain = {
      id,
      name: { zh: name, en: name },
      description: { zh: '', en: '' },
      kind,
      choices,
      labels: [],
    };
    this.#attributes.set(id, known ?? plain);
  }

  /** As it is stored, where that can be an id, which is of ASCII letters, digits, `-` and `_`. */
  #newId(stored: string): string {
    if (isId(stored) && stored !== reviewedLabelId) return stored;
    const form = stored.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'label';
    let id = form;
    while (this.labels.has(id) || id === reviewedLabelId) {
      const count = (this.#copies.get(form) ?? 1) + 1;
      this.#copies.set(form, count);
      id = `${form}-${count}`;
    }
    return id;
  }
}

function isId(text: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(text) && !Object.hasOwn(Object.prototype, text);
}
