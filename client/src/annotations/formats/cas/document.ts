import type { TextRange } from '../../../../../server/src/text/range.ts';
import type { LabelScheme } from '../../labels.ts';
import type { TaggedText } from '../tagged-text.ts';
import { relationEnds, typeNames } from './cas.ts';
import { casMetadata } from './metadata.ts';
import { segmented } from './segments.ts';
import { type Features, layersOf, type SpanAnnotation } from './writing.ts';

/** The id of the structure that holds the text. 0 means none. */
export const sofaId = 1;

/** A structure of a document on its way into a file. It refers to the text, and is a member of its view. */
export interface WrittenStructure {
  /** They count on from {@link sofaId}. */
  readonly id: number;
  readonly type: string;
  /** UTF-16; absent where it is on the whole document. */
  readonly place?: TextRange;
  readonly features: Features;
  /** Features whose values are the ids of other structures. */
  readonly references: readonly (readonly [name: string, id: number])[];
}

/** All structures of a document but the one that holds its text, a bunch at a time. */
export function* structuresOf(
  document: TaggedText,
  scheme: LabelScheme,
): Iterable<readonly WrittenStructure[]> {
  let id = sofaId;
  const structure = (
    type: string,
    place: TextRange | undefined,
    features: Features = [],
    references: WrittenStructure['references'] = [],
  ): WrittenStructure => {
    id += 1;
    return { id, type, ...(place && { place }), features, references };
  };
  const { text, tags } = document;
  yield [structure(typeNames.metadata, { start: 0, end: text.length }, casMetadata(document))];
  for (const sentence of segmented(text)) {
    yield [
      structure(typeNames.sentence, sentence),
      ...sentence.tokens.map((token) => structure(typeNames.token, token)),
    ];
  }
  const layers = layersOf(tags, scheme);
  yield layers.documents.map((features) => structure(typeNames.document, undefined, features));
  const ids = new Map<SpanAnnotation, number>();
  yield layers.spans.map((span) => {
    const written = structure(typeNames.span, span, span.features);
    ids.set(span, written.id);
    return written;
  });
  yield layers.relations.map(({ label, from, to }) =>
    structure(
      typeNames.relation,
      to,
      [['label', label]],
      [
        [relationEnds.from, ids.get(from)!],
        [relationEnds.to, ids.get(to)!],
      ],
    ),
  );
}
