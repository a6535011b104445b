import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import type { Format, ReadDocument } from '../../../client/src/annotations/formats/format.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { readMarks } from '../marked-text.ts';
import { createTag } from './example-tag.ts';
import { readAll, written } from './round-trip.ts';

/** A document whose tags stand in marks, `[甲国]和[乙国]`, with what is said of each in their order. */
export function tagged(
  marked: string,
  said: readonly (Partial<Annotation> & Pick<Annotation, 'label'>)[],
  more: Partial<TaggedText> = {},
): TaggedText {
  const { text, ranges } = readMarks(marked);
  const tags = said.map((each, index): Annotation => {
    const spans = each.spans ?? (ranges[index] ? [ranges[index]] : []);
    return createTag(text, { id: `t${index + 1}`, ...each, spans });
  });
  return { name: '声明.txt', text, tags, annotator: '', ...more };
}

/** The files of one document, as text. */
export function filesOf(format: Format, ...documents: readonly TaggedText[]): Record<string, string> {
  const files = [...written(format, documents)];
  return Object.fromEntries(files.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

/** The documents of files that are given as text. */
export function readFiles(format: Format, files: Readonly<Record<string, string>>): Promise<ReadDocument[]> {
  const encoder = new TextEncoder();
  return readAll(format, new Map(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])));
}

/** The tags of a document that was read, each as `label: words`; fragments with `…` between them, lost words in `<>`. */
export function tagsOf({ document }: ReadDocument): string[] {
  return document.tags.map(({ label, scope, state, spans, quotes }) => {
    if (scope === 'document') return label;
    if (state === 'orphan') return `${label}: <${quotes.map(({ exact }) => exact).join('…')}>`;
    return `${label}: ${spans.map(({ start, end }) => document.text.slice(start, end)).join('…')}`;
  });
}

/** The links of a document that was read, each as `words type words`. */
export function linksOf({ document }: ReadDocument): string[] {
  const words = new Map(
    document.tags.map(({ id, quotes }) => [id, quotes.map(({ exact }) => exact).join('…')]),
  );
  return document.tags.flatMap(({ id, relations }) =>
    relations.map(({ type, target }) => `${words.get(id)} ${type} ${words.get(target) ?? target}`),
  );
}

/** The problems of documents that were read, each as `line code values`. */
export function problemsOf(...documents: readonly ReadDocument[]): string[] {
  return documents.flatMap(({ problems }) =>
    problems.map(({ code, values, line }) => [line, code, ...values].join(' ')),
  );
}
