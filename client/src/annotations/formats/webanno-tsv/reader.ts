import { documentOf } from '../cas/reading.ts';
import type { FormatReader } from '../format.ts';
import { formatNames } from '../format-names.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { wholeText } from '../input-file.ts';
import { readOrigin } from '../kept/origin.ts';
import { TsvAnnotations } from './annotations.ts';
import { addLayer, type TsvLayer, typesOfLayers } from './columns.ts';
import { unescaped } from './escapes.ts';

export const tsvReader: FormatReader = {
  reads: (name) => /\.tsv$/i.test(name),
  async *read(file, context) {
    const lines = (await wholeText(file)).split('\n').map((line) => line.replace(/\r$/, ''));
    const problems: FormatProblem[] = [];
    const layers: TsvLayer[] = [];
    if (!/^#FORMAT=WebAnno TSV 3(?:\.\d+)?$/.test(lines[0]!.trim())) {
      const values = [formatNames['webanno-tsv'], lines[0]!];
      throw new FormatProblemError({ code: 'not-of-format', values, line: 1 });
    }
    let at = 1;
    while (at < lines.length && addLayer(lines[at]!, layers)) at += 1;
    const annotations = new TsvAnnotations(layers, problems);
    const text = readBody(lines, at, annotations, problems);
    const { structures, quotes } = annotations.finish();
    const cas = { text, types: typesOfLayers(layers), structures };
    const name = file.name.replace(/\.tsv$/i, '');
    const read = documentOf(cas, name, context.scheme, quotes);
    const document = { ...read.document, ...(await readOrigin(name, context)) };
    yield { ...read, document, problems: [...problems, ...read.problems] };
  },
};

/** More white space than the sentences of a document have between them, all together. */
const widestGaps = 1_000_000;

/**
 * The text: each sentence begins where its first token does; behind it is a line feed, unless the next one begins
 * right there. (Tsv3XDeserializer; it leaves the line feed behind the last one too, which the document may never have
 * had.)
 */
function readBody(
  lines: readonly string[],
  from: number,
  annotations: TsvAnnotations,
  problems: FormatProblem[],
): string {
  const pieces: string[] = [];
  let length = 0;
  let gaps = 0;
  let sentence: string[] = [];
  // What is in front of a sentence is known when its first token is.
  const begin = (start: number, line: number) => {
    const gap = start - length;
    const isKnown = gap >= 0 && gap + gaps <= widestGaps;
    if (!isKnown) problems.push({ code: 'left-out', values: [lines[line - 1]!], line });
    const before =
      !isKnown || gap === 0 ? '' : pieces.length === 0 ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`;
    const text = sentence.join('\n');
    pieces.push(before, text);
    gaps += before.length;
    length += before.length + text.length;
    sentence = [];
  };
  for (const [i, line] of lines.entries()) {
    if (i < from || line === '') continue;
    if (line.startsWith('#')) {
      if (line.startsWith('#Text=')) sentence.push(unescaped(line.slice('#Text='.length)));
      continue;
    }
    const [id = '', range = '', words = '', ...cells] = line.split('\t');
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(range) ?? [];
    if (!/^\d+-\d+(?:\.\d+)?$/.test(id) || start === undefined || end === undefined) {
      problems.push({ code: 'left-out', values: [line], line: i + 1 });
      continue;
    }
    if (sentence.length > 0) begin(Number(start), i + 1);
    annotations.addRow({ id, start: Number(start), end: Number(end), words, line: i + 1 }, cells);
  }
  if (sentence.length > 0) begin(length === 0 ? 0 : length + 1, lines.length);
  return pieces.join('');
}
