import { initialView, relationEnds, typeNames } from './cas.ts';
import { jsonReader } from './cas-json-reader.ts';
import { casMetadata } from './cas-metadata.ts';
import { segmented } from './cas-segments.ts';
import { type TypeDescription, typesOf } from './cas-types.ts';
import { type Features, layersOf, type SpanAnnotation } from './cas-writing.ts';
import { type Holdings, lossesOf } from './features.ts';
import type { Format, FormatWriter, OutputPiece, WritingContext } from './format.ts';
import type { TaggedText } from './tagged-text.ts';
import { createTypeSystemWriter } from './type-system.ts';

const holdings: Holdings = {
  fragments: 'yes',
  overlaps: 'yes',
  attributes: 'yes',
  relations: 'yes',
  chains: 'yes',
  notes: 'yes',
  sections: 'yes',
  documents: 'yes',
  orphans: 'no',
  reviews: 'yes',
  people: 'yes',
  times: 'yes',
  ids: 'yes',
  characters: 'yes',
};

/**
 * UIMA CAS JSON 0.4, a file for each document, as the Apache UIMA Java SDK, DKPro cassis and INCEpTION read it. Source:
 * uima-uimaj-io-jsoncas, SPECIFICATION. Where that leaves open what offsets count in, and marks them with `^`, this
 * does as the implementations do: UTF-16, without a mark.
 */
export const casJson: Format = {
  id: 'cas-json',
  unit: 'utf-16',
  holdings,
  losses: ({ tags }) => lossesOf(tags, holdings, ['orphans'], 'held'),
  write: createWriter,
  reader: jsonReader,
};

function createWriter(context: WritingContext): FormatWriter {
  const typeSystem = createTypeSystemWriter(context);
  return {
    *document(document) {
      typeSystem.add(document);
      yield* documentPieces(document, context);
    },
    end: () => typeSystem.end(),
  };
}

function* documentPieces(document: TaggedText, { scheme, language }: WritingContext): Iterable<OutputPiece> {
  const file = `${document.name}.json`;
  const { text, tags } = document;
  const types = typesOf(
    scheme,
    tags.flatMap(({ attributes }) => Object.keys(attributes)),
    language,
  );
  const typesJson = types.map(
    (type) => `${JSON.stringify(type.name)}: ${JSON.stringify(describedType(type))}`,
  );
  // The structures count from 1: the text, then all that is on it. 0 means none.
  let count = 1;
  const structure = (type: string, members: string) => {
    count += 1;
    return `,\n{"%ID": ${count}, "%TYPE": "${type}", "@sofa": 1${members}}`;
  };
  const place = ({ start, end }: { readonly start: number; readonly end: number }) =>
    `, "begin": ${start}, "end": ${end}`;
  const metadata = place({ start: 0, end: text.length }) + membersJson(casMetadata(document));
  yield {
    file,
    content: `{"%TYPES": {\n${typesJson.join(',\n')}},\n"%FEATURE_STRUCTURES": [\n${sofaJson(text)}${structure(typeNames.metadata, metadata)}`,
  };
  for (const sentence of segmented(text)) {
    const lines = [structure(typeNames.sentence, place(sentence))];
    for (const token of sentence.tokens) lines.push(structure(typeNames.token, place(token)));
    yield { file, content: lines.join('') };
  }
  const layers = layersOf(tags, scheme);
  const ids = new Map<SpanAnnotation, number>();
  for (const features of layers.documents) {
    yield { file, content: structure(typeNames.document, membersJson(features)) };
  }
  for (const span of layers.spans) {
    const content = structure(typeNames.span, place(span) + membersJson(span.features));
    ids.set(span, count);
    yield { file, content };
  }
  for (const { label, from, to } of layers.relations) {
    const ends = `, "@${relationEnds.from}": ${ids.get(from)}, "@${relationEnds.to}": ${ids.get(to)}`;
    yield {
      file,
      content: structure(typeNames.relation, `${place(to)}${membersJson([['label', label]])}${ends}`),
    };
  }
  const members = Array.from({ length: count - 1 }, (_, i) => i + 2).join(', ');
  yield {
    file,
    content: `\n],\n"%VIEWS": {"${initialView}": {"%SOFA": 1, "%MEMBERS": [${members}]}}}\n`,
  };
}

function sofaJson(text: string): string {
  const features = { sofaNum: 1, sofaID: initialView, mimeType: 'text', sofaString: text };
  return JSON.stringify({ '%ID': 1, '%TYPE': typeNames.sofa, ...features });
}

function membersJson(features: Features): string {
  return features.map(([name, value]) => `, "${name}": ${JSON.stringify(value)}`).join('');
}

function describedType({ name, superType, description, features }: TypeDescription): object {
  const described = features.map((feature) => [
    feature.name,
    {
      '%NAME': feature.name,
      '%RANGE': feature.range,
      ...(feature.description !== '' && { '%DESCRIPTION': feature.description }),
    },
  ]);
  return {
    '%NAME': name,
    '%SUPER_TYPE': superType,
    ...(description !== '' && { '%DESCRIPTION': description }),
    ...Object.fromEntries(described),
  };
}
