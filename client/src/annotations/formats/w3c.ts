import { allHeld, foreignLosses, type Holdings } from './features.ts';
import type { Format, FormatReader, OutputPiece } from './format.ts';
import { createUnitMap } from './offset-unit.ts';
import type { TaggedText } from './tagged-text.ts';
import { annotationOf, foreignParts, headOf, jsonLine } from './w3c/annotation.ts';
import { readFile } from './w3c/file.ts';

/** All of it: what the model has no words for are members of our own, which other programs pass over. Of what else files say, its own. */
const holdings: Holdings = { ...allHeld, foreign: 'part' };

/**
 * W3C Web Annotation (Data Model, Recommendation of 23 February 2017): beside each text a collection of one page, as
 * JSON-LD. Positions are code points of the text as it is written here, every line end as it stands: a CRLF is two.
 * (A sidecar, which must hold whatever the line ends become, counts it as one.) Quotes are the words as they stand.
 */
export const w3c: Format = {
  id: 'w3c',
  unit: 'code-points',
  holdings,
  losses: (document) => foreignLosses(document, 'w3c'),
  write: () => ({ document: written, end: () => [] }),
  reader: {
    // Files of our own beside the texts are no annotations of another program.
    reads: (name) => /\.(?:jsonld|json)$/i.test(name) && !/\.(?:annotations|jiaozhu)\.json$/.test(name),
    read: readFile,
  } satisfies FormatReader,
};

function* written(document: TaggedText): Iterable<OutputPiece> {
  yield { file: document.name, content: document.text };
  const file = `${document.name}.jsonld`;
  const { open, close } = headOf(document, file);
  yield { file, content: open };
  const map = createUnitMap(document.text, 'code-points');
  let separator = '\n';
  for (const tag of document.tags) {
    yield { file, content: `${separator}${jsonLine(annotationOf(tag, document, map))}` };
    separator = ',\n';
  }
  for (const item of foreignParts(document).items) {
    yield { file, content: `${separator}${jsonLine(item)}` };
    separator = ',\n';
  }
  yield { file, content: close };
}
