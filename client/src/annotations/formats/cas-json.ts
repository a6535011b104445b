import { initialView, typeNames } from './cas/cas.ts';
import { sofaId, structuresOf, type WrittenStructure } from './cas/document.ts';
import { jsonReader } from './cas/json-reader.ts';
import { createTypeSystemWriter } from './cas/type-system.ts';
import { type TypeDescription, typesOf } from './cas/types.ts';
import { allHeld, foreignLosses, type Holdings, lossesOf } from './features.ts';
import type { Format, FormatWriter, OutputPiece, WritingContext } from './format.ts';
import type { TaggedText } from './tagged-text.ts';

const holdings: Holdings = { ...allHeld, orphans: 'no', foreign: 'no' };

/**
 * UIMA CAS JSON 0.4, a file for each document, as the Apache UIMA Java SDK, DKPro cassis and INCEpTION read it. Source:
 * uima-uimaj-io-jsoncas, SPECIFICATION. Where that leaves open what offsets count in, and marks them with `^`, this
 * does as the implementations do: UTF-16, without a mark.
 */
export const casJson: Format = {
  id: 'cas-json',
  unit: 'utf-16',
  holdings,
  losses: (document) => [
    ...lossesOf(document.tags, holdings, ['orphans'], 'held'),
    ...foreignLosses(document),
  ],
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
  const attributes = document.tags.flatMap((tag) => Object.keys(tag.attributes));
  const types = typesOf(scheme, attributes, language).map(
    (type) => `${JSON.stringify(type.name)}: ${JSON.stringify(describedType(type))}`,
  );
  yield {
    file,
    content: `{"%TYPES": {\n${types.join(',\n')}},\n"%FEATURE_STRUCTURES": [\n${sofaJson(document.text)}`,
  };
  const members: number[] = [];
  for (const structures of structuresOf(document, scheme)) {
    for (const { id } of structures) members.push(id);
    yield { file, content: structures.map((each) => `,\n${structureJson(each)}`).join('') };
  }
  const view = `{"%SOFA": ${sofaId}, "%MEMBERS": [${members.join(', ')}]}`;
  yield { file, content: `\n],\n"%VIEWS": {"${initialView}": ${view}}}\n` };
}

function structureJson({ id, type, place, features, references }: WrittenStructure): string {
  const at = place ? `, "begin": ${place.start}, "end": ${place.end}` : '';
  const said = features.map(([name, value]) => `, "${name}": ${JSON.stringify(value)}`).join('');
  const others = references.map(([name, to]) => `, "@${name}": ${to}`).join('');
  return `{"%ID": ${id}, "%TYPE": "${type}", "@sofa": ${sofaId}${at}${said}${others}}`;
}

function sofaJson(text: string): string {
  const features = { sofaNum: 1, sofaID: initialView, mimeType: 'text', sofaString: text };
  return JSON.stringify({ '%ID': sofaId, '%TYPE': typeNames.sofa, ...features });
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
