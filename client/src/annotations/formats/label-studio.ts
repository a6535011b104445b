import { isObject, type JsonObject } from '../../../../server/src/text/json.ts';
import type { Annotation } from '../annotation.ts';
import { type AttributeDefinition, type LabelScheme, reviewedLabelId } from '../labels.ts';
import { foreignLosses } from './features.ts';
import type { Format, FormatWriter, OutputPiece, WritingContext } from './format.ts';
import { memberOf } from './json-file.ts';
import { keepDocument, keptMember } from './kept/document.ts';
import { heldBeside, isForTools, keepTag } from './kept/tag.ts';
import { LabellingConfiguration } from './label-studio/configuration.ts';
import { attributeControl, control, documentKey } from './label-studio/names.ts';
import { readLabelStudio } from './label-studio/reader.ts';
import { readLabellingConfiguration } from './label-studio/scheme.ts';
import { createUnitMap, type UnitMap } from './offset-unit.ts';
import type { TaggedText } from './tagged-text.ts';

/**
 * Tasks of Label Studio (labelstud.io/guide/task_format). Its editor counts code points (web/libs/editor/src/utils/
 * selection-tools, `charsToCodePoints`; issue 1347 tells how it was before), and CRLF as two of them (tags/object/Text.js). An
 * id of a region is of the characters A-Za-z0-9_- (labelstud.io/guide/export). The `meta` of a task is kept and given
 * back: there we keep what it has no room for.
 */
export const labelStudio: Format = {
  id: 'label-studio',
  unit: 'code-points',
  corpusEnding: '.json',
  holdings: heldBeside,
  losses: (document) => foreignLosses(document, 'label-studio'),
  write: (context) => new LabelStudioWriter(context),
  reader: {
    reads: (name) => /\.json$/i.test(name) && !/(?:\.annotations|\.jiaozhu|labels)\.json$/i.test(name),
    read: readLabelStudio,
  },
  schemeReader: { reads: (name) => /\.xml$/i.test(name), read: readLabellingConfiguration },
};

class LabelStudioWriter implements FormatWriter {
  readonly #context: WritingContext;
  readonly #file: string;
  readonly #configuration: LabellingConfiguration;
  #isFirst = true;

  constructor(context: WritingContext) {
    this.#context = context;
    this.#file = `${context.corpus}.json`;
    this.#configuration = new LabellingConfiguration(context);
  }

  *document(document: TaggedText): Iterable<OutputPiece> {
    this.#configuration.add(document);
    const task = JSON.stringify(taskOf(document, this.#context.scheme));
    yield { file: this.#file, content: `${this.#isFirst ? '[' : ','}\n${task}` };
    this.#isFirst = false;
  }

  *end(): Iterable<OutputPiece> {
    yield { file: this.#file, content: this.#isFirst ? '[]\n' : '\n]\n' };
    yield { file: `${this.#context.corpus}.label-studio.xml`, content: this.#configuration.xml() };
  }
}

function taskOf(document: TaggedText, scheme: LabelScheme): JsonObject {
  const map = createUnitMap(document.text, 'code-points');
  const results = new TaskResults(document, map, scheme);
  const foreign = document.foreign?.['label-studio'];
  const [data, meta, strange] = ['data', 'meta', 'results'].map((name) => memberOf(foreign, name));
  const accepted = [...results.of('accepted'), ...(Array.isArray(strange) ? strange : [])];
  const suggested = results.of('suggested');
  return {
    data: { ...(isObject(data) && data), text: document.text, document: document.name },
    annotations: accepted.length > 0 ? [{ result: accepted }] : [],
    predictions: suggested.length > 0 ? [{ model_version: 'jiaozhu', result: suggested }] : [],
    meta: { ...(isObject(meta) && meta), [keptMember]: keepDocument(document, results.kept()) },
  };
}

/** The results of a task, accepted ones in its annotation and suggested ones in its prediction. */
class TaskResults {
  readonly #document: TaggedText;
  readonly #map: UnitMap;
  readonly #attributes: ReadonlyMap<string, AttributeDefinition>;
  /** Of each tag that has regions, their ids; the first has what is said of the tag. */
  readonly #regions = new Map<string, readonly string[]>();
  /** Of each tag by its id. */
  readonly #reviews: ReadonlyMap<string, Annotation['review']>;
  /** The tags of the whole document that are choices: one for each label, an accepted one where there is one. */
  readonly #choices = new Map<string, Annotation>();

  constructor(document: TaggedText, map: UnitMap, scheme: LabelScheme) {
    this.#document = document;
    this.#map = map;
    this.#attributes = new Map(scheme.attributes.map((attribute) => [attribute.id, attribute]));
    this.#reviews = new Map(document.tags.map(({ id, review }) => [id, review]));
    const newId = uniqueIds();
    for (const tag of document.tags) {
      if (isForTools(tag)) {
        const spans = tag.spans.filter(({ start, end }) => start < end);
        this.#regions.set(
          tag.id,
          spans.map(() => newId(tag.id)),
        );
      } else if (tag.scope === 'document' && tag.review !== 'rejected' && tag.label !== reviewedLabelId) {
        const before = this.#choices.get(tag.label);
        if (!before || (before.review === 'suggested' && tag.review === 'accepted')) {
          this.#choices.set(tag.label, tag);
        }
      }
    }
  }

  of(review: 'accepted' | 'suggested'): JsonObject[] {
    const tags = this.#document.tags.filter((tag) => tag.review === review);
    const labels = [...this.#choices.values()]
      .filter((tag) => tag.review === review)
      .map(({ label }) => label);
    return [
      ...tags.flatMap((tag) => this.#regionsOf(tag)),
      ...(labels.length > 0
        ? [{ id: control.document, ...placed(control.document), type: 'choices', value: { choices: labels } }]
        : []),
      ...tags.flatMap((tag) => this.#relationsOf(tag)),
    ];
  }

  /** What the results do not say, each with the keys by which its own are known again. */
  kept(): JsonObject[] {
    return this.#document.tags.map((tag) => {
      const regions = this.#regions.get(tag.id);
      const isChoice = this.#choices.get(tag.label) === tag;
      const keys = regions ?? (isChoice ? [documentKey(tag.label)] : []);
      if (!regions) return { ...keepTag(tag, this.#map), keys };
      const isHeld = tag.relations.every(({ target }) => this.#holds(tag, target));
      const attributes = Object.entries(tag.attributes).filter(
        ([id, value]) => !resultOf(this.#attributes.get(id), value),
      );
      const rest = {
        ...tag,
        note: '',
        attributes: Object.fromEntries(attributes),
        relations: isHeld ? [] : tag.relations,
      };
      return { ...keepTag(rest, this.#map), keys };
    });
  }

  #regionsOf(tag: Annotation): JsonObject[] {
    const ids = this.#regions.get(tag.id);
    if (!ids) return [];
    const spans = tag.spans.filter(({ start, end }) => start < end);
    return spans.flatMap(({ start, end }, index): JsonObject[] => {
      const id = ids[index]!;
      const words = this.#document.text.slice(start, end);
      const place = { start: this.#map.fromUtf16(start), end: this.#map.fromUtf16(end) };
      const region = {
        id,
        ...placed(control.labels),
        type: 'labels',
        value: { ...place, text: words, labels: [tag.label] },
      };
      if (index > 0) return [region];
      const attributes = Object.entries(tag.attributes).flatMap(([name, value]): JsonObject[] => {
        const result = resultOf(this.#attributes.get(name), value);
        if (!result) return [];
        const { type, ...said } = result;
        return [{ id, ...placed(attributeControl(name)), type, value: { ...place, text: words, ...said } }];
      });
      return [{ ...region, ...(tag.note !== '' && { meta: { text: [tag.note] } }) }, ...attributes];
    });
  }

  #relationsOf(tag: Annotation): JsonObject[] {
    return tag.relations.flatMap(({ type, target }): JsonObject[] => {
      if (!this.#holds(tag, target)) return [];
      const [from_id, to_id] = [this.#regions.get(tag.id)![0]!, this.#regions.get(target)![0]!];
      return [{ from_id, to_id, type: 'relation', direction: 'right', labels: [type] }];
    });
  }

  /** Whether a link can be a relation: within an annotation, or within a prediction. */
  #holds(tag: Annotation, target: string): boolean {
    const has = (id: string) => (this.#regions.get(id)?.length ?? 0) > 0;
    return has(tag.id) && has(target) && this.#reviews.get(target) === tag.review;
  }
}

function placed(fromName: string): { readonly from_name: string; readonly to_name: string } {
  return { from_name: fromName, to_name: control.text };
}

/** What the control of an attribute says where it is set; undefined where there is none that could say it. */
function resultOf(
  attribute: AttributeDefinition | undefined,
  value: Annotation['attributes'][string],
): (JsonObject & { readonly type: string }) | undefined {
  switch (attribute?.kind) {
    case 'flag':
      return typeof value === 'boolean' ? { type: 'choices', choices: [String(value)] } : undefined;
    case 'number':
      return typeof value === 'number' ? { type: 'number', number: value } : undefined;
    case 'text':
      return typeof value === 'string' && value !== '' ? { type: 'textarea', text: [value] } : undefined;
    case 'choice':
      // As “true” it would be taken for that of a flag where the scheme is not at hand.
      return typeof value === 'string' && !/^(?:true|false)?$/.test(value)
        ? { type: 'choices', choices: [value] }
        : undefined;
    default:
      return undefined;
  }
}

/** Ids of regions, each another, as like those of their tags as can be. */
function uniqueIds(): (id: string) => string {
  const taken = new Set<string>([control.document]);
  const counts = new Map<string, number>();
  return (id) => {
    const form = id.replace(/^urn:uuid:/, '').replace(/[^A-Za-z0-9_-]/g, '_') || 'region';
    let unique = form;
    while (taken.has(unique)) {
      const count = (counts.get(form) ?? 1) + 1;
      counts.set(form, count);
      unique = `${form}-${count}`;
    }
    taken.add(unique);
    return unique;
  };
}
