import { allHeld, foreignLosses, type Holdings, type Loss, lossesOf } from './features.ts';
import type { Format, ReadDocument, ReadingContext } from './format.ts';
import type { FormatProblem } from './format-problem.ts';
import { type InputFile, wholeFile } from './input-file.ts';
import { QdpxArchive } from './refi/qdpx-archive.ts';
import { readIndex } from './refi/qdpx-index.ts';
import { SourceReader } from './refi/qdpx-reader.ts';
import { QdpxWriter } from './refi/qdpx-writer.ts';
import { countForbiddenAround } from './xml/characters.ts';
import { childrenOf, elementsAt, type XmlElement } from './xml/tree.ts';

const holdings: Holdings = { ...allHeld, orphans: 'no', foreign: 'no', characters: 'part' };

/**
 * The project that programs for qualitative analysis exchange: an archive with `project.qde` and the texts. Sources:
 * REFI-QDA 1.5 and its Project.xsd of 18 March 2019 (urn:QDA-XML:project:1.0).
 */
export const qdpx: Format = {
  id: 'qdpx',
  corpusEnding: '.qdpx',
  unit: 'code-points',
  holdings,
  losses(document) {
    const losses: Loss[] = [...lossesOf(document.tags, holdings), ...foreignLosses(document)];
    // The text is UTF-8, and all else XML.
    const count = (document.text.match(loneHalves)?.length ?? 0) + countForbiddenAround(document);
    return count === 0 ? losses : [...losses, { feature: 'characters', count, tags: [], tagsLeftOut: false }];
  },
  write: (context) => new QdpxWriter(context),
  reader: { reads, read },
  schemeReader: {
    reads,
    async read(file) {
      const { scheme } = readIndex(new QdpxArchive(await wholeFile(file)));
      return { scheme, problems: [] };
    },
  },
};

function reads(name: string): boolean {
  return /\.qdpx$/i.test(name);
}

async function* read(file: InputFile, { scheme }: ReadingContext): AsyncIterable<ReadDocument> {
  const archive = new QdpxArchive(await wholeFile(file));
  const index = readIndex(archive);
  const within = `${file.name}/project.qde`;
  let problems: FormatProblem[] = [];
  for (const { element, within: path } of elementsAt(archive.events(), 2)) {
    if (path[1] !== 'Sources') continue;
    const source = textSourceOf(element);
    if (!source) {
      const name = `${element.local} ${element.attributes.get('name') ?? ''}`;
      problems.push({ code: 'not-read', values: [name], line: element.line, file: within });
      continue;
    }
    const document = new SourceReader(archive, index, source, scheme, within).read();
    yield { ...document, problems: [...problems, ...document.problems] };
    problems = [];
  }
  // What is left has no document that it could be told with.
  if (problems.length > 0) {
    yield { document: { name: file.name, text: '', tags: [], annotator: '' }, problems };
  }
}

/** A text, or that which a PDF is also given as. */
function textSourceOf(element: XmlElement): XmlElement | undefined {
  if (element.local === 'TextSource') return element;
  const representation = element.local === 'PDFSource' ? childrenOf(element, 'Representation')[0] : undefined;
  const name = element.attributes.get('name');
  return representation && name !== undefined
    ? { ...representation, attributes: new Map([...representation.attributes, ['name', name]]) }
    : representation;
}

const loneHalves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
