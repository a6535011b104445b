import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import type { Format, ReadDocument } from '../../../client/src/annotations/formats/format.ts';
import { describeFormatProblem } from '../../../client/src/annotations/formats/format-problem.ts';
import { createTag } from './example-tag.ts';
import { readAll, written } from './round-trip.ts';

/** Reads one file, beside which there may be others. */
export async function readOne(
  format: Format,
  name: string,
  content: string,
  others: Readonly<Record<string, string>> = {},
): Promise<ReadDocument> {
  const files = Object.entries({ [name]: content, ...others });
  const read = await readAll(
    format,
    new Map(files.map(([path, text]) => [path, new TextEncoder().encode(text)])),
  );
  return read[0]!;
}

/** The files of one document, as text, by their paths. */
export function writtenText(
  format: Format,
  text: string,
  tags: readonly Annotation[],
): Readonly<Record<string, string>> {
  const files = written(format, [{ name: '甲.txt', text, tags, annotator: '' }]);
  return Object.fromEntries([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

/** Each tag as `label: words`, fragments with `…` between them, with its attributes and links where it has some. */
export function inWords({ document }: ReadDocument): string[] {
  const words = new Map(document.tags.map((tag) => [tag.id, wordsOf(document.text, tag)]));
  return document.tags.map((tag) => {
    const attributes = Object.entries(tag.attributes).map(([id, value]) => ` ${id}=${JSON.stringify(value)}`);
    const links = tag.relations.map(({ type, target }) => ` ${type}→${words.get(target)}`);
    const chain = tag.chain === undefined ? '' : ` (${tag.chain})`;
    return `${tag.label}: ${words.get(tag.id)}${chain}${attributes.join('')}${links.join('')}`;
  });
}

function wordsOf(text: string, { spans, scope, state, quotes }: Annotation): string {
  if (scope === 'document') return '(document)';
  if (state === 'orphan') return `(lost: ${quotes.map(({ exact }) => exact).join('…')})`;
  return spans.map(({ start, end }) => text.slice(start, end)).join('…');
}

/** Its problems, each with its line. */
export function problemsInWords({ problems }: ReadDocument): string[] {
  return problems.map((problem) => `${problem.line}: ${describeFormatProblem(problem)}`);
}

/** A tag on words of the text, the first time that they are there. */
export function tagOn(
  text: string,
  words: readonly string[],
  label: string,
  rest: Partial<Annotation> = {},
): Annotation {
  const spans = words.map((each) => ({ start: text.indexOf(each), end: text.indexOf(each) + each.length }));
  return createTag(text, { id: `urn:uuid:${label}`, label, spans, ...rest });
}
