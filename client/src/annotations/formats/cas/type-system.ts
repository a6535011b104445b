import type { OutputPiece, WritingContext } from '../format.ts';
import type { TaggedText } from '../tagged-text.ts';
import { xmlText } from '../xml/xml.ts';
import { type TypeDescription, typesOf } from './types.ts';

/** What the file with the types is called, as in INCEpTION's exports. */
export const typeSystemFile = 'TypeSystem.xml';

/** Writes the types of all documents, in the end, into one file, from which a project of INCEpTION can get its layers. */
export interface TypeSystemWriter {
  add(document: TaggedText): void;
  end(): Iterable<OutputPiece>;
}

export function createTypeSystemWriter({ scheme, language }: WritingContext): TypeSystemWriter {
  const attributes = new Set<string>();
  return {
    add({ tags }) {
      for (const tag of tags) for (const id of Object.keys(tag.attributes)) attributes.add(id);
    },
    *end() {
      yield { file: typeSystemFile, content: typeSystemXml(typesOf(scheme, attributes, language)) };
    },
  };
}

/** Source: Apache UIMA Java SDK, references, 2.3 (type system descriptors). */
function typeSystemXml(types: readonly TypeDescription[]): string {
  const described = types.map(({ name, superType, description, features }) => {
    const lines = features.map(
      (feature) =>
        `        <featureDescription>\n          <name>${feature.name}</name>\n          <description>${xmlText(feature.description)}</description>\n          <rangeTypeName>${feature.range}</rangeTypeName>\n        </featureDescription>\n`,
    );
    const list = lines.length === 0 ? '' : `      <features>\n${lines.join('')}      </features>\n`;
    return `    <typeDescription>\n      <name>${name}</name>\n      <description>${xmlText(description)}</description>\n      <supertypeName>${superType}</supertypeName>\n${list}    </typeDescription>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n  <types>\n${described.join('')}  </types>\n</typeSystemDescription>\n`;
}
