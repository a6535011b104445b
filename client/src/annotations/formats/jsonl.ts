import type { JsonObject } from '../../../../server/src/text/json.ts';
import { serialiseLabels } from '../label-file.ts';
import { allHeld } from './features.ts';
import type { Format } from './format.ts';
import { readLabelFile } from './jsonl/labels.ts';
import { jsonlReader } from './jsonl/reader.ts';
import { jsonlVersion, type Line, writeJsonlTag } from './jsonl/tag.ts';
import { createUnitMap } from './offset-unit.ts';
import type { TaggedText } from './tagged-text.ts';

/**
 * JSON Lines (jsonlines.org) of a whole corpus: a document a line, with its text and all that is said of its tags.
 * The labels stand beside it in a file that can be taken as `.jiaozhu/labels.json`. Positions count code points, as
 * Python and R do.
 */
export const jsonl: Format = {
  id: 'jsonl',
  unit: 'code-points',
  corpusEnding: '.jsonl',
  holdings: allHeld,
  losses: () => [],
  write({ scheme, corpus }) {
    const file = `${corpus}.jsonl`;
    return {
      *document(document) {
        yield { file, content: `${JSON.stringify(lineOf(document))}\n` };
      },
      *end() {
        // A corpus of no documents is a file all the same.
        yield { file, content: '' };
        yield { file: `${corpus}.labels.json`, content: serialiseLabels(scheme) };
      },
    };
  },
  reader: jsonlReader,
  schemeReader: { reads: (name) => /\.json$/i.test(name), read: readLabelFile },
};

function lineOf({ name, path, annotator, form, text, tags, foreign }: TaggedText): Line & JsonObject {
  const map = createUnitMap(text, 'code-points');
  return {
    jiaozhu: jsonlVersion,
    name,
    ...(path !== undefined && { path }),
    ...(annotator !== '' && { annotator }),
    ...(form && { form }),
    text,
    tags: tags.map((tag) => writeJsonlTag(tag, text, map)),
    ...(foreign && { foreign }),
  };
}
