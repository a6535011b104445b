import { initialView, shortName, typeNames } from './cas/cas.ts';
import { charactersLost } from './cas/characters.ts';
import { sofaId, structuresOf, type WrittenStructure } from './cas/document.ts';
import { createTypeSystemWriter } from './cas/type-system.ts';
import { xmiReader } from './cas/xmi-reader.ts';
import { allHeld, foreignLosses, type Holdings, lossesOf } from './features.ts';
import type { Format, FormatWriter, OutputPiece, WritingContext } from './format.ts';
import type { TaggedText } from './tagged-text.ts';
import { countForbiddenInXml, xmlAttribute, xmlAttributes } from './xml/xml.ts';

const holdings: Holdings = { ...allHeld, orphans: 'no', foreign: 'no', characters: 'part' };

/**
 * UIMA CAS XMI, a file for each document and one with the types of all. Source: Apache UIMA Java SDK, references, 8
 * (XMI CAS serialization). The text is an attribute, whose line ends and tabs are references: a parser makes blanks of
 * them otherwise, and of CRLF one character.
 */
export const casXmi: Format = {
  id: 'cas-xmi',
  unit: 'utf-16',
  holdings,
  losses: (document, { scheme }) => [
    ...lossesOf(document.tags, holdings, ['orphans'], 'held'),
    ...foreignLosses(document),
    ...charactersLost(document, scheme, countForbiddenInXml),
  ],
  write: createWriter,
  reader: xmiReader,
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

/** Prefixes for the packages of the types that are written; the namespace of `a.b.Type` is `http:///a/b.ecore`. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['uima.cas', 'cas'],
  ['de.tudarmstadt.ukp.dkpro.core.api.metadata.type', 'metadata'],
  ['de.tudarmstadt.ukp.dkpro.core.api.segmentation.type', 'segmentation'],
  ['custom', 'custom'],
]);

const namespaces = [...prefixes]
  .map(([name, prefix]) => ` xmlns:${prefix}="http:///${name.replaceAll('.', '/')}.ecore"`)
  .join('');

function elementOf(type: string): string {
  const short = shortName(type);
  return `${prefixes.get(type.slice(0, -short.length - 1))}:${short}`;
}

function* documentPieces(document: TaggedText, { scheme }: WritingContext): Iterable<OutputPiece> {
  const file = `${document.name}.xmi`;
  const none = elementOf('uima.cas.NULL');
  yield {
    file,
    content: `<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"${namespaces} xmi:version="2.0">\n<${none} xmi:id="0"/>\n`,
  };
  const members: number[] = [];
  for (const structures of structuresOf(document, scheme)) {
    for (const { id } of structures) members.push(id);
    yield { file, content: structures.map(structureXml).join('') };
  }
  const sofa = elementOf(typeNames.sofa);
  const view = elementOf('uima.cas.View');
  yield {
    file,
    content:
      `<${sofa} xmi:id="${sofaId}" sofaNum="1" sofaID="${initialView}" mimeType="text" sofaString="${xmlAttribute(document.text)}"/>\n` +
      `<${view} sofa="${sofaId}" members="${members.join(' ')}"/>\n</xmi:XMI>\n`,
  };
}

function structureXml({ id, type, place, features, references }: WrittenStructure): string {
  const at = place ? ` begin="${place.start}" end="${place.end}"` : '';
  const said = features.map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`).join('');
  const others = xmlAttributes(Object.fromEntries(references));
  return `<${elementOf(type)} xmi:id="${id}" sofa="${sofaId}"${at}${said}${others}/>\n`;
}
