import { isObject, type JsonObject, type JsonValue } from '../../../../server/src/text/json.ts';
import { readDoccanoLabels } from './doccano/labels.ts';
import { readDoccano } from './doccano/reader.ts';
import { foreignLosses } from './features.ts';
import type { Format, FormatWriter, WritingContext } from './format.ts';
import { keepDocument, keptMember } from './kept/document.ts';
import { heldBeside, isForTools, keepTag } from './kept/tag.ts';
import { createUnitMap, type UnitMap } from './offset-unit.ts';
import type { TaggedText } from './tagged-text.ts';

/**
 * JSON Lines of doccano. Its back end is Python, so it counts code points (its examples/models.py); it takes the text of
 * a line as it is, with white space at either end and CRLF. What it does not know of a line becomes the example's
 * metadata, and comes back as members of the line on export (backend/data_import/pipeline/data.py, `meta`, and
 * backend/data_export/models.py, `to_dict`): there we keep what it has no room for.
 */
export const doccano: Format = {
  id: 'doccano',
  unit: 'code-points',
  corpusEnding: '.jsonl',
  holdings: heldBeside,
  losses: (document) => foreignLosses(document, 'doccano'),
  write: (context) => new DoccanoWriter(context),
  reader: {
    reads: (name) => /\.jsonl$/i.test(name),
    read: readDoccano,
  },
  schemeReader: { reads: (name) => /\.json$/i.test(name), read: readDoccanoLabels },
};

class DoccanoWriter implements FormatWriter {
  readonly #context: WritingContext;
  readonly #file: string;
  /** Whether links are written as the tool has them: it takes them in projects with relations alone. */
  readonly #hasRelations: boolean;
  /** No two spans of a file have one id. */
  #nextId = 0;
  #isEmpty = true;

  constructor(context: WritingContext) {
    this.#context = context;
    this.#file = `${context.corpus}.jsonl`;
    this.#hasRelations = context.scheme.relations.length > 0;
  }

  *document(document: TaggedText) {
    this.#isEmpty = false;
    const map = createUnitMap(document.text, 'code-points');
    const line = this.#hasRelations
      ? this.#withRelations(document, map)
      : this.#withoutRelations(document, map);
    yield { file: this.#file, content: `${JSON.stringify(line)}\n` };
  }

  *end() {
    if (this.#isEmpty) yield { file: this.#file, content: '' };
    yield {
      file: `${this.#context.corpus}.doccano-labels.json`,
      content: `${JSON.stringify(labelTypes(this.#context), undefined, 2)}\n`,
    };
  }

  /** The columns of a project with relations: backend/data_import/pipeline/examples/relation_extraction. */
  #withRelations(document: TaggedText, map: UnitMap): JsonObject {
    const entities: JsonObject[] = [];
    /** Of the first fragment of each tag. */
    const ids = new Map<string, number>();
    for (const { tag, start, end } of writtenSpans(document, map)) {
      const id = this.#nextId++;
      if (!ids.has(tag.id)) ids.set(tag.id, id);
      entities.push({ id, label: tag.label, start_offset: start, end_offset: end });
    }
    const relations: JsonObject[] = [];
    for (const tag of document.tags) {
      for (const { type, target } of tag.relations) {
        const [from, to] = [ids.get(tag.id), ids.get(target)];
        if (from !== undefined && to !== undefined) {
          relations.push({ id: this.#nextId++, from_id: from, to_id: to, type });
        }
      }
    }
    return { text: document.text, entities, relations, ...this.#beside(document, map, ids) };
  }

  /** Those of one without: backend/data_export/pipeline/examples/sequence_labeling. */
  #withoutRelations(document: TaggedText, map: UnitMap): JsonObject {
    const label = Array.from(writtenSpans(document, map), ({ tag, start, end }) => [start, end, tag.label]);
    return { text: document.text, label, ...this.#beside(document, map, new Map()) };
  }

  #beside(document: TaggedText, map: UnitMap, entities: ReadonlyMap<string, number>): JsonObject {
    const tags = document.tags.map((tag) => {
      const isInTool = ({ target }: { readonly target: string }) =>
        entities.has(tag.id) && entities.has(target);
      return keepTag(tag.relations.every(isInTool) ? { ...tag, relations: [] } : tag, map);
    });
    const foreign = document.foreign?.doccano;
    return {
      ...(isObject(foreign) && foreign),
      document: document.name,
      [keptMember]: keepDocument(document, tags),
    };
  }
}

/** The fragments of the tags that doccano is to have, in code points. */
function* writtenSpans({ tags }: TaggedText, map: UnitMap) {
  for (const tag of tags.filter(isForTools)) {
    for (const span of tag.spans) {
      const [start, end] = [map.fromUtf16(span.start), map.fromUtf16(span.end)];
      if (start < end) yield { tag, start, end };
    }
  }
}

/** What its page of labels imports; a key is a digit or a small letter (backend/label_types/models.py). */
function labelTypes({ scheme }: WritingContext): JsonValue {
  const keys = new Set<string>();
  return scheme.labels.map(({ id, key, colour }) => {
    const wanted = key?.toLowerCase();
    const free = wanted !== undefined && !keys.has(wanted) ? wanted : undefined;
    if (free !== undefined) keys.add(free);
    return {
      text: id,
      ...(free !== undefined && { suffix_key: free }),
      background_color: colour.light,
      text_color: '#ffffff',
    };
  });
}
